"""Which reading of each word is meant: the sequence that costs least, by words and by which follow which (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danish.lexicon import Lexicon
from danish.word_candidates import WordCandidate


class _Path(NamedTuple):
    """The cheapest way to one reading: its cost so far, the reading, and the path before it."""

    cost: float
    reading: WordCandidate
    before: _Path | None


def likeliest(
    words: Sequence[Sequence[WordCandidate]], follows: Sequence[bool], lexicon: Lexicon
) -> list[WordCandidate]:
    """Return one reading for each word, those that together are likeliest.

    `follows` tells of each word whether it makes a pair with the one before, with nothing between them.
    """
    paths: list[_Path] = []
    for readings, paired in zip(words, follows, strict=True):
        paths = [_cheapest(paths, reading, lexicon if paired else None) for reading in readings]
    path = min(paths, key=_cost, default=None)
    chosen = []
    while path is not None:
        chosen.append(path.reading)
        path = path.before
    return chosen[::-1]


def _cost(path: _Path) -> float:
    return path.cost


def _cheapest(paths: Sequence[_Path], reading: WordCandidate, lexicon: Lexicon | None) -> _Path:
    """Return the cheapest way to a reading from those to the word before it, as a pair if there is a lexicon."""
    if lexicon is None:
        before = min(paths, key=_cost, default=None)
        return _Path(reading.cost + (before.cost if before else 0.0), reading, before)
    word, misread = reading.cost - reading.misread, reading.misread
    ways = [
        _Path(path.cost + lexicon.pair_cost(path.reading.word, reading.word, word) + misread, reading, path)
        for path in paths
    ]
    return min(ways, key=_cost)
