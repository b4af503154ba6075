"""Entries of Bilag lists that are numbered 1, 2, 3, so that they are not taken for items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.line_patterns import KNOWN_TITLES, Section, find_section, is_case_line, opens_section, split_number
from ingest.structure.lines import Line


def find_counted_enclosures(lines: Sequence[Line]) -> set[int]:
    """Return the lines with entries of Bilag lists numbered 1, 2, 3 below their heading, which are not items."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        if find_section(line.text) == Section.ATTACHMENTS:
            found.update(_count_entries(lines, n + 1))
    return found


def _count_entries(lines: Sequence[Line], start: int) -> Iterator[int]:
    """Yield the lines numbered on from 1, until one is set apart, or is a title by its words or by what follows it."""
    count = 0
    for n in range(start, len(lines)):
        number = split_number(lines[n].text)
        if opens_section(lines[n].text) or is_case_line(lines[n].text) or (count == 0 and not number):
            return
        if not number:
            continue
        titled = n + 1 < len(lines) and (opens_section(lines[n + 1].text) or is_case_line(lines[n + 1].text))
        if number[0][0].outline != (count + 1,) or titled or KNOWN_TITLES.fullmatch(number[1]):
            return
        if count and lines[n].apart and not lines[start].apart:
            return
        count += 1
        yield n
