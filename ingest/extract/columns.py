"""Columns of running text beside each other, or two pages on one sheet, told from the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.line_patterns import is_case_line, opens_section, split_number
from meetings.shared.page_layout import Piece

Row = Sequence[Piece]
GUTTER = 8.0  # points, the least distance of two columns
FAR = 40.0  # points; what is further below the columns is no part of them
FEWEST_ROWS = 3  # with both columns
FEWEST_HEADINGS = 2  # in each column; a table has one row of headings
PROSE = 28  # letters in a line of a column of text; cells of a table have fewer
PROSE_ROWS = 6  # with so many letters in both columns
# The line of a list of people; columns of those are read block by block, under their headings.
_PERSON = re.compile(r"\([^()]{1,25}\)|ommune$")


class _Columns(NamedTuple):
    """The rows from `start` up to `end`, with a gutter at `x`; `both` of them have text on its two sides."""

    start: int
    end: int
    x: float
    both: int


def read_down(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page; of two columns of running text, those of the left one come before the others."""
    read: list[Row] = []
    at = 0
    while at < len(rows):
        found = _columns_from(rows, at)
        if found is None or not _are_text(rows, found):
            read.append(rows[at])
            at += 1
            continue
        read += [row for side in _sides(rows, found) for row in side if row]
        at = found.end
    return read


def _columns_from(rows: Sequence[Row], start: int) -> _Columns | None:
    """Return the columns that begin with a row, as far down as a gutter remains between them, if there are any."""
    if len(rows[start]) < 2:
        return None
    low, high = max(_gaps(rows[start]), key=lambda gap: gap[1] - gap[0])
    both, end = 1, start + 1
    while end < len(rows) and rows[end - 1][0].y - rows[end][0].y < FAR:
        narrower = _narrowed(rows[end], low, high)
        if narrower is None:
            break
        low, high = narrower
        both += rows[end][0].x0 < low and rows[end][-1].x1 > high
        end += 1
    return _Columns(start, end, (low + high) / 2, both) if both >= FEWEST_ROWS else None


def _narrowed(row: Row, low: float, high: float) -> tuple[float, float] | None:
    """Return what is left of a gutter beside the pieces of a row; None if too little is."""
    middle = (low + high) / 2
    for piece in row:
        if piece.x0 < middle:
            low = max(low, piece.x1)
        else:
            high = min(high, piece.x0)
    return (low, high) if high - low >= GUTTER else None


def _gaps(row: Row) -> list[tuple[float, float]]:
    return [(left.x1, right.x0) for left, right in pairwise(row)]


def _sides(rows: Sequence[Row], found: _Columns) -> tuple[list[Row], list[Row]]:
    block = rows[found.start : found.end]
    left: list[Row] = [[piece for piece in row if piece.x0 < found.x] for row in block]
    return left, [[piece for piece in row if piece.x0 >= found.x] for row in block]


def _are_text(rows: Sequence[Row], found: _Columns) -> bool:
    """Return whether both columns have headings of their own, or lines of prose that go on in the next line."""
    left, right = ([" ".join(piece.text for piece in row) for row in side] for side in _sides(rows, found))
    if all(sum(map(_is_heading, side)) >= FEWEST_HEADINGS for side in (left, right)):
        return True
    pairs = [(one, other) for one, other in zip(left, right, strict=True) if one and other]
    pairs = [pair for pair in pairs if not all(map(_PERSON.search, pair))]
    prose = sum(min(len(one), len(other)) >= PROSE for one, other in pairs)
    return prose >= max(PROSE_ROWS, 0.7 * found.both) and not _begin_together(pairs)


def _begin_together(pairs: Sequence[tuple[str, str]]) -> bool:
    """Return whether the texts of two columns mostly begin anew in the same rows, as those of a table's cells do."""
    begins = [
        [not below[side][0].islower() and above[side][-1] in ".!?:" for side in (0, 1)]
        for above, below in pairwise(pairs)
    ]
    return sum(all(both) for both in begins) * 2 > sum(any(both) for both in begins)


def _is_heading(text: str) -> bool:
    return opens_section(text) or is_case_line(text) or split_number(text) is not None
