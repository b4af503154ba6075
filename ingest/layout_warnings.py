"""Warnings about a document that may be set out otherwise than it was read: titles, sections, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.items import Body, Items
from ingest.line_patterns import Outline, has_leader
from ingest.missing_attachments import find_missing_attachments
from ingest.records import ItemRecord, MeetingRecord
from ingest.structure.lines import Line
from ingest.structure.sections import find_stray_headings
from meetings.shared.vocabulary import DocumentKind

LONG_TITLE = 200  # letters
MANY_ITEMS = 3  # in minutes with more there are decisions


def find_layout_warnings(record: MeetingRecord, items: Items) -> Iterator[str]:
    """Yield the warnings about the items of a record, which were read from `items`, with their lines."""
    yield from _of_decisions(record)
    yield from _of_letters(items)
    for body, item in zip(items.bodies, record.items, strict=True):
        yield from _of_title(body, item)
        yield from _of_headings(body, item)
        yield from _of_attachments(item)


def find_closing_warnings(closing: Sequence[Body]) -> Iterator[str]:
    """Yield the warning that decisions were told by their words, as no heading stands above them."""
    if closing:
        numbers = ", ".join(_number(body.choice.outline) for body in closing)
        yield (
            f"Der står ingen overskrift over beslutningerne. Den sidste tekst er læst som beslutning i punkt {numbers}."
        )


def _of_letters(items: Items) -> Iterator[str]:
    """Tell of points that share a number and differ in a letter: 1.1 a and 1.1 b."""
    letters: dict[Outline, list[str]] = {}
    for body in items.bodies:
        for reading in body.choice.candidate.readings[:1]:
            if reading.letter:
                letters.setdefault(body.choice.outline, []).append(reading.letter)
    for outline, found in letters.items():
        number = _number(outline)
        printed = " og ".join(f"{number} {letter}" for letter in found)
        yield f"Punkt {number} er delt med bogstaver: {printed} står hver for sig med nummeret {number}."


def _of_decisions(record: MeetingRecord) -> Iterator[str]:
    decided = any(item.decision for item in record.items)
    if record.kind == DocumentKind.MINUTES and len(record.items) > MANY_ITEMS and not decided:
        yield (
            f"Referatet har {len(record.items)} punkter, men ingen beslutning; "
            "kontrollér, hvordan dets afsnit er sat op."
        )


def _of_title(body: Body, record: ItemRecord) -> Iterator[str]:
    """Tell of a title that goes on into the text below, or is an entry of a list of contents."""
    where = _place(body.heading) if body.heading else ""
    if len(record.title) > LONG_TITLE:
        yield f"Punkt {record.number} har en usædvanlig lang overskrift{where}; kontrollér, hvor den slutter."
    if record.title[:2].islower() and record.title[:2].isalpha():  # "a. Søer" is the first of two
        yield f"Punkt {record.number} begynder med lille bogstav{where}; kontrollér, hvor overskriften begynder."
    if body.heading and has_leader(body.heading.text):
        yield f"Punkt {record.number} har en overskrift med punktrække{where}; den er måske fra indholdsfortegnelsen."


def _of_headings(body: Body, record: ItemRecord) -> Iterator[str]:
    for line in find_stray_headings(body.lines):
        yield (
            f"Punkt {record.number}: overskriften »{line.text.strip(' :.')}«{_place(line)} står inde i en anden tekst; "
            "kontrollér, hvor afsnittene skifter."
        )


def _of_attachments(record: ItemRecord) -> Iterator[str]:
    for name in dict.fromkeys(find_missing_attachments(record)):
        yield f"Punkt {record.number} mangler et bilag, som teksten siger er vedlagt: »{name.rstrip(' .')}«."


def _place(line: Line) -> str:
    return f" (side {line.page}, linje {line.place[1] + 1})"


def _number(outline: Outline) -> str:
    return ".".join(map(str, outline))
