"""Candidates for what a word printed by the OCR may have been: every way to read it as Danish words.

A candidate's cost is that of the word plus that of each misreading in it; the lowest is the likeliest. Words are looked
up letter by letter in the sorted lexicon, so that only beginnings of known words are followed. Where no whole word
fits, compounds of known parts are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from danish.confusions import MISREADINGS, Misreading
from danish.lexicon import RARE, Lexicon, WordList, WordRange

STAYING = 13.0  # base cost of an unknown word that is kept as it is
STAYING_A_LETTER = 1.6  # cost of each of its letters
JOINT = 2.0  # cost of one more part in a compound
CAPITAL = 4.0  # extra cost of a compound with a capital: it may be a name that is in no list
SHORTEST_PART = 3
MOST_PARTS = 4
DEAREST = 11.0  # a path is abandoned when its misreadings cost more than this together
WORTH_KEEPING = 9.0  # candidates that cost this much more than the best are dropped, whatever words surround them
MOST_READINGS = 6


class Edit(NamedTuple):
    """The replacement of `length` letters of the raw word, from position `at`, by `meant`."""

    at: int
    length: int
    meant: str


class WordCandidate(NamedTuple):
    """One candidate: its cost, the part of it due to misreadings, the word in lower case, and the edits."""

    cost: float
    misread: float
    word: str
    edits: tuple[Edit, ...] = ()


class _PartialCandidate(NamedTuple):
    """The state of a search: read up to `at`, letters meant, words they may begin, cost of misreadings, edits."""

    at: int
    prefix: str
    span: WordRange
    misread: float
    edits: tuple[Edit, ...]


def unchanged_candidate(word: str) -> WordCandidate:
    """Return the candidate that keeps an unknown word as it is."""
    return WordCandidate(STAYING + STAYING_A_LETTER * len(word), 0.0, word.lower())


@lru_cache(maxsize=100_000)
def read_word(raw: str, lexicon: Lexicon) -> tuple[WordCandidate, ...]:
    """Return the candidates for a raw word, best first; at least one, if only the word as it is."""
    search = _Search(raw, lexicon)
    found = search.words(0) or search.compounds(0, MOST_PARTS)
    best: dict[str, WordCandidate] = {}
    for reading in sorted([*found, unchanged_candidate(raw)]):
        best.setdefault(reading.word, reading)
    limit = next(iter(best.values())).cost + WORTH_KEEPING
    return tuple(reading for reading in best.values() if reading.cost <= limit)[:MOST_READINGS]


def _reading(way: _PartialCandidate, word: str, cost: float) -> WordCandidate:
    return WordCandidate(cost + way.misread, way.misread, word, way.edits)


@dataclass
class _Search:
    """The search for candidates of one raw word; the ends of compounds are computed once."""

    raw: str
    lexicon: Lexicon
    _tails: dict[tuple[int, int], list[WordCandidate]] = field(default_factory=dict)

    def words(self, start: int) -> list[WordCandidate]:
        """Return the candidates for the rest of the raw word, from `start`, as one known word."""
        return list(self._whole(start))

    def compounds(self, start: int, parts: int) -> list[WordCandidate]:
        """Return the candidates for the rest as a compound: a first part, then a word or another compound."""
        found = []
        joint = JOINT + (CAPITAL if start == 0 and self.raw[0].isupper() else 0.0)
        for end, first in self._first_parts(start):
            for tail in self._tail(end, parts - 1):
                cost = first.cost + joint + tail.cost
                edits = first.edits + tail.edits
                found.append(WordCandidate(cost, first.misread + tail.misread, first.word + tail.word, edits))
        return sorted(found)[:MOST_READINGS]

    def _tail(self, start: int, parts: int) -> list[WordCandidate]:
        """Return the candidates for the end of a compound of at most `parts` parts, computed once per position."""
        if (start, parts) not in self._tails:
            found = self.words(start)
            if parts > 1:
                found += self.compounds(start, parts)
            self._tails[start, parts] = sorted(found)[:MOST_READINGS]
        return self._tails[start, parts]

    def _whole(self, start: int) -> Iterator[WordCandidate]:
        words, last = self.lexicon.words, len(self.raw)
        for way in self._walk(start, words):
            if way.at == last and words.has(way.prefix, way.span):
                yield _reading(way, way.prefix, self.lexicon.costs.get(way.prefix, RARE))
            elif way.at == last - 1 and self.raw[-1] == "s":
                cost = self.lexicon.genitive_cost(way.prefix + "s")
                if cost is not None:
                    yield _reading(way, way.prefix + "s", cost)

    def _first_parts(self, start: int) -> Iterator[tuple[int, WordCandidate]]:
        parts = self.lexicon.first_parts
        for way in self._walk(start, parts):
            long_enough = len(way.prefix) >= SHORTEST_PART and len(self.raw) - way.at >= SHORTEST_PART
            if long_enough and parts.has(way.prefix, way.span):
                yield way.at, _reading(way, way.prefix, self.lexicon.first_part_cost(way.prefix))

    def _walk(self, start: int, words: WordList) -> Iterator[_PartialCandidate]:
        """Yield every path through the raw word on which the meant letters still begin some word."""
        ways = [_PartialCandidate(start, "", words.everything, 0.0, ())]
        while ways:
            way = ways.pop()
            yield way
            if way.at < len(self.raw):
                ways += self._steps(way, words)

    def _steps(self, way: _PartialCandidate, words: WordList) -> Iterator[_PartialCandidate]:
        """Yield the paths one step on: the next letter as it is, or what it may be a misreading of."""
        letter = self.raw[way.at]
        for read, meant, cost in (Misreading(letter, letter.lower(), 0.0), *MISREADINGS.get(letter, ())):
            if way.misread + cost > DEAREST or not self.raw.startswith(read, way.at):
                continue
            prefix = way.prefix + meant.lower()
            span = words.narrowed(prefix, way.span)
            if span.low < span.high:
                edits = way.edits if read.lower() == meant else (*way.edits, Edit(way.at, len(read), meant))
                yield _PartialCandidate(way.at + len(read), prefix, span, way.misread + cost, edits)
