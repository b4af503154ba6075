"""Tesseract's lines of words as rows of pieces: columns of text one after the other, tables row by row."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from ingest.extract.layout import CELL_GAP, rows_of
from ingest.scans.tesseract import ScannedLine, ScannedWord
from meetings.shared.page_layout import Piece

FEWEST_LINES = 3  # this many lines side by side, or rows of cells, are not an accident
PROSE = 28  # letters in a line of a column of text; cells of a table have fewer


def set_rows(lines: Sequence[ScannedLine]) -> list[list[Piece]]:
    """Arrange the lines of a page as rows: in Tesseract's order where the text is in columns, else by height."""
    if stands_in_columns(lines):
        return [_pieces(line) for line in lines]
    return rows_of(piece for line in lines for piece in _pieces(line))


def stands_in_columns(lines: Sequence[ScannedLine]) -> bool:
    """Return whether two blocks of running text are side by side."""
    grouped = [list(block) for _, block in itertools.groupby(lines, key=lambda line: line.block)]
    blocks = [block for block in grouped if len(block) >= FEWEST_LINES and median(map(_length, block)) >= PROSE]
    return any(_side_by_side(one, other) for one, other in itertools.combinations(blocks, 2))


def may_stand_in_columns(lines: Sequence[ScannedLine]) -> bool:
    """Return whether lines, read straight across the page, look like those of two columns of running text."""
    ends = [(len(pieces[0].text), len(pieces[-1].text)) for line in lines if len(pieces := _pieces(line)) > 1]
    return sum(min(pair) >= PROSE / 2 and max(pair) >= PROSE for pair in ends) >= FEWEST_LINES


def _pieces(line: ScannedLine) -> list[Piece]:
    """Join the words of a line that are no further apart than words usually are."""
    runs: list[list[ScannedWord]] = []
    for word in line.words:
        if runs and word.x0 - runs[-1][-1].x1 <= CELL_GAP * line.height:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_piece(run, line) for run in runs]


def _piece(words: Sequence[ScannedWord], line: ScannedLine) -> Piece:
    text = " ".join(word.text for word in words)
    edges = tuple(edge for word in words for edge in (word.x0, word.x1))
    return Piece(text, words[0].x0, words[-1].x1, line.y, line.height, words=edges)


def _length(line: ScannedLine) -> int:
    return sum(len(word.text) for word in line.words) + len(line.words) - 1


def _side_by_side(one: Sequence[ScannedLine], other: Sequence[ScannedLine]) -> bool:
    left, right = sorted((one, other), key=_left_edge)
    apart = max(line.words[-1].x1 for line in left) <= _left_edge(right)
    shared = min(left[0].y, right[0].y) - max(left[-1].y, right[-1].y)
    return apart and shared > 0.5 * min(left[0].y - left[-1].y, right[0].y - right[-1].y)


def _left_edge(lines: Sequence[ScannedLine]) -> float:
    return min(line.words[0].x0 for line in lines)
