"""Case numbers set on the line of their title, in a column at the right or the left, put on a line of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.line_patterns import BREAKS_OFF, is_case_line, opens_section, split_number
from ingest.structure.lines import CleanedLines, Line

TITLE_LINES = 4


class _Split(NamedTuple):
    """The text of a title, and the case number that stands beside it."""

    title: str
    case: str


def set_case_numbers_below(cleaned: CleanedLines) -> CleanedLines:
    """Return the lines, where a title and a case number stand in two cells the case number below the title.

    Rows with case numbers below each other are a table or a list of contents and stay as they are.
    """
    if not any("\t" in line.text for line in cleaned.lines):
        return cleaned
    return replace(cleaned, lines=tuple(_numbers_below(cleaned.lines)))


def _numbers_below(lines: Sequence[Line]) -> Iterator[Line]:
    found = {n: split for n, line in enumerate(lines) if (split := _split(line.text))}
    titles = {
        n: split for n, split in found.items() if not {n - 1, n + 1} & found.keys() and _is_title(lines, n, split)
    }
    below: dict[int, Line] = {}  # the case numbers to come after lines
    for n, line in enumerate(lines):
        if n in titles:
            yield replace(line, text=titles[n].title)
            below[_title_end(lines, n, titles[n].title)] = replace(line, text=titles[n].case, gap=0, top=False)
        else:
            yield line
        if n in below:
            yield below[n]


def _split(text: str) -> _Split | None:
    if "\t" not in text or is_case_line(text):
        return None
    before, _tab, last = text.rpartition("\t")
    if is_case_line(last):
        return _Split(before.replace("\t", " "), last)
    first, _tab, after = text.partition("\t")
    return _Split(after.replace("\t", " "), first) if is_case_line(first) else None


def _is_title(lines: Sequence[Line], n: int, split: _Split) -> bool:
    """Return whether the cell beside a case number has an item's number, or a section begins below it."""
    end = _title_end(lines, n, split.title) + 1
    return split_number(split.title) is not None or (end < len(lines) and opens_section(lines[end].text))


def _title_end(lines: Sequence[Line], n: int, title: str) -> int:
    """Return the index of the last line of a title that may go on below its case number."""
    end = n
    while end + 1 < min(len(lines), n + TITLE_LINES) and not lines[end + 1].apart:
        text = lines[end + 1].text
        if opens_section(text) or not (text[0].islower() or BREAKS_OFF.search(title)):
            break
        end, title = end + 1, text
    return end
