"""What words there are in Danish, how common they are, and which follow which.

Costs are negative natural logarithms of probabilities: 4 is as common as "på", 14 is one word in a million. Costs of
words that follow each other may be added.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import chain
from math import exp, log
from typing import NamedTuple, Self

RARE = 15.3  # in the dictionary, but in no list of frequencies
GENITIVE = 2.5  # what an s at the end costs on top: about one form in twelve
PAIR_DOUBT = 8.0  # how much each new follower of a word lowers the trust in those that were seen
LEARNED_DOUBT = 100_000  # so many words must be counted elsewhere before they weigh half of what they say
UNHEARD = 99.0  # in no list at all
DIRECTIONS = ("nord", "syd", "øst", "vest", "midt")
_LAST = "\U0010ffff"


class Span(NamedTuple):
    """The words from `low` to before `high` in a sorted list: those that begin with one prefix."""

    low: int
    high: int


class WordList:
    """A sorted list of words that can be walked letter by letter."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)  # runs that are sorted already cost next to nothing; a word twice does no harm

    def __contains__(self, word: str) -> bool:
        return self.has(word, self.everything)

    @property
    def everything(self) -> Span:
        """The span of all words, where a walk begins."""
        return Span(0, len(self._words))

    def extended(self, words: Iterable[str]) -> WordList:
        """Return a list that has other words too."""
        return WordList(chain(self._words, sorted(words)))

    def narrowed(self, prefix: str, span: Span) -> Span:
        """Return those of a span that begin with a prefix; low == high where there are none."""
        low = bisect_left(self._words, prefix, *span)
        return Span(low, bisect_left(self._words, prefix + _LAST, low, span.high))

    def has(self, word: str, span: Span) -> bool:
        """Return whether a word is in a span."""
        at = bisect_left(self._words, word, *span)
        return at < span.high and self._words[at] == word


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Danish words with their costs, the forms that open compounds, and pairs of words with their counts."""

    words: WordList
    first_parts: WordList
    names: WordList
    costs: Mapping[str, float]
    pairs: Mapping[tuple[str, str], int]
    english: Mapping[str, float] = field(default_factory=dict)
    version: str = ""

    def cost(self, word: str) -> float | None:
        """Return the cost of a word in lower case, also of its genitive; None if it is not known."""
        known = self.costs.get(word)
        if known is not None:
            return known
        if word in self.words:
            return RARE
        return self.genitive_cost(word)

    def genitive_cost(self, word: str) -> float | None:
        """Return the cost of "mødets" where "mødet" is known: genitives are in no list."""
        if len(word) < 4 or word[-1] != "s" or word[-2] in "sxz" or word[:-1] not in self.words:
            return None
        return self.costs.get(word[:-1], RARE) + GENITIVE

    def is_name(self, word: str) -> bool:
        """Return whether a word is only a name, or such a name with a direction before it ("østdanmark")."""
        direction = next((part for part in DIRECTIONS if word.startswith(part)), "")
        return word in self.names or word[len(direction) :] in self.names

    def first_part_cost(self, part: str) -> float:
        """Return the cost of a form that opens compounds: that of the word behind it."""
        return self.costs.get(self.without_link(part), RARE)

    def without_link(self, part: str) -> str:
        """Return the word behind a form that opens compounds: sundheds is sundhed, arbejds is arbejde; møde stays."""
        words = {"s": (part, part[:-1], part[:-1] + "e"), "e": (part, part[:-1])}.get(part[-1], (part,))
        known = (word for word in words if word in self.words)
        return min(known, key=lambda word: self.costs.get(word, RARE), default=part)

    def pair_cost(self, before: str, word: str, cost: float) -> float:
        """Return the cost of a word after another; `cost` is what it costs anywhere (Witten and Bell's mixture)."""
        seen, followers = self._openings.get(before, (0, 0))
        if not seen:
            return cost
        trust = seen / (seen + PAIR_DOUBT * followers)
        return -log((1 - trust) * exp(-cost) + trust * self.pairs.get((before, word), 0) / seen)

    @cached_property
    def _openings(self) -> Mapping[str, tuple[int, int]]:
        """For each word: how often it opened a pair, and how many different words followed."""
        openings: dict[str, tuple[int, int]] = {}
        for (before, _), times in self.pairs.items():
            seen, followers = openings.get(before, (0, 0))
            openings[before] = (seen + times, followers + 1)
        return openings

    def with_learned(self, words: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> Self:
        """Return a lexicon that also knows words (lower case) and pairs counted elsewhere, and has another version.

        What was seen makes a word more likely, the more so the more text was counted; nothing becomes less likely.
        """
        total = sum(words.values()) + LEARNED_DOUBT
        learned = {word: -log(exp(-(self.cost(word) or UNHEARD)) + times / total) for word, times in words.items()}
        counted = repr((sorted(words.items()), sorted(pairs.items())))
        return type(self)(
            words=self.words.extended(words),
            first_parts=self.first_parts,
            names=self.names,
            costs={**self.costs, **learned},
            pairs=Counter(self.pairs) + Counter(pairs),
            english=self.english,
            version=sha256(f"{self.version}{counted}".encode()).hexdigest()[:12],
        )
