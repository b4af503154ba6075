"""Tables: rows and cells, separated from the prose.

In a PDF cells are found by their position (`ingest.extract.layout` puts a tab between them). Text extracts have lost
the columns: there a row is recognized by its numbers ("KKR Hovedstaden 851 850 1.779"), and a table whose cells fell
apart by its many short lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.line_patterns import split_bullet
from ingest.structure.lines import Line

FIGURE = r"(?:[-–−+]?\d{1,3}(?:[. ]?\d{3})*(?:,\d+)?\s?%?|\d+|[-–—])"
# A name, perhaps after a code, and numbers; a single number counts only where similar rows follow.
ROW = re.compile(rf"^\|?\s*(?P<name>(?:\d{{3}}\s)?[^\W\d_][^\t.;:]{{1,45}}?)(?P<figures>(?:\s+{FIGURE}){{1,12}})$")
FIGURES_ONLY = re.compile(rf"^{FIGURE}(?:\s+{FIGURE})*$")
_CODED = re.compile(r"^\d{3}\s+[^\W\d_][\w\s-]{2,30}$")
# "Tabel 2: Kvoter for 2026"; a sentence that begins so goes on after the number.
_CAPTION = re.compile(
    r"^(?:tabel|skema|oversigt|figur)\s*(?:\d{1,2}[a-z]?)?\s*(?:[:.–-]\s*\S.*|(?<=\d))$", re.IGNORECASE
)
CAPTION_LETTERS = 150
_SENTENCE = re.compile(r"[.;:,]$")
ROWS = 3
LONG = 0.8  # of a full line: prose may end in a number or two
MANY_FIGURES = 4
SHORT_LINES = 12  # this many in succession are a table fallen apart
SHORT = 0.42  # of a full line


def split_tables(lines: Sequence[Line], width: int) -> tuple[list[Line], list[list[Line]]]:
    """Return the lines of prose and, separately, the lines of each table."""
    rows, short = _row_runs(lines, width), _short_runs(lines, width)
    prose: list[Line] = []
    tables: list[list[Line]] = []
    n = 0
    while n < len(lines):
        end = max(rows.get(n, n), short.get(n, n))
        if end == n:
            prose.append(_below(tables, lines[n]))
            n += 1
            continue
        head = _head_of(prose, lines[n], width)
        head += len(prose) > head and is_caption(prose[len(prose) - head - 1], lines[n:end])
        tables.append([*prose[len(prose) - head :], *lines[n:end]])
        del prose[len(prose) - head :]
        n = end
    return prose, tables


def _below(tables: Sequence[list[Line]], line: Line) -> Line:
    """Return a line of prose, set apart from what comes before the table if it follows one."""
    return replace(line, gap=1) if tables and not line.apart and _follows(line, tables[-1][-1]) else line


def _follows(line: Line, row: Line) -> bool:
    return line.page == row.page and line.place[1] == row.place[1] + 1


def is_caption(line: Line, rows: Sequence[Line]) -> bool:
    """Return whether a line directly above the rows of a table names it: "Tabel 1: …", or by its strong type."""
    if not rows or line.page != rows[0].page or len(line.text) > CAPTION_LETTERS or "\t" in line.text:
        return False
    if _CAPTION.match(line.text):
        return True
    # Directly above a strong header, a strong line is part of the header: a cell of several lines.
    set_off = line.strong and not rows[-1].strong and (rows[0].apart or not rows[0].strong)
    return set_off and "\t" in "".join(row.text for row in rows[:2]) and not _is_sentence_end(line.text)


def _is_row(text: str, width: int) -> bool:
    """Return whether a line may be a table row: it has cells, or ends in numbers, or is a code and a name."""
    if split_bullet(text):
        return False
    if "\t" in text or text.count(" | ") > 1:
        return True
    row = ROW.match(text)
    if len(text) > width * LONG:
        return row is not None and len(row["figures"].split()) >= MANY_FIGURES
    return bool(row or FIGURES_ONLY.match(text) or _CODED.match(text))


def _row_runs(lines: Sequence[Line], width: int) -> dict[int, int]:
    """Return for each row where the table ends that would begin with it, if enough rows follow.

    One line at a time in a table may be no row.
    """
    ends: dict[int, int] = {}
    below = end = count = strong = 0
    for n in reversed(range(len(lines))):
        if not _is_row(lines[n].text, width):
            continue
        if not count or below - n > 2:
            end, count, strong = n + 1, 0, 0
        below, count, strong = n, count + 1, strong + _weight(lines[n].text)
        if count >= ROWS and strong >= ROWS:
            ends[n] = end
    return ends


def _weight(text: str) -> int:
    """Return 1 for a line with a number or several cells, 0 for any other."""
    return 1 if "\t" in text or "|" in text or len(re.findall(rf"\s{FIGURE}", text)) >= 1 else 0


def _short_runs(lines: Sequence[Line], width: int) -> dict[int, int]:
    """Return the start and end of each run of many short lines that are neither a list nor names."""
    runs: dict[int, int] = {}
    start = 0
    for n in range(len(lines) + 1):
        if n < len(lines) and len(lines[n].text) < width * SHORT and not _is_sentence_end(lines[n].text):
            continue
        while start < n and not lines[start].apart and lines[start].text[0].islower():
            start += 1
        if n - start >= SHORT_LINES and _is_scattered(lines[start:n]):
            runs[start] = n
        start = n + 1
    return runs


def _is_scattered(run: Sequence[Line]) -> bool:
    bullets = sum(split_bullet(line.text) is not None for line in run)
    people = sum(bool(re.search(r"\([^\W\d_]{1,2}\)|Kommune", line.text)) for line in run)
    return bullets < len(run) / 2 and people < len(run) / 4


def _is_sentence_end(text: str) -> bool:
    """Return whether a line ends a sentence: in cells only abbreviations, which are short, have a full stop."""
    return bool(re.search(r"[^\W\d_]{5}\.$", text))


def _head_of(prose: Sequence[Line], first: Line, width: int) -> int:
    """Return how many lines above are the table's head: short ones on the same page that do not end a sentence."""
    head = 0
    for line in reversed(prose[-3:]):
        same = line.page == first.page and not (prose[len(prose) - 1 - head].apart and head)
        if not same or (first.apart and not head) or _SENTENCE.search(line.text) or len(line.text) > width * 0.85:
            break
        head += 1
    return head
