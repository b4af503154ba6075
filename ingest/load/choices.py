"""An archivist's decisions about a document's part in its meeting; kept with the document, whatever is read later."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from ingest.errors import IngestError, KeptOut
from ingest.load.days import settle_day
from ingest.load.meetings import find_or_make_meeting, rebuild
from ingest.load.people import remove_unnamed_people
from ingest.load.standing import keep_out, read_standing
from ingest.records import MeetingRecord
from ingest.standing import Held
from meetings.models import Document, Meeting, Region
from meetings.shared.vocabulary import DocumentChoice, DocumentState, SetAside


def choose(document: Document, archivist: User | None, choice: DocumentChoice) -> None:
    """Let a document count before all of its kind, take it in, or keep it out, and make its meeting anew.

    Of each kind, one document of a meeting is chosen to count: the choice of another ends.
    """
    with transaction.atomic():
        document = _locked(document)
        if choice == DocumentChoice.COUNTS and document.meeting:
            chosen = document.meeting.documents.filter(kind=document.kind, choice=DocumentChoice.COUNTS)
            chosen.exclude(pk=document.pk).update(choice="", chosen_by=None, chosen_at=None)
        document.choice, document.chosen_by, document.chosen_at = choice, archivist, timezone.now()
        _apply(document)


def undo_choice(document: Document) -> None:
    """Let the rules decide again about a document's part in its meeting."""
    with transaction.atomic():
        document = _locked(document)
        document.choice, document.chosen_by, document.chosen_at = "", None, None
        _apply(document)


def find_held(document: Document) -> Held | None:
    """Return what a document that is set aside lacks, and of which document; None if it is not set aside."""
    if document.set_aside != SetAside.ITEMS or document.meeting is None:
        return None
    held = read_standing(document.meeting).held
    return next((one for one in held if one.version.document == document.pk), None)


def why_set_aside(document: Document | None) -> IngestError | None:
    """Return why a document has no part in its meeting; None if it has one, or if there is no document."""
    if document is None:
        return None
    if document.set_aside == SetAside.KEPT_OUT:
        return KeptOut()
    held = find_held(document)
    return held.reason if held else None


def find_set_aside() -> dict[int, Document]:
    """Return the documents that have no part in their meeting, by their keys, without their texts."""
    return {one.pk: one for one in Document.objects.exclude(set_aside="").select_related("meeting").defer("text")}


def find_kept_out(meeting: Meeting) -> Iterator[Document]:
    """Yield the documents of a meeting's council and day that are kept out of it."""
    day = {"region": str(meeting.region_id), "date": meeting.date.isoformat()}
    yield from Document.objects.kept_out().filter(record__contains=day)


def _locked(document: Document) -> Document:
    """Return a document as it is now, locked with its council."""
    document = Document.objects.select_for_update(of=["self"]).get(pk=document.pk)
    record = MeetingRecord.from_json(document.record or {})
    Region.objects.select_for_update().get(pk=record.region)
    return document


def _apply(document: Document) -> None:
    """Save a document with its decision and make anew the meeting that it is part of, was part of or comes to."""
    left, has_others = document.meeting, False
    record = MeetingRecord.from_json(document.record or {})
    if document.choice == DocumentChoice.KEPT_OUT:
        keep_out(document)
    elif left is None:
        document.meeting, has_others = find_or_make_meeting(record, document)
        document.state, document.set_aside, document.failure = DocumentState.READ, "", ""
    document.save()
    for meeting in filter(None, {left, document.meeting}):
        rebuild(meeting)
    if has_others:
        settle_day(record.region, record.date)
    remove_unnamed_people()
