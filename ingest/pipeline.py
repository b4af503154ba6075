"""The entry points of parsing: from a file to the record of its meeting, step by step.

    source = read_source(data, "referat.pdf")    # pages of lines, misread letters repaired
    record = read_meeting(source)                # what they say

Everything here is pure: no database, no Django. Raises no errors but those of `ingest.errors`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.closing_decisions import find_closing_decisions
from ingest.council_check import check_council, check_items, find_council_warnings
from ingest.coverage import read_coverage
from ingest.embedded_participants import take_participants
from ingest.enclosure_record import make_enclosure
from ingest.errors import EmptyFile, Letter, NeedsOcr, NoDate, NoItems, NoRegion, NotAMeetingDocument
from ingest.extract.file_kinds import refuse_foreign
from ingest.extract.pdf import is_pdf, read_pdf
from ingest.extract.portfolio import find_attachments, refuse_portfolio
from ingest.extract.set_source import set_source
from ingest.extract.text import is_text, read_text
from ingest.facts.reading import read_facts
from ingest.fields.council import read_council
from ingest.fields.dispatched import read_dispatched
from ingest.fields.enclosure import is_enclosure, is_letter, read_enclosure
from ingest.fields.meeting_header import Header, is_draft_mark, read_header
from ingest.fields.participants import Participants, read_participants
from ingest.items import Body, Items, read_item, split_items
from ingest.layout_warnings import find_closing_warnings
from ingest.letters.item_repairs import read_repaired_words
from ingest.letters.learned_lexicon import ArchiveLexicon
from ingest.letters.repair import repair
from ingest.limits import refuse_long_lines
from ingest.parse_warnings import find_letter_warnings, find_name_warnings, find_page_warnings, find_warnings
from ingest.privacy import mask
from ingest.records import NOTHING_STATED, ItemRecord, MeetingRecord, Source, Stated
from ingest.scans.scanned_pages import read_scans
from ingest.structure.case_cells import set_case_numbers_below
from ingest.structure.lines import CleanedLines, Line, clean
from ingest.structure.lone_bullets import set_bullets
from ingest.structure.paragraphs import Style, read_style
from ingest.structure.section_cells import set_section_names_above
from ingest.structure.table_of_contents import find_contents
from meetings.shared.page_layout import PageLayout
from meetings.shared.vocabulary import Attendance, DocumentKind, MeetingStatus

_COUNCIL = re.compile(r"KKR|K K R|kommunekontaktr", re.IGNORECASE)


def read_source(
    data: bytes,
    name: str = "",
    learned: ArchiveLexicon | None = None,
    on_page: Callable[[], None] = lambda: None,
    *,
    careful: bool = False,
) -> Source:
    """Extract the pages of a document and repair misread letters, using the words that an archive has learned.

    A PDF is recognized by its bytes, a damaged one by a name ending in .pdf. OCR of scanned pages comes before repair;
    `on_page` is called after each page read by OCR. A PDF that only wraps others raises Portfolio, which has them, and
    a file of another kind ForeignFile. `careful` reads a PDF without PDFium, which broke down over it.
    """
    if not data.strip():
        raise EmptyFile
    refuse_foreign(data)
    if is_pdf(data) or (name.lower().endswith(".pdf") and not is_text(data)):
        if careful:
            return read_layouts(read_pdf(data, careful=True), learned)
        refuse_portfolio(data)
        layouts = read_scans(data, read_pdf(data), learned, on_page)
        return read_layouts(_with_attachments(layouts, find_attachments(data)), learned)
    return repair(read_text(data), learned)


def _with_attachments(layouts: list[PageLayout], names: Sequence[str]) -> list[PageLayout]:
    """Note on the first page that files are attached."""
    if not names or not layouts:
        return layouts
    note = f"Filen har {len(names)} vedhæftede filer, som ikke er læst: {', '.join(names)}."
    if len(names) == 1:
        note = f"Filen har en vedhæftet fil, som ikke er læst: {names[0]}."
    return [layouts[0].with_note(note), *layouts[1:]]


def read_layouts(layouts: Sequence[PageLayout], learned: ArchiveLexicon | None = None) -> Source:
    """Make a source from the layouts of its pages, just extracted or stored, and repair misread letters."""
    source = set_source(layouts)
    refuse_long_lines(source)
    return repair(source, learned)


def read_meeting(source: Source, stated: Stated = NOTHING_STATED, name: str = "") -> MeetingRecord:
    """Parse the pages; the file's `name` may only raise a doubt about the day.

    Of an enclosure the record has the meeting alone. If what is required is missing and a page still wants OCR, raises
    NeedsOcr.
    """
    try:
        cleaned = clean(source)
        texts = [line.text for line in cleaned.lines]
        if stated.kind is None and is_letter(texts):
            raise Letter
        if stated.kind == DocumentKind.ENCLOSURE or (stated.kind is None and is_enclosure(texts, name)):
            return make_enclosure(read_enclosure(texts, name), source, stated)
        record = _read_meeting(_put_together(cleaned), source, stated)
        return replace(record, warnings=(*record.warnings, *find_name_warnings(name, record)))
    except (NotAMeetingDocument, NoRegion, NoDate) as error:
        if any(page.wants_ocr for page in source.pages):
            raise NeedsOcr from error
        raise


def _read_meeting(cleaned: CleanedLines, source: Source, stated: Stated) -> MeetingRecord:
    style = read_style(cleaned.lines)
    contents = find_contents(cleaned.lines)
    items = split_items(cleaned.lines, contents)
    front = _front(cleaned.lines, contents.start, contents.end, items)
    council = read_council([line.text for line in front], [line.text for line in cleaned.debris])
    check_council(council, stated)
    if not (stated.region or _COUNCIL.search(source.text)):
        raise NotAMeetingDocument
    participants = read_participants(front)
    if items.bodies and not participants.records:
        items, participants = take_participants(items)
    records = _read_items(items, cleaned, style, source)
    head = front[: participants.start] if participants.end else front
    header = read_header(head, cleaned.debris, records, style, source.marks)
    if not items.bodies:
        header = _as_notice(header)
    closing: tuple[Body, ...] = ()
    if (stated.kind or header.kind) == DocumentKind.MINUTES and not any(record.decision for record in records):
        items, closing = find_closing_decisions(items)
        records = _read_items(items, cleaned, style, source)
    check_items(council, header, records, stated)
    record = _make_record(header, participants, records, stated, cleaned)
    doubts = (
        *find_letter_warnings(source.encoding),
        *find_page_warnings(source.pages),
        *find_council_warnings(council, header, stated),
        *find_warnings(record, header, participants, items, stated),
        *find_closing_warnings(closing),
    )
    return replace(
        record,
        items=tuple(replace(one, facts=read_facts(one, record.date)) for one in record.items),
        warnings=tuple(map(mask, doubts)),
        coverage=read_coverage(cleaned, style, record),
        draft=header.draft or any(map(is_draft_mark, source.marks)),
        dispatched=read_dispatched(front, cleaned.debris, records, record.kind),
    )


def _put_together(cleaned: CleanedLines) -> CleanedLines:
    """Return lines with what columns tore apart put together: case numbers, bullets and names of sections."""
    return set_section_names_above(set_bullets(set_case_numbers_below(cleaned)))


def _as_notice(header: Header) -> Header:
    """Return the header of a paper without items as that of a notice; raises NoItems for any other."""
    if not header.region or not header.date or header.day.status not in (MeetingStatus.CANCELLED, MeetingStatus.MOVED):
        raise NoItems
    return replace(header, kind=DocumentKind.NOTICE)


def _read_items(items: Items, cleaned: CleanedLines, style: Style, source: Source) -> tuple[ItemRecord, ...]:
    return tuple(_read_item(body, cleaned.lines, style, source) for body in items.bodies)


def _read_item(body: Body, lines: Sequence[Line], style: Style, source: Source) -> ItemRecord:
    record = read_item(body, lines, style)
    if not source.changes:
        return record
    own = [*lines[body.choice.candidate.start : body.choice.candidate.end], *body.lines]
    return replace(record, repairs=read_repaired_words(record, own, source))


def _front(lines: Sequence[Line], contents_start: int, contents_end: int, items: Items) -> list[Line]:
    """Return the lines before the first item, without the table of contents."""
    return [line for n, line in enumerate(lines[: items.start]) if not contents_start <= n < contents_end]


def _make_record(
    header: Header, participants: Participants, items: tuple[ItemRecord, ...], stated: Stated, cleaned: CleanedLines
) -> MeetingRecord:
    """Compose the record, stated values first. Raises NoRegion or NoDate."""
    region, date = stated.region or header.region, stated.date or header.date
    if region is None:
        raise NoRegion
    if date is None:
        raise NoDate
    kind = stated.kind or header.kind or _kind_by_content(items, participants)
    return MeetingRecord(
        kind=kind,
        region=region,
        date=date,
        start_time=header.day.start_time,
        end_time=header.day.end_time,
        place=header.place,
        place_note=header.place_note,
        status=header.day.status,
        extraordinary=header.day.extraordinary,
        moved_from=header.day.moved_from,
        deadline=header.day.deadline,
        deadline_time=header.day.deadline_time,
        corrected=header.corrected and kind == DocumentKind.MINUTES,
        participants=participants.records,
        items=items,
        pages=cleaned.pages,
    )


def _kind_by_content(records: Sequence[ItemRecord], participants: Participants) -> DocumentKind:
    """Return MINUTES if there are decisions or absent participants, else AGENDA."""
    decided = any(record.decision for record in records)
    away = any(one.status == Attendance.ABSENT for one in participants.records)
    return DocumentKind.MINUTES if decided or away else DocumentKind.AGENDA
