"""Subheadings within a section's text, told by their type; text files have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.line_patterns import split_bullet, split_number
from ingest.structure.lines import Line

SUBHEADING_LINES = 2
SUBHEADING_LETTERS = 160
STRONG_SHARE = 0.6  # of a section's lines; where more are strong, that is its body type
_ENDED = re.compile(r"[.;,]$")


def find_subheadings(lines: Sequence[Line]) -> list[range]:
    """Return where subheadings are: one or two strong lines without a full stop, above text that is not strong."""
    if sum(line.strong for line in lines) > STRONG_SHARE * len(lines):
        return []
    return [run for run in _strong_runs(lines) if _is_subheading(lines, run)]


def _strong_runs(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the runs of strong lines; one that is set apart from the one above begins another."""
    start = 0
    for n in range(1, len(lines) + 1):
        if n == len(lines) or lines[n].apart or lines[n].strong != lines[start].strong:
            if start < len(lines) and lines[start].strong:
                yield range(start, n)
            start = n


def _is_subheading(lines: Sequence[Line], run: range) -> bool:
    first, last = lines[run.start], lines[run.stop - 1]
    if run.stop == len(lines) or lines[run.stop].strong or len(run) > SUBHEADING_LINES:
        return False
    if _ENDED.search(last.text) or sum(len(lines[n].text) for n in run) > SUBHEADING_LETTERS:
        return False
    opens = first.text[0].isupper() and split_bullet(first.text) is None and not split_number(first.text)
    return opens and not _is_emphasis(lines, run)


def _is_emphasis(lines: Sequence[Line], run: range) -> bool:
    """Return whether strong lines stand within a sentence that begins above them or goes on below."""
    first, below = lines[run.start], lines[run.stop]
    if not below.apart and below.text[0].islower():
        return True
    above = lines[run.start - 1].text if run.start else "."
    return not first.apart and bool(re.search(r"[\w,-]$", above)) and len(above) > len(first.text)
