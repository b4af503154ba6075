"""From the lines of a document to its items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.attachments import read_attachments, without_marks
from ingest.cleaning import Line
from ingest.contents import Contents
from ingest.headings import Headings
from ingest.outcomes import read_asks_for, read_decision
from ingest.outline import Choice, choose_items
from ingest.prose import Style, join_texts, read_prose
from ingest.records import ItemRecord
from ingest.sections import split_sections
from ingest.shapes import Outline, Section, split_number
from ingest.tables import read_table, split_tables
from ingest.topics import read_topics

_PROSE = (Section.BACKGROUND, Section.RECOMMENDATION, Section.PRESENTATION, Section.DECISION)


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of one item: its choice among the candidates and the lines below its title."""

    choice: Choice
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a document, where the first begins, and the numbers that found no title."""

    bodies: tuple[Body, ...]
    start: int
    unused: tuple[Outline, ...]


def split_items(lines: Sequence[Line], contents: Contents) -> Items:
    """Tell the items apart. Numbers that were torn from their titles are taken out of the text they stand in."""
    headings = Headings(lines, contents)
    candidates = headings.candidates()
    choices = choose_items(candidates, headings.numbers)
    starts = [choice.candidate.start for choice in choices]
    used = {choice.torn for choice in choices}
    torn = {number.at for number in headings.numbers}
    bodies = []
    for choice, end in zip(choices, [*starts[1:], len(lines)], strict=True):
        first = choice.candidate.end + bool(choice.candidate.case)
        own = [lines[n] for n in range(first, end) if n not in torn]
        bodies.append(Body(choice, tuple(own)))
    unused = tuple(
        number.readings[0].outline
        for number in headings.numbers
        if number.at not in used and choices and number.at >= starts[0]
    )
    first_torn = min((at for at in used if at is not None), default=len(lines))
    return Items(tuple(bodies), min([*starts[:1], first_torn, len(lines)]), unused)


def read_item(body: Body, lines: Sequence[Line], style: Style) -> ItemRecord:
    """Read one item."""
    sections, _ = split_sections(body.lines)
    candidate = body.choice.candidate
    prose: dict[Section, list[Line]] = {}
    tables: list[str] = []
    for section in _PROSE:
        running, found = split_tables(sections.get(section, []), style.width)
        prose[section] = running
        tables += map(read_table, found)
    texts = {section: read_prose(without_marks(prose[section]), style) for section in _PROSE}
    title = read_title([line.text for line in lines[candidate.start : candidate.end]], bool(candidate.readings), style)
    case = candidate.case
    return ItemRecord(
        number=".".join(map(str, body.choice.outline)),
        title=title,
        case_number=case.number if case else None,
        caseworkers=case.caseworkers if case else (),
        background=texts[Section.BACKGROUND],
        recommendation=texts[Section.RECOMMENDATION],
        presentation=texts[Section.PRESENTATION],
        decision=read_decision(texts[Section.DECISION] or "") if texts[Section.DECISION] else None,
        asks_for=read_asks_for(texts[Section.RECOMMENDATION]),
        attachments=read_attachments(
            sections.get(Section.ATTACHMENTS, []),
            [prose[section] for section in _PROSE],
            style,
        ),
        topics=read_topics(title, list(texts.values())),
        tables=tuple(tables),
        first_page=candidate.page,
        last_page=body.lines[-1].page if body.lines else candidate.page,
    )


def read_title(texts: Sequence[str], numbered: bool, style: Style) -> str:
    """Join a title's lines and drop the number before it."""
    first = split_number(texts[0]) if numbered else None
    return join_texts([first[1] if first else texts[0], *texts[1:]], style).strip()
