"""Lines of prose with wide gaps between their words, as justified lines have, told from rows of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from meetings.shared.page_layout import Piece

Row = Sequence[Piece]
FEWEST_GAPS = 3  # so many equal ones are no accident
EVEN = 0.15  # of the letter height, by which the gaps of a line may differ
MOSTLY = 0.8  # the share of equal gaps; one may be that after a number in the margin
WIDEST = 4.0  # letter heights; wider gaps are between columns
PLAY = 1.5  # points by which the edges of cells below each other may differ
MARGIN = 3.0  # points by which lines of a paragraph may begin or end apart; some programs hang commas in the margin
_FIGURE = re.compile(r"[\d.,%–-]+")


def join_spread(rows: Sequence[Row]) -> tuple[tuple[Piece, ...], ...]:
    """Return the rows of a page, each line of evenly spread words as one piece.

    A line of few words is one where its gaps are as wide as those of others on the page.
    """
    usual = [gap for n, row in enumerate(rows) if (gap := _even_gap(rows, n)) and not _in_table(rows, n)]
    if not usual:
        return tuple(map(tuple, rows))
    return tuple((_joined(row),) if _is_spread(rows, n, usual) else tuple(row) for n, row in enumerate(rows))


def _is_spread(rows: Sequence[Row], n: int, usual: Sequence[float]) -> bool:
    """Return whether the gaps of a row are as wide as is usual, or even; a single gap may be that of a table."""
    row = rows[n]
    if len(row) < 2:
        return False
    if all(any(_is_even(gap, other, row) for other in usual) for gap in _gaps(row)):
        return len(row) > 2 or not _in_table(rows, n)
    return _even_gap(rows, n) > 0 and not _in_table(rows, n)


def _even_gap(rows: Sequence[Row], n: int) -> float:
    """Return the gap between most words of a line; 0 where the gaps are uneven, few or too wide."""
    row, gaps = rows[n], _gaps(rows[n])
    fewest = FEWEST_GAPS - _is_justified(rows, n)
    if len(gaps) < fewest or sum(bool(_FIGURE.fullmatch(piece.text)) for piece in row) > len(row) / 2:
        return 0.0
    middle = median(gaps)
    even = sum(_is_even(gap, middle, row) for gap in gaps)
    return middle if even >= MOSTLY * len(gaps) and middle <= WIDEST * row[0].height else 0.0


def _is_justified(rows: Sequence[Row], n: int) -> bool:
    """Return whether a row begins and ends where a row beside it does."""
    return any(
        abs(other[0].x0 - rows[n][0].x0) < MARGIN and abs(other[-1].x1 - rows[n][-1].x1) < MARGIN
        for other in _beside(rows, n)
    )


def _gaps(row: Row) -> list[float]:
    return [right.x0 - left.x1 for left, right in pairwise(row)]


def _is_even(gap: float, other: float, row: Row) -> bool:
    return abs(gap - other) <= EVEN * row[0].height


def _in_table(rows: Sequence[Row], n: int) -> bool:
    """Return whether half the cells of a row, beside the first, begin or end where those of a row beside it do."""
    others = [other for other in _beside(rows, n) if len(other) > 1]
    return any(2 * _aligned(rows[n], other) >= len(rows[n]) - 1 for other in others)


def _beside(rows: Sequence[Row], n: int) -> list[Row]:
    """Return the rows above and below one."""
    return [*rows[max(n - 1, 0) : n], *rows[n + 1 : n + 2]]


def _aligned(row: Row, other: Row) -> int:
    """Return how many pieces after the first begin, or end within the line, where one of another row does."""
    ends = [piece.x1 for piece in other[:-1]]
    return sum(
        any(abs(piece.x0 - one.x0) < PLAY for one in other[1:])
        or (piece is not row[-1] and any(abs(piece.x1 - end) < PLAY for end in ends))
        for piece in row[1:]
    )


def _joined(row: Row) -> Piece:
    words = tuple(edge for piece in row for edge in piece.words) if all(piece.words for piece in row) else ()
    text = " ".join(piece.text for piece in row)
    return row[0]._replace(text=text, x1=row[-1].x1, bold=all(piece.bold for piece in row), words=words)
