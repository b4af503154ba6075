"""What a word as the OCR gave it may have meant: every way to read it that ends in Danish words.

A reading's cost is that of the word plus that of each misreading in it; the lowest is the likeliest. Words are looked
for letter by letter in the sorted lexicon, so that only beginnings of words are followed. Where no whole word fits,
compounds of known parts are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from danish.confusions import MISREADINGS, Misreading
from danish.lexicon import RARE, Lexicon, Span, WordList

STAYING = 13.0  # an unknown word left as it is costs this
STAYING_A_LETTER = 1.6  # and this for each letter
JOINT = 2.0  # one more part in a compound
CAPITAL = 4.0  # a compound with a capital may be a name that is in no list
SHORTEST_PART = 3
MOST_PARTS = 4
DEAREST = 11.0  # misreadings beyond this cost together are not followed
WORTH_KEEPING = 9.0  # readings dearer than the best by more than this are dropped, whatever stands beside them
MOST_READINGS = 6


class Edit(NamedTuple):
    """At `at`, `length` letters of the raw word are replaced by `meant`."""

    at: int
    length: int
    meant: str


class WordCandidate(NamedTuple):
    """One way to read a raw word: its cost, of it for misreadings, the word meant in small letters, the edits."""

    cost: float
    misread: float
    word: str
    edits: tuple[Edit, ...] = ()


class _PartialCandidate(NamedTuple):
    """How far a walk has come: read up to `at`, the letters meant, the words they may begin, cost and edits so far."""

    at: int
    prefix: str
    span: Span
    misread: float
    edits: tuple[Edit, ...]


def staying(word: str) -> WordCandidate:
    """Return the reading of an unknown word as itself."""
    return WordCandidate(STAYING + STAYING_A_LETTER * len(word), 0.0, word.lower())


@lru_cache(maxsize=100_000)
def read_word(raw: str, lexicon: Lexicon) -> tuple[WordCandidate, ...]:
    """Return the readings of a raw word, best first, at least one: at worst the word as it stands."""
    search = _Search(raw, lexicon)
    found = search.words(0) or search.compounds(0, MOST_PARTS)
    best: dict[str, WordCandidate] = {}
    for reading in sorted([*found, staying(raw)]):
        best.setdefault(reading.word, reading)
    limit = next(iter(best.values())).cost + WORTH_KEEPING
    return tuple(reading for reading in best.values() if reading.cost <= limit)[:MOST_READINGS]


def _reading(way: _PartialCandidate, word: str, cost: float) -> WordCandidate:
    return WordCandidate(cost + way.misread, way.misread, word, way.edits)


@dataclass
class _Search:
    """The search for readings of one raw word; tails of compounds are found once."""

    raw: str
    lexicon: Lexicon
    _tails: dict[tuple[int, int], list[WordCandidate]] = field(default_factory=dict)

    def words(self, start: int) -> list[WordCandidate]:
        """Return the readings of the rest of the raw word, from `start`, as one known word."""
        return list(self._whole(start))

    def compounds(self, start: int, parts: int) -> list[WordCandidate]:
        """Return the readings of the rest as a first part and what follows it: a word or another compound."""
        found = []
        joint = JOINT + (CAPITAL if start == 0 and self.raw[0].isupper() else 0.0)
        for end, first in self._first_parts(start):
            for tail in self._tail(end, parts - 1):
                cost = first.cost + joint + tail.cost
                edits = first.edits + tail.edits
                found.append(WordCandidate(cost, first.misread + tail.misread, first.word + tail.word, edits))
        return sorted(found)[:MOST_READINGS]

    def _tail(self, start: int, parts: int) -> list[WordCandidate]:
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
        """Follow every way through the raw word on which the letters meant still begin some word."""
        ways = [_PartialCandidate(start, "", words.everything, 0.0, ())]
        while ways:
            way = ways.pop()
            yield way
            if way.at < len(self.raw):
                ways += self._steps(way, words)

    def _steps(self, way: _PartialCandidate, words: WordList) -> Iterator[_PartialCandidate]:
        """Take the next letter as it stands, or as what it may be a misreading of."""
        letter = self.raw[way.at]
        for read, meant, cost in (Misreading(letter, letter.lower(), 0.0), *MISREADINGS.get(letter, ())):
            if way.misread + cost > DEAREST or not self.raw.startswith(read, way.at):
                continue
            prefix = way.prefix + meant.lower()
            span = words.narrowed(prefix, way.span)
            if span.low < span.high:
                edits = way.edits if read.lower() == meant else (*way.edits, Edit(way.at, len(read), meant))
                yield _PartialCandidate(way.at + len(read), prefix, span, way.misread + cost, edits)
