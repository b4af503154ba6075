"""Names of sections in a column to the left of their text, put on lines of their own above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.line_patterns import find_section
from ingest.structure.lines import CleanedLines, Line

FEWEST = 2  # names beside their text; one alone may be a row of a table
_FIGURES = re.compile(r"(?:side\s*)?[\d.,\s–-]+", re.IGNORECASE)
# The longest name may stand so near to its text that no more than a space is left between them.
_NEAR = re.compile(r"(?P<name>[A-ZÆØÅ]\w{6,20}):?\s(?P<text>[A-ZÆØÅ–].*)")


def set_section_names_above(cleaned: CleanedLines) -> CleanedLines:
    """Return the lines, where names of sections stand left of their text each name above it."""
    beside = [line for line in cleaned.lines if _split(line.text)]
    if len(beside) < FEWEST:
        return cleaned
    return replace(cleaned, lines=tuple(_names_above(cleaned.lines)))


def _names_above(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        split = _split(line.text) or _split_near(line.text)
        if split is None:
            yield line
            continue
        name, text = split
        yield replace(line, text=name, gap=max(line.gap, 1))
        yield replace(line, text=text, gap=0, top=False)


def _split(text: str) -> tuple[str, str] | None:
    """Split "Baggrund", a tab and its text; None for any other line, as a row of names or one with figures."""
    name, tab, rest = text.partition("\t")
    if not tab or "\t" in rest or find_section(name) is None or find_section(rest) or _FIGURES.fullmatch(rest):
        return None
    return name, rest


def _split_near(text: str) -> tuple[str, str] | None:
    match = _NEAR.fullmatch(text)
    return (match["name"], match["text"]) if match and find_section(match["name"]) else None
