"""From the lines of a document to its items."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from ingest.fields.attachments import read_attachments, without_marks
from ingest.fields.outcomes import read_asks_for, read_decision
from ingest.fields.topics import read_topics
from ingest.line_patterns import Outline, Section, read_lone_number, split_number, without_leader
from ingest.records import ItemRecord, SubheadingRecord, TableRecord
from ingest.structure.at_lists import mark_entries
from ingest.structure.lines import Line
from ingest.structure.numbering import NumberedItem, choose_items
from ingest.structure.paragraphs import Style, count_paragraphs, join_texts, read_prose, read_subheadings
from ingest.structure.sections import split_sections
from ingest.structure.table_cells import read_table
from ingest.structure.table_of_contents import Contents
from ingest.structure.tables import split_tables
from ingest.structure.title_candidates import TitleCandidate, TitleCandidates

_PROSE = (Section.BACKGROUND, Section.RECOMMENDATION, Section.PRESENTATION, Section.DECISION)


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of one item: its number and title as chosen among the candidates, the lines below, and its first."""

    choice: NumberedItem
    lines: tuple[Line, ...]
    heading: Line | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a document, the line where the first begins, and numbers for which no title was found."""

    bodies: tuple[Body, ...]
    start: int
    unused: tuple[Outline, ...]


def split_items(lines: Sequence[Line], contents: Contents) -> Items:
    """Split lines into items. Numbers separated from their titles are removed from the text in which they ended up."""
    headings = TitleCandidates(lines, contents)
    choices = choose_items(headings.candidates(), headings.numbers)
    torn = {number.at for number in headings.numbers}
    ends = [choice.candidate.start for choice in choices[1:]] + [len(lines)]
    bodies = tuple(_body(choice, end, lines, torn) for choice, end in zip(choices, ends, strict=False))
    used = {choice.torn for choice in choices if choice.torn is not None}
    start = min([choice.candidate.start for choice in choices[:1]] + sorted(used)[:1], default=len(lines))
    unused = (number for number in headings.numbers if number.at not in used and number.at >= start)
    return Items(bodies, start, tuple(number.readings[0].outline for number in unused))


def _body(choice: NumberedItem, end: int, lines: Sequence[Line], torn: set[int]) -> Body:
    first = choice.candidate.end + bool(choice.candidate.case)
    below = tuple(lines[n] for n in range(first, end) if n not in torn)
    return Body(choice, below, lines[choice.candidate.start])


def read_item(body: Body, lines: Sequence[Line], style: Style) -> ItemRecord:
    """Parse one item."""
    candidate = body.choice.candidate
    sections = split_sections(body.lines)
    parted = {section: split_tables(sections.get(section, []), style.width) for section in _PROSE}
    proses = {section: without_marks(prose) for section, (prose, _) in parted.items()}
    proses[Section.RECOMMENDATION] = mark_entries(proses[Section.RECOMMENDATION])
    texts = {section: read_prose(prose, style) for section, prose in proses.items()}
    decision, listed = texts[Section.DECISION], sections.get(Section.ATTACHMENTS, [])
    title = read_title(candidate, lines, style)
    asks_for = read_asks_for(texts[Section.RECOMMENDATION])
    return ItemRecord(
        number=".".join(map(str, body.choice.outline)),
        title=title,
        case_number=candidate.case.number if candidate.case else None,
        caseworkers=candidate.case.caseworkers if candidate.case else (),
        background=texts[Section.BACKGROUND],
        recommendation=texts[Section.RECOMMENDATION],
        presentation=texts[Section.PRESENTATION],
        decision=read_decision(decision) if decision else None,
        asks_for=asks_for,
        attachments=read_attachments(listed, [prose for prose, _ in parted.values()], style),
        topics=read_topics(title, list(texts.values()), asks_for=asks_for),
        tables=tuple(
            table
            for section, (_, found) in parted.items()
            for table in _read_tables(section, proses[section], found, style)
        ),
        first_page=candidate.page,
        last_page=body.lines[-1].page if body.lines else candidate.page,
        subheadings=tuple(
            SubheadingRecord(str(section), text)
            for section, prose in proses.items()
            for text in read_subheadings(prose, style)
        ),
    )


def _read_tables(
    section: Section, prose: Sequence[Line], tables: Sequence[Sequence[Line]], style: Style
) -> Iterator[TableRecord]:
    """Read the tables of a section, and count the paragraphs that come before each."""
    counted = count_paragraphs(prose, style) if tables else []
    for table in tables:
        above = bisect_left(counted, table[0].place, key=itemgetter(0))
        yield read_table(str(section), counted[above - 1][1] if above else 0, table)


def read_title(candidate: TitleCandidate, lines: Sequence[Line], style: Style) -> str:
    """Join a title's lines and drop its number."""
    own = lines[candidate.start : candidate.end]
    texts = [without_leader(line.text) for line in own if not read_lone_number(line.text)]
    if not texts:
        return own[0].text  # of a point that has no title: "Punkt 2 (Lukket)"
    first = split_number(texts[0]) if candidate.readings else None
    return join_texts([first[1] if first else texts[0], *texts[1:]], style).strip()
