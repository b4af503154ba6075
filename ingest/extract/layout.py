"""Line layout: pieces of text with their positions, from a PDF or a scan, arranged as lines.

Pieces at one height make one line, left to right, so that a number hanging left of its title comes before it, and the
paper-clip mark in the margin before its paragraph. A wide gap between two pieces separates cells and becomes a tab. A
wide gap between two lines becomes blank lines.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.extract.columns import read_down
from ingest.line_patterns import split_bullet
from meetings.shared.page_layout import Piece

CELL_GAP = 0.9  # in letter heights; a gap between two pieces that is wider than this separates cells
EDGE_PLAY = 3.0  # points by which the left edges of a column's pieces may differ
PARAGRAPH_STEP = 1.3  # of the line pitch; Typst's own distance of paragraphs is 1.34 of it
FULL = 0.92  # of the right edge that a tenth of the lines reach; a line that ends there is a full one
FULL_LINES = 5  # this many tell the line pitch
COLUMN_ROWS = 3  # this many entries below each other make a second column of people
# What hangs in the margin left of its line: an item's number, the paper-clip mark, a bullet.
_HANGING = re.compile(r"[\d.,)]{1,8}|[.•]/[.•]?|[•–—▪o*-]|pkt\.? ?\d+\.?", re.IGNORECASE)
# The hyphens proper, which WeasyPrint sets at line ends, as the character of the keyboard.
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_PERSON = re.compile(r"\([^()]+\)|,|ommun")


Row = Sequence[Piece]


def set_pages(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Arrange the rows of each page as lines, a blank one as an empty row; the line pitch is the whole document's."""
    pitch = _line_pitch(pages)
    return [_set_lines(rows, pitch) for rows in pages]


def _set_lines(rows: Sequence[Row], pitch: float) -> list[Row]:
    """Arrange the rows of a page as lines, with blank lines where the gap exceeds the line pitch."""
    lines: list[Row] = []
    above: Row = ()
    entry: float | None = None
    for row in _by_columns(rows, pitch):
        begins = _entry_edge(row)
        if above:
            step = _blank_lines(above[0].y - row[0].y, pitch)
            ends_list = entry is not None and begins is None and abs(row[0].x0 - entry) > EDGE_PLAY
            lines += [()] * max(step, ends_list)
            entry = None if ends_list or step else entry
        lines.append(row)
        above, entry = row, entry if begins is None else begins
    return lines


def _entry_edge(row: Row) -> float | None:
    """Return where the text of a list entry begins that has its bullet on this line; None where that is not known."""
    first = row[0]
    if split_bullet(first.text) is None:
        return None
    if len(first.text) == 1:
        return row[1].x0 if len(row) > 1 else None
    return first.words[2] if first.text[1] == " " and len(first.words) > 2 else None


def _by_columns(rows: Sequence[Row], pitch: float) -> list[Row]:
    """Move a second column of text, or of people in a block, below the first; rows of a table stay as they are."""
    rows = read_down(rows)
    edge = _column_edge(rows)
    if edge is None:
        return list(rows)
    return [row for block in _blocks(rows, pitch) for row in _one_below_the_other(block, edge)]


def _blocks(rows: Sequence[Row], pitch: float) -> list[list[Row]]:
    blocks: list[list[Row]] = []
    for row in rows:
        if blocks and not _blank_lines(blocks[-1][-1][0].y - row[0].y, pitch):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _one_below_the_other(block: list[Row], edge: float) -> list[Row]:
    """Move the right-hand column of a block, from the first row that has one, below the left-hand one."""
    begins = edge - EDGE_PLAY
    both = [n for n, row in enumerate(block) if row[-1].x0 >= begins]
    if not both:
        return block
    end = both[-1] + 1
    while end < len(block) and _is_entry(block[end][0].text):
        end += 1
    left = [[piece for piece in row if piece.x0 < begins] for row in block[both[0] : end]]
    right = [[piece for piece in row if piece.x0 >= begins] for row in block[both[0] : end]]
    return [row for row in (*block[: both[0]], *left, *right, *block[end:]) if row]


def _is_entry(text: str) -> bool:
    """Return whether text is an entry of a list of people, or the end of one: "Norddjurs Kommu- / ne"."""
    return text[0].islower() or (text[0].isalpha() and bool(_PERSON.search(text)))


def _column_edge(rows: Sequence[Row]) -> float | None:
    """Return the x position at which a second column of people begins; None if there is none."""
    seconds = [row[-1] for row in rows if len(row) == 2 and all(_PERSON.search(piece.text) for piece in row)]
    edges = Counter(round(piece.x0) for piece in seconds)
    edge, count = edges.most_common(1)[0] if edges else (0, 0)
    return float(edge) if count >= COLUMN_ROWS else None


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Group the pieces of a page by height, top to bottom, each row left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x0)):
        if rows and abs(rows[-1][0].y - piece.y) < 0.5 * min(piece.height, rows[-1][0].height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _line_pitch(pages: Sequence[Sequence[Row]]) -> float:
    """Return the usual distance between lines of a paragraph, in points; 0 if there are none.

    A full line usually has the next line of its paragraph below it. Where few lines are full, as in short minutes with
    more headings than prose, all lines are asked, and the closer third of them counts.
    """
    pairs = [pair for rows in pages for pair in itertools.pairwise(rows)]
    edges = sorted(row[-1].x1 for rows in pages for row in rows)
    full = (edges[len(edges) * 9 // 10] if edges else 0.0) * FULL
    steps = _near(pair for pair in pairs if pair[0][-1].x1 >= full)
    if len(steps) < FULL_LINES:
        steps = _near(pairs)
    return steps[len(steps) // 3] if steps else 0.0


def _near(pairs: Iterable[tuple[Row, Row]]) -> list[float]:
    """Return the distances of lines that may belong to one paragraph, the closest first."""
    steps = (above[0].y - below[0].y for above, below in pairs)
    return sorted(step for step in steps if 4 < step < 40)


def _blank_lines(step: float, pitch: float) -> int:
    """Return how many blank lines a step between two lines stands for; 1 for a step upwards, to a new column."""
    return 1 if step < 0 else 0 if not pitch or step < PARAGRAPH_STEP * pitch else 1 if step < 3.5 * pitch else 2


def line_text(row: Row) -> str:
    """Join the pieces of a line; a tab separates cells, except after a piece that hangs in the margin."""
    text = row[0].text if row else ""
    for left, right in itertools.pairwise(row):
        wide = right.x0 - left.x1 > CELL_GAP * max(left.height, right.height)
        hangs = left is row[0] and bool(_HANGING.fullmatch(left.text))
        text += ("\t" if wide and not hangs else " ") + right.text
    text = text.translate(_HYPHENS)
    return text.replace("˚a", "å").replace("˚A", "Å") if "˚" in text else text  # old LaTeX draws the ring apart
