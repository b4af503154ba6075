"""Highlighting: the hits in a text, the text with marks around them, and a snippet of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, islice
from operator import not_
from typing import NamedTuple

from meetings.search.language.clauses import Clause, Match
from meetings.search.language.numbers import held_together
from meetings.search.language.words import (
    NOTING_VERB,
    SURFACE,
    Token,
    all_keys,
    is_formula,
    keys_in,
    match_words,
    read_tokens,
)

# Private-use characters mark the hits, so that the text can be escaped before they become <mark>.
MARK_START, MARK_END = "\ue000", "\ue001"
SNIPPET_WORDS = 30
BEFORE = 6  # words of a snippet before its first hit
# In characters, so that a long text need not be tokenised to its end:
REACH = 7 * (SNIPPET_WORDS - BEFORE)  # from the first hit of a snippet to its last, roughly
AROUND = 120, 300  # how much is read before and after the first hit
FAR = 300  # words this far apart are never close


@dataclass(frozen=True)
class Hits:
    """A text with its words that match a query, in order, and which of the query's clauses (by index) they match."""

    text: str
    words: Sequence[Token] = ()
    met: frozenset[int] = frozenset()

    @property
    def marked(self) -> str:
        """The whole text with marks around the hits; escape it before it is shown."""
        return self._marked(0, len(self.text))

    @property
    def snippet(self) -> str:
        """About thirty words with as many hits as possible, marked; empty if there are no hits."""
        if not self.words:
            return ""
        first = self._densest()
        low = max(0, first.start - AROUND[0])
        low = max(low, self.text.find(" ", low, first.start) + 1) if low else 0
        before = list(read_tokens(self.text[low : first.end]))
        begin = low + before[_beginning(before)].start
        *_, last = islice(match_words(self.text, begin, first.start + AROUND[1]), SNIPPET_WORDS)
        return self._marked(begin, self._end(last.end()))

    @property
    def opening(self) -> str:
        """The first words of the text, as many as a snippet has."""
        *_, last = islice(match_words(self.text), SNIPPET_WORDS)
        return self._marked(0, self._end(last.end()))

    def _densest(self) -> Token:
        """Return the hit that the most others follow closely, the first among equals."""
        starts = [hit.start for hit in self.words]
        near = [bisect_left(starts, start + REACH) - at for at, start in enumerate(starts)]
        return self.words[near.index(max(near))]

    def _end(self, end: int) -> int:
        return end + 1 if self.text[end : end + 1] in {".", "?", "!", "%", ")"} else end

    def _marked(self, low: int, high: int) -> str:
        pieces, end = [], low
        for hit in self.words:
            if low <= hit.start and hit.end <= high:
                pieces += [self.text[end : hit.start], MARK_START, self.text[hit.start : hit.end], MARK_END]
                end = hit.end
        return "".join([*pieces, self.text[end:high]])


def _beginning(tokens: Sequence[Token]) -> int:
    """Return the index of the token that begins the last token's sentence, if near, else a few words before it."""
    hit = len(tokens) - 1
    for at in range(hit, max(0, hit - 2 * BEFORE), -1):
        if tokens[at].place - tokens[at - 1].place > 1:
            return at
    return max(0, hit - BEFORE) if hit >= 2 * BEFORE else 0


def find_hits(text: str, clauses: tuple[Clause, ...]) -> Hits:
    """Return the hits of the clauses in a text."""
    return HighlightTerms(clauses).hits(text)


class HighlightTerms:
    """The terms of a query, prepared for finding hits in many texts."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        matches = [match for clause in clauses for match in clause.matches]
        self.clause_count = len(clauses)
        self._clauses = clauses
        self._near = any(len(match.steps) > 1 for match in matches)
        self._keys = frozenset(key for match in matches for step in match.steps for key in step if not match.prefix)
        self._begun = tuple(key for match in matches for step in match.steps for key in step if match.prefix)
        self._has_numbers = any(key[-4:].isdigit() for key in self._keys)  # which a text may write in groups of digits
        self._is_none = cache(self._begins_none) if self._begun else self._keys.isdisjoint

    def hits(self, text: str) -> Hits:
        """Return the hits in a text."""
        words = list(self._words(held_together(text) if self._has_numbers else text)) if text else []
        found = [{at for match in clause.matches for at in _places(match, words)} for clause in self._clauses if words]
        at = sorted(set().union(*found))
        return Hits(text, [words[one].token for one in at], frozenset(n for n, places in enumerate(found) if places))

    def _begins_none(self, keys: frozenset[str]) -> bool:
        lines = "\n".join(("", *keys))
        return self._keys.isdisjoint(keys) and not any(f"\n{begun}" in lines for begun in self._begun)

    def _among(self, keys: frozenset[str]) -> frozenset[str]:
        """Return which of the keys are searched for; for those that begin with a prefix, the prefix."""
        found = self._keys & keys
        return found.union(begun for begun in self._begun if any(key.startswith(begun) for key in keys))

    def _words(self, text: str) -> Iterator[_Word]:
        """Yield the words that may be hits. Their positions are computed only if a match depends on them."""
        before, place, nth = None, 0, 0
        for start, piece in self._pieces(text):
            for word in match_words(piece):
                keys = self._among(all_keys(word[0]))
                here = start + word.start(), start + word.end()
                if keys and is_formula(text, *here):
                    keys = frozenset(key for key in keys if key == NOTING_VERB or key.startswith(SURFACE))
                if keys:
                    if before and self._near:
                        places, words = _steps(text, before, here)
                        place, nth = place + places, nth + words
                    before = here
                    yield _Word(Token(*here, word[0], place), keys, nth)

    def _pieces(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the pieces between the spaces of a text that have a searched word, each after its offset.

        Most have none, and the keys of nearly all are cached, so the text is not read word by word.
        """
        pieces, start, after = text.split(" "), 0, 0
        for at in compress(count(), map(not_, map(self._is_none, keys_in(pieces)))):
            start += sum(map(len, pieces[after:at])) + at - after
            after = at
            yield start, pieces[at]


class _Word(NamedTuple):
    token: Token
    keys: frozenset[str]  # only those that are searched for
    nth: int  # word of the text, as far as that matters


def _steps(text: str, before: tuple[int, int], after: tuple[int, int]) -> tuple[int, int]:
    """Return the distance from one word to a later one, in positions and in words; FAR if they are far apart."""
    if after[0] - before[1] > FAR:
        return FAR, FAR
    if text[before[1] : after[0]] == " ":
        return 1, 1
    *others, last = read_tokens(text[before[0] : after[1]])
    return last.place - 1, len(others)


def _places(match: Match, words: Sequence[_Word]) -> Iterator[int]:
    for at, word in enumerate(words):
        if word.keys & match.steps[0]:
            yield from _run(match, words, at)


def _run(match: Match, words: Sequence[_Word], at: int) -> Iterator[int]:
    """Yield the indexes of the words of a match that begins at a word; none if it is incomplete."""
    run = [at]
    for step in match.steps[1:]:
        further = next((one for one in _candidates(match, words, run[-1]) if words[one].keys & step), None)
        if further is None:
            return
        run.append(further)
    yield from run


def _candidates(match: Match, words: Sequence[_Word], at: int) -> Iterator[int]:
    """Yield the indexes of the words near enough to one, the nearest first."""
    here = words[at].token.place
    for step in range(1, match.within + 1):
        for one in (at + step, at - step) if match.any_order else (at + step,):
            if 0 <= one < len(words) and (
                abs(words[one].token.place - here) <= match.within
                or (match.crosses and words[one].nth == words[at].nth + 1)
            ):
                yield one
