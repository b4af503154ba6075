"""The choice of one candidate for each word: the cheapest sequence by word and word-pair costs (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danish.lexicon import Lexicon
from danish.word_candidates import WordCandidate


class _Path(NamedTuple):
    """The cheapest path to one candidate: its total cost, the candidate, and the path before it."""

    cost: float
    reading: WordCandidate
    before: _Path | None


def choose_candidates(
    words: Sequence[Sequence[WordCandidate]], follows: Sequence[bool], lexicon: Lexicon
) -> list[WordCandidate]:
    """Return one candidate for each word: those that are likeliest as a sequence.

    `follows` says for each word whether it forms a pair with the word before, with nothing between them.
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
    """Return the cheapest path to a candidate from those of the previous word, as a pair if there is a lexicon."""
    if lexicon is None:
        before = min(paths, key=_cost, default=None)
        return _Path(reading.cost + (before.cost if before else 0.0), reading, before)
    word, misread = reading.cost - reading.misread, reading.misread
    ways = [
        _Path(path.cost + lexicon.pair_cost(path.reading.word, reading.word, word) + misread, reading, path)
        for path in paths
    ]
    return min(ways, key=_cost)
