"""Tables of participants (Navn | Parti | Kommune, in any order), also where an extractor tore their cells apart.

`set_rows` puts each row on one line, with tabs between its cells, in whatever way the cells came: separated by one
space, each on its own line row by row, or column by column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby, pairwise

from ingest.fields.attendance_headings import PARTIES, read_group
from ingest.fields.municipalities import find_municipality


class Column(StrEnum):
    """What a column has."""

    NAME = "name"
    PARTY = "party"
    PLACE = "place"
    STATUS = "status"
    AWAY = "away"
    OTHER = "other"


_LABELS = {
    Column.NAME: r"navne?|deltager|medlem|repræsentant",
    Column.PARTY: r"parti(?:er)?|liste|partibogstav",
    Column.PLACE: r"kommune",
    Column.STATUS: r"status|fremmøde|til ?stede|mødte?|deltog|deltagelse|fremmødt",
    Column.AWAY: r"afbud|fraværende",
    Column.OTHER: r"titel|stilling|funktion|bemærkning(?:er)?|rolle|nr\.?",
}
_LABEL = re.compile("|".join(f"(?P<{column}>{words})" for column, words in _LABELS.items()), re.IGNORECASE)
_HEAD_PARTS = re.compile(r"\s*[\t|/]\s*|\s+(?!stede\b)")
_PARTY_CELL = re.compile(rf"\(?(?:[A-ZÆØÅ]|{PARTIES}|[–-]|UP|SF|EL|RV|LA|DF)\)?")
_AWAY_CELL = re.compile(r"(?:meldt\s+)?(?:afbud|fraværende|nej|ikke\s+mødt)\.?", re.IGNORECASE)
_THERE_CELL = re.compile(r"til\s?stede|deltog|mødt|ja", re.IGNORECASE)
_TICK = re.compile(r"[x✓✔√]|\(x\)", re.IGNORECASE)
_STATUS_AT_END = re.compile(
    rf"\s+(?P<status>{_AWAY_CELL.pattern}|{_THERE_CELL.pattern}|{_TICK.pattern})$", re.IGNORECASE
)
_WORDS_OF_PLACE = (4, 3, 2, 1)  # "Ringkøbing - Skjern Kommune" has four
AWAY, UNCLEAR = "(afbud)", "(fremmøde uklart)"


def set_rows(texts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a list of participants, with each row of a table on one line, and without its head."""
    texts = _with_headings_above_tables(texts)
    heads = _find_heads(texts)
    columns: tuple[Column, ...] = ()
    cells: list[str] = []
    for n, text in enumerate(texts):
        if n in heads or (_is_heading(texts, n) and not (Column.STATUS in columns and _AWAY_CELL.fullmatch(text))):
            yield from _rows(cells, columns)
            cells, columns = [], heads.get(n, columns)
            if n not in heads:
                yield text
        elif not columns:
            yield text
        elif row := _row(text, columns):
            yield from _rows(cells, columns)
            cells = []
            yield row
        elif not _is_label(texts, n):
            cells.append(text)
    yield from _rows(cells, columns)


def set_headings_above(texts: Sequence[str]) -> Iterator[str]:
    """Yield the lines, with a heading that stands in a column to the left of people on a line of its own above them."""
    for text in texts:
        heading, people = split_heading(text) or ("", text)
        yield from filter(None, (heading, people))


def split_heading(text: str) -> tuple[str, str] | None:
    """Split "Afbud:<tab>Bo Lund (A), Ribe" into heading and rest; None for the head of a table or of two lists."""
    heading, *cells = text.split("\t")
    if not cells or not read_group(heading) or any(map(_label, cells)) or any(map(read_group, cells)):
        return None
    return heading, "\t".join(cells)


def _with_headings_above_tables(texts: Sequence[str]) -> list[str]:
    """Return the lines, with headings that ended up below their table, or within it, above it again."""
    texts = list(texts)
    heads = list(_find_heads(texts))
    groups = [n for n in range(len(texts)) if _is_heading(texts, n)]
    for head in reversed(heads):
        group = next((n for n in groups if n > head), None)
        if group is not None and Column.NAME not in map(_label, texts[head:group]) and _read_head(texts[head]) == ():
            texts.insert(head, texts.pop(group))
            return texts
    unheaded = [after for before, after in pairwise(heads) if not any(before < group < after for group in groups)]
    empty = [n for n in groups if n + 1 == len(texts) or n + 1 in groups]
    below = [n for n in empty if unheaded and n > unheaded[0]]
    if len(unheaded) == len(below) == 1:
        texts.insert(unheaded[0], texts.pop(below[0]))
    return texts


def _find_heads(texts: Sequence[str]) -> dict[int, tuple[Column, ...]]:
    """Return the lines where a head begins, with its columns: on one line, or each label on its own.

    The labels of one head may stand far apart, each above its column; one that comes again belongs to the next table.
    """
    heads: dict[int, tuple[Column, ...]] = {}
    seen: set[Column | None] = set()
    for n, text in enumerate(texts):
        if columns := _read_head(text):
            heads[n] = columns
        elif _is_heading(texts, n):
            seen = set()
        elif _is_label(texts, n):
            if (not seen or _label(text) in seen) and (columns := _torn_head(texts, n)):
                heads[n], seen = columns, set()
            seen.add(_label(text))
    return heads


def _is_heading(texts: Sequence[str], n: int) -> bool:
    """Return whether a line is a heading over people and not the label of a column."""
    return read_group(texts[n]) is not None and not _is_label(texts, n)


def _is_label(texts: Sequence[str], n: int) -> bool:
    """Return whether a line is a column's label; one that may also be a heading must stand below another label."""
    label = _label(texts[n])
    if label in (Column.STATUS, Column.AWAY):
        return n > 0 and _is_label(texts, n - 1)
    return label is not None


def _label(text: str) -> Column | None:
    """Return the column whose label a text is."""
    found = _LABEL.fullmatch(text.strip(" :|"))
    return Column(found.lastgroup) if found and found.lastgroup else None


def _read_head(text: str) -> tuple[Column, ...]:
    """Return the columns that a line names, at least two and a name among them; empty for any other line."""
    found = [_label(part) for part in _HEAD_PARTS.split(text.strip(" :|")) if part]
    columns = tuple(column for column in found if column)
    return columns if Column.NAME in columns and len(columns) == len(found) > 1 else ()


def _torn_head(texts: Sequence[str], n: int) -> tuple[Column, ...]:
    """Return the columns of a head whose first label is on a line alone; empty without names and municipalities."""
    labels = [_label(texts[at]) for at in range(n, len(texts)) if _is_label(texts, at)]
    columns = tuple(dict.fromkeys(label for label in labels if label))
    return columns if Column.NAME in columns and Column.PLACE in columns else ()


def _row(text: str, columns: Sequence[Column]) -> str | None:
    """Return a row with tabs between its cells; None for a line that is a single cell, or part of one."""
    if "\t" in text or "|" in text:
        cells = [cell for cell in re.split(r"\s*[\t|]\s*", text.strip("| ")) if cell]
        return "\t".join([*(cell for cell in cells if not _is_status(cell)), *_status(cells, columns)])
    end = _STATUS_AT_END.search(text) if {Column.STATUS, Column.AWAY} & set(columns) else None
    words = (text[: end.start()] if end else text).split()
    place, words = _take_place(words, first=columns[0] == Column.PLACE)
    if place is None or not words:
        return None
    parties = [n for n in (0, len(words) - 1) if _PARTY_CELL.fullmatch(words[n])]
    party = words.pop(parties[-1 if columns.index(Column.NAME) == 0 else 0]) if parties and len(words) > 2 else ""
    status = _status([end["status"]] if end else [], columns)
    return "\t".join(filter(None, [" ".join(words), party, place, *status])) if words else None


def _is_status(cell: str) -> bool:
    return any(pattern.fullmatch(cell) for pattern in (_AWAY_CELL, _THERE_CELL, _TICK))


def _status(cells: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """Return the mark of a row that says that the person was away, or that its cells do not tell; none for who came.

    A tick means what the only column for ticks is named; with a column for each of the two it tells nothing.
    """
    told = [cell for cell in cells if _is_status(cell)]
    named = [column for column in columns if column in (Column.STATUS, Column.AWAY)]
    if any(_AWAY_CELL.fullmatch(cell) for cell in told):
        return [AWAY]
    if any(_TICK.fullmatch(cell) for cell in told) and named != [Column.STATUS]:
        return [AWAY] if named == [Column.AWAY] else [UNCLEAR]
    return [UNCLEAR] if named and Column.AWAY not in named and not told else []


def _take_place(words: list[str], *, first: bool) -> tuple[str | None, list[str]]:
    """Take the longest municipality from one end of a row, the left first where that column is the first."""
    for count in _WORDS_OF_PLACE:
        for at_start in (first, not first):
            taken, rest = (words[:count], words[count:]) if at_start else (words[-count:], words[:-count])
            if len(rest) >= 2 and find_municipality(" ".join(taken)):
                return " ".join(taken), rest
    return None, words


def _rows(cells: Sequence[str], columns: Sequence[Column]) -> Iterator[str]:
    """Yield the rows of cells that came each on its own line: column by column, or row by row."""
    kinds = [(_kind(cell), cell) for cell in _whole(cells)]
    runs = [(kind, [cell for _, cell in run]) for kind, run in groupby(kinds, key=lambda pair: pair[0])]
    names = len(dict(runs).get(Column.NAME, []))
    if len(dict(runs)) == len(runs) and names > 1:
        even = [(kind, column) for kind, column in runs if len(column) == names]
        rows = [{kind: column[n] for kind, column in even} for n in range(names)]
    else:
        rows = list(_by_row(kinds))
    for row in rows:
        status = row.pop(Column.STATUS, None)
        yield "\t".join([*row.values(), *_status([status] if status else [], columns)])


def _by_row(kinds: Sequence[tuple[Column, str]]) -> Iterator[dict[Column, str]]:
    row: dict[Column, str] = {}
    for kind, cell in kinds:
        if kind == Column.NAME and set(row) == {Column.NAME}:
            row[kind] += f" {cell}"
            continue
        if kind in row:
            yield row
            row = {}
        row[kind] = cell
    if row:
        yield row


def _whole(cells: Sequence[str]) -> list[str]:
    """Join municipalities that were broken over two lines of their cell: "Lyngby- / Taarbæk", "Odense / Kommune"."""
    whole: list[str] = []
    for cell in cells:
        joined = f"{whole[-1]}{'' if whole[-1].endswith('-') else ' '}{cell}" if whole else ""
        if joined and not find_municipality(cell) and find_municipality(joined) and _kind(whole[-1]) != Column.NAME:
            whole[-1] = joined
        elif whole and whole[-1].endswith("-"):
            whole[-1] += cell
        else:
            whole.append(cell)
    return whole


def _kind(cell: str) -> Column:
    if _is_status(cell):
        return Column.STATUS
    if _PARTY_CELL.fullmatch(cell):
        return Column.PARTY
    return Column.PLACE if find_municipality(cell) else Column.NAME
