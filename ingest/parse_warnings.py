"""Warnings about doubtful results of parsing, in words for an archivist."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from danish.encodings import Encoding
from ingest.fields.dates import find_dates
from ingest.fields.front_lines import join_front
from ingest.fields.meeting_day import write_day
from ingest.fields.meeting_header import Header, find_agenda_date, find_agenda_item
from ingest.fields.participants import Participants
from ingest.items import Items
from ingest.layout_warnings import find_layout_warnings
from ingest.line_patterns import Outline
from ingest.records import ItemRecord, MeetingRecord, Page, Stated
from ingest.structure.numbering import leap
from meetings.shared.vocabulary import DocumentKind, HiddenReason, PageOrigin

# What is left out, never its words: the warnings are public.
_LEFT_OUT = {
    HiddenReason.COVERED: "tekst, der er dækket af en sort bjælke, et billede eller andet,",
    HiddenReason.LAYER_OFF: "tekst på et lag, der er slået fra,",
    HiddenReason.OUTSIDE: "tekst uden for den viste side",
    HiddenReason.INVISIBLE: "usynlig tekst",
    HiddenReason.PALE: "hvid tekst på hvid bund eller anden tekst i baggrundens farve",
}
_CHARSET_NAMES = {"windows-1252": "Windows-1252", "macintosh": "Mac Roman", "IBM850": "CP850", "IBM865": "CP865"}
_NAME_OF_OTHER_DAY = re.compile(r"send|hent|print|kopi|scan|frist|version|\brev|download|godkend", re.IGNORECASE)
UNSURE = 0.75  # of 1; clean scans are read with 0.9 and more


def find_warnings(
    record: MeetingRecord, header: Header, participants: Participants, items: Items, stated: Stated
) -> tuple[str, ...]:
    """Return all warnings about a document, in the order an archivist would check: meeting, participants, items."""
    found = [
        *_of_meeting(record, header, items, stated),
        *_of_participants(record.kind, participants),
        *_of_numbers(items),
        *find_layout_warnings(record, items),
        *(warning for item in record.items for warning in _of_item(record.kind, item)),
    ]
    return tuple(dict.fromkeys(found))


def find_page_warnings(pages: Sequence[Page]) -> tuple[str, ...]:
    """Return the warnings about pages: text left out since no reader sees it, and what was not read, or badly."""
    return tuple(warning for page in pages for warning in _of_page(page))


def find_letter_warnings(encoding: Encoding | None) -> tuple[str, ...]:
    """Return the warnings about letters of a text file that may have been decoded wrongly."""
    return tuple(_of_letters(encoding)) if encoding else ()


def _of_letters(encoding: Encoding) -> Iterator[str]:
    name = _CHARSET_NAMES.get(encoding.charset, encoding.charset.upper())
    if encoding.doubtful:
        yield f"Bogstaverne er læst som {name}, men usikkert; kontrollér æ, ø og å efter originalen."
    if encoding.strays:
        yield f"Filen blander tegnsæt: {encoding.strays} tegn er læst anderledes end resten, som er {name}."
    if encoding.mended:
        yield f"{encoding.mended} tegn var gemt i et forkert tegnsæt og er rettet; kontrollér dem efter originalen."
    if encoding.lost:
        yield f"{encoding.lost} tegn var gået tabt i filen, før den blev modtaget; de står som �."
    if encoding.questioned:
        yield f"{encoding.questioned} bogstaver eller flere var gået tabt i filen, før den kom; de står som ?."


def _of_page(page: Page) -> Iterator[str]:
    if page.failure:
        yield f"Side {page.number} kunne ikke læses med OCR: {page.failure}."
    elif page.origin == PageOrigin.NONE:
        yield f"Side {page.number} er et billede og er ikke læst: den kræver OCR."
    elif page.confidence is not None and page.confidence < UNSURE:
        yield f"Side {page.number} er læst med OCR, men usikkert ({100 * page.confidence:.0f} %); se originalen."
    for reason in sorted({one.reason for one in page.hidden}, key=lambda reason: reason.rank):
        yield f"Side {page.number}: {_LEFT_OUT[reason]} er ikke taget med."
    yield from page.notes


def _of_meeting(record: MeetingRecord, header: Header, items: Items, stated: Stated) -> Iterator[str]:
    approved = find_agenda_date(record.items)
    if approved and approved not in (record.date, record.moved_from):
        yield f"{_approved_where(record, items, approved)}, men mødets dato er {write_day(record.date)}."
    others = [write_day(other) for other in header.dates if other not in (record.date, approved)]
    if others and stated.date is None:
        yield (
            f"Dokumentet nævner flere datoer for mødet: {write_day(record.date)} er valgt, "
            f"men der står også {', '.join(others)}."
        )
    yield from header.day.doubts
    if header.kind is None and stated.kind is None:
        yield f"Der er ingen forside. Dokumentet er læst som {record.kind.label.lower()} ud fra sit indhold."
    if not header.dates and stated.date:
        yield "Mødedatoen fremgår ikke af dokumentet; den angivne er brugt."


def _approved_where(record: MeetingRecord, items: Items, approved: datetime.date) -> str:
    """Return where the item that approves the agenda names another day than the meeting's."""
    item = find_agenda_item(record.items)
    number, body = next((one.number, body) for one, body in zip(record.items, items.bodies, strict=True) if one == item)
    places = [line.place for line in join_front(body.lines) if approved in [one.date for one in find_dates(line.text)]]
    return f"Punkt {number} nævner mødet den {write_day(approved)}{f' ({places[0]})' if places else ''}"


def find_name_warnings(name: str, record: MeetingRecord) -> tuple[str, ...]:
    """Return the warning that a file's name has another day than its meeting, unless it says of what else it is."""
    bare = re.sub(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)", r" \1-\2-\3 ", PurePath(name).stem).replace("_", " ")
    dates = [one.date for one in find_dates(bare) if re.search(r"20\d\d", bare[one.start : one.end])]
    known = {record.date, record.moved_from, record.deadline}
    if not dates or known & set(dates) or _NAME_OF_OTHER_DAY.search(bare):
        return ()
    return (f"Filens navn siger {write_day(dates[0])}, men mødets dato er {write_day(record.date)}.",)


def _of_participants(kind: DocumentKind, participants: Participants) -> Iterator[str]:
    if kind == DocumentKind.MINUTES and not participants.records:
        yield "Referatet har ingen deltagerliste, eller den kunne ikke læses."
    for place in participants.unknown:
        yield f"Deltagerlisten nævner en kommune, som ikke kendes: {place}."
    for one, line in zip(participants.records, participants.lines, strict=True):
        if one.municipality is None:
            yield f"Deltageren {one.name} står uden kommune: »{line}«."
    yield from _of_lines(participants)


def _of_lines(participants: Participants) -> Iterator[str]:
    for line in participants.refused:
        yield f"Deltagerlisten har en linje, som ikke er læst som én deltager: »{line}«."
    for line in participants.unclear:
        yield f"Det fremgår ikke, hvem af de to der deltog: »{line}«."
    if participants.nobody_below:
        yield f"Der står ingen navne under »{participants.nobody_below}« i deltagerlisten."
    for name in participants.contradicted:
        yield f"{name} står både blandt de deltagende og under afbud."


def _of_numbers(items: Items) -> Iterator[str]:
    last: Outline = (0,)
    for body in items.bodies:
        outline = body.choice.outline
        if leap(last, outline):
            yield _leap_in_words(last, outline)
        if body.choice.guessed:
            yield f"Punkt {_number(outline)} har intet læseligt nummer i dokumentet; det er sluttet af rækkefølgen."
        last = outline
    found = {body.choice.outline for body in items.bodies}
    for outline in items.unused:
        if outline not in found:
            yield f"Nummeret {_number(outline)} står alene i dokumentet; der er ikke fundet nogen overskrift til det."


def _leap_in_words(last: Outline, outline: Outline) -> str:
    if last == (0,):
        return f"Dokumentet begynder med punkt {_number(outline)}."
    return f"Der er et spring i nummereringen fra punkt {_number(last)} til {_number(outline)}."


def _of_item(kind: DocumentKind, record: ItemRecord) -> Iterator[str]:
    if kind == DocumentKind.MINUTES and record.recommendation and not record.decision:
        yield f"Punkt {record.number} har en indstilling, men ingen beslutning."
    if record.case_number and not (
        record.background or record.recommendation or record.presentation or record.decision
    ):
        yield f"Punkt {record.number} har et sagsnummer, men ingen tekst."


def _number(outline: Outline) -> str:
    return ".".join(map(str, outline))
