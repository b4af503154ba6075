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
# "Beslutning i KKR Fyn den 3. maj 2012"
_OF_COUNCIL = tolerant_pattern(r"(?:beslutning|konklusion) .*(?:KKR|kommunekontaktråd)")

Sections = dict[Section | None, list[Line]]


def split_sections(lines: Sequence[Line]) -> dict[Section, list[Line]]:
    """Return the lines of each section of an item, without the headings."""
    return _with_enclosures(_with_unheaded(_read_down(lines)[0]))


def find_stray_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are headings by their words, but stand within the text of another section."""
    return _read_down(lines)[1]


def _read_down(lines: Sequence[Line]) -> tuple[Sections, list[Line]]:
    """Return the lines by section, those above any heading under None, and the headings that opened no section."""
    sections: Sections = {None: []}
    stray: list[Line] = []
    current: Section | None = None
    bare = [None if DECISION_OF.fullmatch(line.text) else find_section(line.text) for line in lines]
    for n, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        opened = None if _goes_on(line, below) else _opens(line, current, sections, bare[n + 1 :])
        if opened is None:
            sections[current].append(line)
            stray += [line] * (bare[n] is not None and current != Section.ATTACHMENTS)
            continue
        current, rest = opened
        sections.setdefault(current, [])
        if rest:
            sections[current].append(replace(line, text=rest))
    return sections, stray


def _goes_on(line: Line, below: Line | None) -> bool:
    """Return whether a line like a heading is the beginning of a sentence: "Beslutning i sagen ventes / først"."""
    if below is None or below.apart or not below.text[:1].islower():
        return False
    return DECISION_OF.fullmatch(line.text) is not None and not line.text.endswith(":")


def _opens(
    line: Line, current: Section | None, sections: Sections, later: Sequence[Section | None]
) -> tuple[Section, str] | None:
    """Return the section that a line opens, and the text after the heading on its line; None for any other line.

    `later` has the headings below, alone on their lines.
    """
    run_in = split_run_in(line.text)
    section = run_in[0] if run_in else find_section(line.text)
    if section is None or (section == Section.DECISION and _is_entry(line, current, later)):
        return None
    if not _is_next(section, current, sections) and not _comes_late(line, section, sections, later):
        return None
    return section, run_in[1] if run_in else ""


def _is_entry(line: Line, current: Section | None, later: Sequence[Section | None]) -> bool:
    """Return whether a line like "Referat fra Sundhedsforum" names a document, as the decision stands elsewhere."""
    named = DECISION_OF.fullmatch(line.text) is not None
    if Section.DECISION in later:
        return named or (current == Section.ATTACHMENTS and not line.apart)
    return named and current == Section.ATTACHMENTS and not _OF_COUNCIL.match(line.text)


def _is_next(section: Section, current: Section | None, sections: Sections) -> bool:
    """Return whether a heading opens a section: not if repeated or out of order ("Baggrund" within a decision)."""
    if current is None:
        return True
    if section == current or (section == Section.ATTACHMENTS and current == Section.DECISION):
        return section == Section.ATTACHMENTS
    return not sections.get(section) and _RANK[section] >= _RANK[current]


def _comes_late(line: Line, section: Section, sections: Sections, later: Sequence[Section | None]) -> bool:
    """Return whether a section comes after one that usually follows it, as where the decision stands first.

    Where the decision comes last, a heading that is repeated tells that those below it belong to its text.
    """
    seen = {one for one, lines in sections.items() if one is not None and lines}
    if section in seen or (section == Section.BACKGROUND and sections[None]):
        return False
    first = next((one for one in sections if one is not None), None)
    if first == Section.DECISION and not sections[None]:
        return True
    return split_run_in(line.text) is None and not seen.intersection(later) - {Section.ATTACHMENTS, Section.DECISION}


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
