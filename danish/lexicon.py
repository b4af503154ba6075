"""The lexicon: Danish words, how common they are, and which follow which.

Costs are negative natural logarithms of probabilities: 4 is as common as "på", 14 is one word in a million. The cost
of a sequence of words is the sum of their costs.
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

RARE = 15.3  # cost of a word in the dictionary that is in no frequency list
GENITIVE = 2.5  # cost added by a genitive s: about one form in twelve
PAIR_DOUBT = 8.0  # how much each distinct follower of a word lowers the trust in its counted pairs
LEARNED_DOUBT = 100_000  # number of words counted elsewhere at which their frequencies get half their weight
UNHEARD = 99.0  # cost of a word that is in no list at all
DIRECTIONS = ("nord", "syd", "øst", "vest", "midt")
_LAST = "\U0010ffff"


class WordRange(NamedTuple):
    """The range from `low` up to, not including, `high` in a sorted list: the words that begin with one prefix."""

    low: int
    high: int


class WordList:
    """A sorted list of words that can be searched letter by letter."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)  # sorted runs sort fast; duplicates are harmless

    def __contains__(self, word: str) -> bool:
        return self.has(word, self.everything)

    @property
    def everything(self) -> WordRange:
        """The span of all words, where a search begins."""
        return WordRange(0, len(self._words))

    def extended(self, words: Iterable[str]) -> WordList:
        """Return a list with more words added."""
        return WordList(chain(self._words, sorted(words)))

    def narrowed(self, prefix: str, span: WordRange) -> WordRange:
        """Return the part of a span whose words begin with a prefix; low == high where none do."""
        low = bisect_left(self._words, prefix, *span)
        return WordRange(low, bisect_left(self._words, prefix + _LAST, low, span.high))

    def has(self, word: str, span: WordRange) -> bool:
        """Return whether a word is in a span."""
        at = bisect_left(self._words, word, *span)
        return at < span.high and self._words[at] == word


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Danish words with their costs, the forms that can begin a compound, and word pairs with their counts."""

    words: WordList
    first_parts: WordList
    names: WordList
    costs: Mapping[str, float]
    pairs: Mapping[tuple[str, str], int]
    english: Mapping[str, float] = field(default_factory=dict)
    version: str = ""

    def cost(self, word: str) -> float | None:
        """Return the cost of a lower-case word or its genitive; None if it is unknown."""
        known = self.costs.get(word)
        if known is not None:
            return known
        if word in self.words:
            return RARE
        return self.genitive_cost(word)

    def genitive_cost(self, word: str) -> float | None:
        """Return the cost of "mødets" where "mødet" is known: the lists have no genitives."""
        if len(word) < 4 or word[-1] != "s" or word[-2] in "sxz" or word[:-1] not in self.words:
            return None
        return self.costs.get(word[:-1], RARE) + GENITIVE

    def is_name(self, word: str) -> bool:
        """Return whether a word is a name and nothing else, also with a direction before it ("østdanmark")."""
        direction = next((part for part in DIRECTIONS if word.startswith(part)), "")
        return word in self.names or word[len(direction) :] in self.names

    def first_part_cost(self, part: str) -> float:
        """Return the cost of a form that begins compounds: that of the word without its linking letter."""
        return self.costs.get(self.without_link(part), RARE)

    def without_link(self, part: str) -> str:
        """Return the word in a form that begins compounds: sundheds is sundhed, arbejds is arbejde; møde stays."""
        words = {"s": (part, part[:-1], part[:-1] + "e"), "e": (part, part[:-1])}.get(part[-1], (part,))
        known = (word for word in words if word in self.words)
        return min(known, key=lambda word: self.costs.get(word, RARE), default=part)

    def pair_cost(self, before: str, word: str, cost: float) -> float:
        """Return the cost of a word after another; `cost` is its cost alone (Witten-Bell smoothing)."""
        seen, followers = self._openings.get(before, (0, 0))
        if not seen:
            return cost
        trust = seen / (seen + PAIR_DOUBT * followers)
        return -log((1 - trust) * exp(-cost) + trust * self.pairs.get((before, word), 0) / seen)

    @cached_property
    def _openings(self) -> Mapping[str, tuple[int, int]]:
        """For each word: how often it came first in a pair, and how many distinct words followed it."""
        openings: dict[str, tuple[int, int]] = {}
        for (before, _), times in self.pairs.items():
            seen, followers = openings.get(before, (0, 0))
            openings[before] = (seen + times, followers + 1)
        return openings

    def with_learned(self, words: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> Self:
        """Return a lexicon, with a version of its own, that adds words (lower case) and pairs counted elsewhere.

        Counted words become likelier, the more so the more text was counted; no word becomes less likely.
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
