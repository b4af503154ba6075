"""Bullets that an extractor wrote all above their entries, put back: pdfminer reads the column of bullets first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from ingest.line_patterns import is_case_line, opens_section, split_bullet
from ingest.structure.lines import CleanedLines, Line

FEWEST = 2  # one bullet alone belongs to the line below it


def set_bullets(cleaned: CleanedLines) -> CleanedLines:
    """Return the lines, with each bullet of a run of bullets alone at the beginning of its entry.

    Entries are told apart by the space between them, or are one line each; where there are fewer than bullets, the
    lines stay as they are.
    """
    lines = list(cleaned.lines)
    dropped: set[int] = set()
    for start, end in _runs(lines):
        entries = _entries(lines, end, end - start)
        if len(entries) == end - start:
            for bullet, entry in enumerate(entries, start):
                lines[entry] = replace(lines[entry], text=f"{lines[bullet].text} {lines[entry].text}")
            dropped |= set(range(start, end))
    debris = (*cleaned.debris, *(lines[n] for n in sorted(dropped)))
    kept = tuple(line for n, line in enumerate(lines) if n not in dropped)
    return replace(cleaned, lines=kept, debris=debris) if dropped else cleaned


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where runs of lines begin and end that have a bullet and nothing else."""
    at = 0
    for lone, run in groupby(lines, key=_is_lone):
        count = len(list(run))
        if lone and count >= FEWEST:
            yield at, at + count
        at += count


def _is_lone(line: Line) -> bool:
    return split_bullet(line.text) == ""


def _entries(lines: Sequence[Line], start: int, count: int) -> list[int]:
    """Return where so many entries below a run of bullets begin: after a space, or each line where none has a space."""
    block = list(takewhile(lambda n: _may_be_entry(lines[n]), range(start, len(lines))))
    apart = [n for n in block if n == start or lines[n].apart]
    return apart[:count] if len(apart) > 1 else block


def _may_be_entry(line: Line) -> bool:
    return not (opens_section(line.text) or is_case_line(line.text) or _is_lone(line))
