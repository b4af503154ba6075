"""Builders of rows for tests, with defaults for most fields. Nothing is read from a document."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Sequence
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from danish import alphabet
from meetings.models import (
    AgendaItem,
    Attachment,
    Decision,
    Document,
    DocumentPage,
    Fact,
    ItemAddress,
    ItemTopic,
    Meeting,
    Municipality,
    Participant,
    Person,
    SearchEntry,
)
from meetings.shared.page_layout import PageLayout, Piece
from meetings.shared.vocabulary import Attendance, DocumentKind, DocumentState, Outcome

# The key of the document that `make_archive` makes, so that its address is known.
MINUTES = 0


def make_meeting(region: str = "nordjylland", date: str = "2025-10-24", **fields: Any) -> Meeting:
    """Make a meeting; `date` is ISO 8601."""
    return Meeting.objects.create(region_id=region, date=datetime.date.fromisoformat(date), **fields)


def make_document(meeting: Meeting, content: bytes = b"Referat", **fields: Any) -> Document:
    """Make minutes of the meeting in state READ, and store `content` as the original. `name` decides PDF or text."""
    told: dict[str, Any] = {"name": "referat.txt", "kind": DocumentKind.MINUTES, "state": DocumentState.READ, **fields}
    document = Document(meeting=meeting, sha256=hashlib.sha256(content).hexdigest(), size=len(content), **told)
    document.record, document.read_at = document.record or {}, timezone.now()
    document.keep_original(ContentFile(content, name=document.name))
    document.save()
    return document


def make_pages(document: Document, pages: Sequence[Sequence[str]], **layout: Any) -> None:
    """Make a document's text and pages of lines, one below the other in type of 10 points, each letter 5 points wide.

    `layout` are further fields of `PageLayout`.
    """
    Document.objects.filter(pk=document.pk).update(text="\f".join(map("\n".join, pages)), pages=len(pages))
    for number, lines in enumerate(pages, 1):
        rows = tuple((make_piece(line, at),) for at, line in enumerate(lines))
        packed = PageLayout(number, 600, 800, rows, **layout).pack()
        DocumentPage.objects.create(document=document, number=number, packed=packed)
    document.refresh_from_db()


def make_piece(text: str, line: int) -> Piece:
    """Make a piece of text on a line of a page, 50 points from its left edge and 100 and more from its upper one."""
    ends = [edge for found in re.finditer(r"\S+", text) for edge in (50.0 + 5 * found.start(), 50.0 + 5 * found.end())]
    return Piece(text, 50, 50.0 + 5 * len(text), 700.0 - 20 * line, 10, words=tuple(ends), line=line)


def make_fact(item: AgendaItem, kind: str, sentence: str = "Havnen er nævnt.", **fields: Any) -> Fact:
    """Make a fact that a sentence of an item's presentation states, after the item's others."""
    told: dict[str, Any] = {"section": "presentation", "position": item.facts.count() + 1, **fields}
    return Fact.objects.create(item=item, kind=kind, sentence=sentence, **told)


def make_item(
    meeting: Meeting, number: str = "3.1", title: str = "Fælles it-drift", *, decision: str = "", **fields: Any
) -> AgendaItem:
    """Make an item below its parent by number, with its address and its search entry.

    `decision`, `outcome`, `topics` (slugs) and `attachments` (names) make rows of their own; `fields` are the item's.
    """
    outcome = fields.pop("outcome", Outcome.APPROVED)
    topics: Sequence[str] = fields.pop("topics", ())
    attachments: Sequence[str] = fields.pop("attachments", ())
    parent = meeting.items.filter(number=number.rpartition(".")[0]).first()
    told: dict[str, Any] = {"address": number, "parent": parent, **fields}
    item = AgendaItem.objects.create(meeting=meeting, number=number, title=title, **told)
    ItemAddress.objects.create(meeting=meeting, address=item.address, item=item, title_key=alphabet.slug(title))
    if decision:
        Decision.objects.create(item=item, text=decision, outcome=outcome, outcomes=[outcome])
    for position, slug in enumerate(topics):
        ItemTopic.objects.create(item=item, topic_id=slug, position=position)
    for position, name in enumerate(attachments):
        Attachment.objects.create(item=item, position=position, name=name)
    if item.is_current and not item.is_heading:
        SearchEntry.objects.renew(AgendaItem.objects.filter(pk=item.pk).with_texts())
    return item


def make_person(name: str = "Asta Holm") -> Person:
    """Make a person with the slug of the name, or return the one that has it."""
    return Person.objects.get_or_create(slug=alphabet.slug(name), defaults={"name": name})[0]


def make_participant(
    meeting: Meeting, name: str = "Asta Holm", municipality: str | None = "Aalborg", **fields: Any
) -> Participant:
    """Make a person a participant of a meeting: by default present and of party A."""
    told: dict[str, Any] = {
        "party": "A",
        "status": Attendance.PRESENT,
        "position": meeting.participants.count(),
        **fields,
    }
    place = Municipality.objects.get(name=municipality) if municipality else None
    return Participant.objects.create(meeting=meeting, person=make_person(name), name=name, municipality=place, **told)


def make_archive() -> Meeting:
    """Make a meeting with one of everything: a document, a heading, an item with all its sections, a participant."""
    meeting = make_meeting(place="Aalborg")
    document = make_document(meeting, name="referat.pdf", pk=MINUTES)
    make_pages(document, [["Forside"], ["Fælles it-drift"]])
    make_item(meeting, "3", "Regionalpolitiske sager")
    make_item(
        meeting, "3.1", "Fælles it-drift", decision="Tiltrådt.", background="Siden 2019.", recommendation="At …",
        presentation="Om driften i Aalborg.", case_number="SAG-2025-03687", caseworkers=["hast"], attachments=["Notat"],
        topics=["it-og-digitalisering"], document=document, first_page=2, last_page=2,
    )  # fmt: skip
    make_participant(meeting, "Asta Holm")
    return meeting
