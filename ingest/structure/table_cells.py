"""The cells of a table's rows, its header and its caption.

A header is told by its type, or by words above columns of figures. In a text extract it has lost its columns, "Kommune
Antal flygtninge": the rows below tell how many cells it has, and a capital begins each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.records import TableRecord
from ingest.structure.lines import Line
from ingest.structure.tables import FIGURES_ONLY, ROW, is_caption

HEADER_LINES = 3  # the most lines of a header
OF_FIGURES = 0.67  # the least share of a column's cells that begin with a figure
_FIGURE = re.compile(r"[-–−+]?\d|[-–]$")
_WORDS = re.compile(r"[^\W\d_]|$|(?:19|20)\d\d$")  # of a header: a word, nothing, or a year
_YEAR = re.compile(r"(?:19|20)\d\d$")
# What the header of a column of names or figures says; "Region Hovedstaden" above rows is a heading of theirs.
_HEADER = re.compile(
    r"^(?:kommuner?|område|ordning|navn|år|institution|uddannelse|skole|tilbud\w*|indsats|aktivitet|projekt|opgave|emne|post|type"
    r"|parti|strækning|sygehus|hospital)\b|\b(?:antal|andel|kvoter?|beløb|budget|regnskab|pct|procent|kr|pladser|takst|årsværk"
    r"|timer|borgere|indbyggere|elever|udgift(?:er)?|indtægt(?:er)?|ændring|stemmer|mandater|i alt)\b",
    re.IGNORECASE,
)
_CELL_BEGINS = re.compile(r" (?=[A-ZÆØÅ])")

Row = list[str]


def read_table(section: str, paragraph: int, lines: Sequence[Line]) -> TableRecord:
    """Return the lines of a table as a record; numbers below a lone name belong to its row."""
    caption = lines[0].text if is_caption(lines[0], lines[1:]) else ""
    body = lines[1:] if caption else lines
    rows = _read_rows(body)
    split = _split_header(rows, body)
    strong = body[0].strong and not all(line.strong for line in body)
    header = split is not None or (len(rows) > 1 and _is_header(rows, strong=strong))
    return TableRecord(section, paragraph, tuple(map(tuple, split or rows)), header, caption)


def _read_rows(lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for line in lines:
        if rows and len(rows[-1]) == 1 and FIGURES_ONLY.match(line.text):
            rows[-1] += line.text.split()
        else:
            rows.append(_cells(line.text))
    return rows


def _cells(text: str) -> Row:
    if "\t" in text:
        return text.split("\t")
    if "|" in text:
        return [cell.strip() for cell in text.strip("| ").split("|")]
    row = ROW.match(text)
    if not row:
        return [text]
    name = re.match(r"(\d{3})\s(.+)", row["name"])
    return [*(name.groups() if name else [row["name"]]), *row["figures"].split()]


def _split_header(rows: Sequence[Row], lines: Sequence[Line]) -> list[Row] | None:
    """Return the rows with a header split into as many cells as those below; None if there is none, or it has cells."""
    width = _width(rows)
    first = next((n for n, row in enumerate(rows) if len(row) == width and _is_amount(row[-1])), 0)
    placed = any("\t" in line.text for line in lines[:first])
    # Cells of several lines side by side cannot be told apart.
    if not 0 < first <= HEADER_LINES or (placed and (first > 1 or len(rows[0]) >= width)):
        return None
    head = " ".join(cell for row in rows[:first] for cell in row)
    cells = _CELL_BEGINS.split(head)
    return [cells, *rows[first:]] if len(cells) == width and head[0].isupper() and _HEADER.search(head) else None


def _is_amount(cell: str) -> bool:
    return bool(_FIGURE.match(cell)) and not _YEAR.match(cell)


def _width(rows: Sequence[Row]) -> int:
    """Return the number of cells of most rows with several; 0 if there is no such row."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return widths.most_common(1)[0][0] if widths else 0


def _is_header(rows: Sequence[Row], *, strong: bool) -> bool:
    """Return whether the first row is a header: words, in stronger type than the rest or above columns of figures."""
    head, *below = rows
    full = [row for row in below if len(row) == len(head)]
    if len(head) < 2 or len(full) * 2 < len(below) or not all(map(_WORDS.match, head)):
        return False
    return strong or any(_has_figures(full, column) for column in range(1, len(head)))


def _has_figures(rows: Sequence[Row], column: int) -> bool:
    return sum(bool(_FIGURE.match(row[column])) for row in rows) >= OF_FIGURES * len(rows)
