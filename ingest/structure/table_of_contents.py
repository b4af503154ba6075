"""The table of contents: evidence of the items' numbers and titles, never items itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.line_patterns import (
    NumberCandidate,
    Outline,
    find_section,
    has_leader,
    is_case_line,
    read_lone_number,
    split_number,
)
from ingest.structure.lines import Line

_HEADING = re.compile(r"^(?:indholdsfortegnelse|indhold|dagsordenspunkter|oversigt over punkter)\s*:?$", re.IGNORECASE)
# "1.1. Godkendelse af referat ........ SIDE 3", also with the page on a line of its own.
_PAGE = re.compile(r"(?<![\s.·…_])[\s.·…_]*(?:(?<=[\s.·…_])|\bside\s*)(?:side\s*)?(?P<page>\d{1,3})$", re.IGNORECASE)
_LEADER = re.compile(r"(?<![\s.·…_])[\s.·…_]{3,}$")
FEWEST_LEADERS = 3  # lines with dots that lead to a page
TORN = 12  # lines between two of those, where titles and numbers are torn apart
_LONE_PAGE = re.compile(r"^(?:side\s*)?\d{1,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contents:
    """The titles in a table of contents, and the lines it covers: from `start` up to `end`."""

    titles: tuple[str, ...]
    start: int = 0
    end: int = 0


NO_CONTENTS = Contents(())


def find_contents(lines: Sequence[Line]) -> Contents:
    """Return the table of contents before the first item; `NO_CONTENTS` if there is none."""
    first_item = next((n for n, line in enumerate(lines) if is_case_line(line.text)), len(lines))
    for n, line in enumerate(lines[:first_item]):
        if _HEADING.match(line.text):
            return _read(lines, n, n + 1, _find_end(lines, n + 1, first_item))
    led = _led(lines, range(first_item))
    if len(led) >= FEWEST_LEADERS:
        begin = _back_to_numbers(lines, led[0])
        return _read(lines, begin, begin, _after_numbers(lines, begin, led[-1] + 1))
    start = _run_of_pages(lines[:first_item])
    return NO_CONTENTS if start is None else _read(lines, start, start, _find_end(lines, start, first_item))


def _run_of_pages(lines: Sequence[Line]) -> int | None:
    """Return the start of a table of contents without a heading: three successive numbered lines with page numbers."""
    run: list[int] = []
    for n, line in enumerate(lines):
        if split_number(line.text) and _PAGE.search(line.text) and not re.search(r"\d{4}$", line.text):
            run.append(n)
        elif len(run) >= 3:
            break
        elif run and n - run[-1] > 2:
            run = []
    return run[0] if len(run) >= 3 else None


def _led(lines: Sequence[Line], where: range) -> list[int]:
    """Return the first run of lines with dots that lead to a page, with no more than torn numbers between them."""
    run: list[int] = []
    for n in where:
        if has_leader(lines[n].text):
            run.append(n)
        elif run and n - run[-1] > TORN:
            if len(run) >= FEWEST_LEADERS:
                break
            run = []
    return run


def _back_to_numbers(lines: Sequence[Line], n: int) -> int:
    """Go up from the first line with dots over the numbers that were torn from the titles, on the same page."""
    while n and not lines[n].top and (read_lone_number(lines[n - 1].text) or split_number(lines[n - 1].text)):
        n -= 1
    return n


def _after_numbers(lines: Sequence[Line], start: int, end: int) -> int:
    """Go down from the last line with dots over page numbers and torn numbers, until the first number comes again."""
    first = next((lone[0].outline for line in lines[start:end] if (lone := _outline_of(line))), None)
    while end < len(lines) and not lines[end].top:
        lone = read_lone_number(lines[end].text)
        if not _LONE_PAGE.match(lines[end].text) and (not lone or lone[0].outline == first):
            break
        end += 1
    return end


def _outline_of(line: Line) -> Sequence[NumberCandidate]:
    number = split_number(line.text)
    return number[0] if number else read_lone_number(line.text)


def _read(lines: Sequence[Line], start: int, first: int, end: int) -> Contents:
    """Read the entries from line `first` up to `end`, with titles joined over lines and page numbers dropped."""
    titles: list[list[str]] = []
    open_entry = False
    for line in lines[first:end]:
        number = split_number(line.text)
        if number or read_lone_number(line.text):
            titles.append([_without_page(number[1])] if number else [])
            open_entry = True
        elif has_leader(line.text) and not open_entry:
            titles.append([_without_page(line.text)])
        elif open_entry and not _LONE_PAGE.match(line.text):
            titles[-1].append(_without_page(line.text))
        if _PAGE.search(line.text) or _LONE_PAGE.match(line.text):
            open_entry = False
    return Contents(tuple(filter(None, (" ".join(parts).strip() for parts in titles))), start, end)


def _without_page(text: str) -> str:
    return text if re.search(r"\b(?:19|20)\d\d$", text) else _LEADER.sub("", _PAGE.sub("", text))


def _find_end(lines: Sequence[Line], first: int, first_item: int) -> int:
    """Return where the contents end: after their pages, where the first number recurs, or where an item begins."""
    lowest: Outline | None = None
    led = _led(lines, range(first, first_item))
    if len(led) >= FEWEST_LEADERS and led[0] - first <= TORN:
        return _after_numbers(lines, first, led[-1] + 1)
    for n in range(first, len(lines)):
        line = lines[n]
        if is_case_line(line.text) or find_section(line.text):
            return _back_to_title(lines, first, n)
        number = split_number(line.text)
        lone = read_lone_number(line.text)
        outline = number[0][0].outline if number else lone[0].outline if lone else None
        if n > first and line.top and not (outline and _PAGE.search(line.text)) and not _goes_on(lines, n):
            return n
        if outline and outline == lowest:
            return n
        if outline:
            lowest = min(outline, lowest or outline)
    return len(lines)


def _goes_on(lines: Sequence[Line], n: int) -> bool:
    """Return whether the page that begins at line n is still contents: most of its lines end in a page number."""
    page = [line for line in lines[n : n + 60] if line.page == lines[n].page]
    return sum(bool(_PAGE.search(line.text)) for line in page) * 2 >= len(page)


def _back_to_title(lines: Sequence[Line], first: int, n: int) -> int:
    """Go back from an item's case number or first heading to the first line of its title."""
    while n > first and not lines[n].apart:
        n -= 1
    while n > first and not (lines[n].apart and (split_number(lines[n].text) or lines[n].top)):
        n -= 1
    return max(n, first)
