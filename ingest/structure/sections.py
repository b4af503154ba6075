"""Splitting of an item's lines into sections by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from danish.tolerant_patterns import tolerant_pattern
from ingest.line_patterns import DECISION_OF, Section, find_section, split_run_in
from ingest.structure.lines import Line

_RECOMMENDS = tolerant_pattern(r"(?:det|formandskabet|sekretariatet|embedsmandsudvalget)\s+indstille[sr],?\s")
# The order of an item's sections; recommendation and presentation change places over the years.
_RANK = {
    Section.BACKGROUND: 0,
    Section.RECOMMENDATION: 1,
    Section.PRESENTATION: 1,
    Section.ATTACHMENTS: 2,
    Section.DECISION: 3,
}

# "Bilag 1: Plan for fælles indkøb", in a list without a heading; a sentence would end with a full stop.
_ENCLOSURE = re.compile(
    r"^Bilag\s+(?:nr\.?\s*)?(?:\d{1,2}|[A-Z])\s*[:.–—-]\s+(?=[A-ZÆØÅ\d\"”»]).{3,160}(?<!\.)$"
)  # fmt: skip

Sections = dict[Section | None, list[Line]]


def split_sections(lines: Sequence[Line]) -> dict[Section, list[Line]]:
    """Return the lines of each section of an item, without the headings."""
    sections: Sections = {None: []}
    current: Section | None = None
    for line, below in zip_longest(lines, lines[1:]):
        opened = None if _goes_on(line, below) else _opens(line, current, sections)
        if opened is None:
            sections[current].append(line)
            continue
        current, rest = opened
        sections.setdefault(current, [])
        if rest:
            sections[current].append(replace(line, text=rest))
    return _with_enclosures(_with_unheaded(sections))


def _goes_on(line: Line, below: Line | None) -> bool:
    """Return whether a line like a heading is the beginning of a sentence: "Beslutning i sagen ventes / først"."""
    if below is None or below.apart or not below.text[:1].islower():
        return False
    return DECISION_OF.fullmatch(line.text) is not None and not line.text.endswith(":")


def _opens(line: Line, current: Section | None, sections: Sections) -> tuple[Section, str] | None:
    """Return the section that a line opens, and the text after the heading on its line; None for any other line."""
    run_in = split_run_in(line.text)
    section = run_in[0] if run_in else find_section(line.text)
    if section is None or not _is_next(section, current, sections):
        return None
    return section, run_in[1] if run_in else ""


def _is_next(section: Section, current: Section | None, sections: Sections) -> bool:
    """Return whether a heading opens a section: not if repeated or out of order ("Baggrund" within a decision)."""
    if current is None:
        return True
    if section == current or (section == Section.ATTACHMENTS and current == Section.DECISION):
        return section == Section.ATTACHMENTS
    return not sections.get(section) and _RANK[section] >= _RANK[current]


def _with_unheaded(sections: Sections) -> dict[Section, list[Line]]:
    """Assign the text before any heading: to the background where other headings follow, else to the presentation."""
    headed = {section: lines for section, lines in sections.items() if section is not None}
    loose = sections[None]
    if not loose:
        return headed
    if set(headed) - {Section.ATTACHMENTS, Section.DECISION}:
        return {**headed, Section.BACKGROUND: loose + headed.get(Section.BACKGROUND, [])}
    start = next((n for n, line in enumerate(loose) if line.apart and _RECOMMENDS.match(line.text)), len(loose))
    return {**headed, Section.PRESENTATION: loose[:start], Section.RECOMMENDATION: loose[start:]}


def _with_enclosures(sections: dict[Section, list[Line]]) -> dict[Section, list[Line]]:
    """Move the entries of an attachment list without a heading out of the text around them."""
    if Section.ATTACHMENTS in sections:
        return sections
    taken = {id(line) for lines in sections.values() for line in _enclosures(lines)}
    kept = {section: [line for line in lines if id(line) not in taken] for section, lines in sections.items()}
    listed = [line for lines in sections.values() for line in lines if id(line) in taken]
    return {**kept, Section.ATTACHMENTS: listed} if listed else sections


def _enclosures(lines: Sequence[Line]) -> Iterator[Line]:
    inside = False
    for line in lines:
        inside = bool(_ENCLOSURE.match(line.text)) or (inside and not line.apart and line.text[:1].islower())
        if inside:
            yield line
