"""Loading of documents into the archive, and their removal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from ingest.load.days import settle_day
from ingest.load.enclosures import find_meeting_of, take_waiting, why_waiting
from ingest.load.meetings import find_or_make_meeting, rebuild
from ingest.load.moved_meetings import join_old_day, release_strays
from ingest.load.moves import addresses_followed
from ingest.load.pages import describe_pages, load_pages
from ingest.load.people import remove_unnamed_people
from ingest.load.privacy import find_hold, hold, note_numbers
from ingest.load.standing import keep_out, note
from ingest.records import NOTHING_STATED, MeetingRecord, Source, Stated
from ingest.standing import Standing
from meetings.models import Document, EnclosurePage, Meeting, Region
from meetings.shared.vocabulary import DocumentChoice, DocumentKind, DocumentState, RegionSlug


def load_document(
    data: bytes, name: str, source: Source, record: MeetingRecord, stated: Stated, *, is_sample: bool = False
) -> Document:
    """Store a file that was read: its bytes, its text, its record and the meeting's rows. One to be held back is.

    The same bytes are the same document. Fields that `stated` leaves empty keep what a person stated before.
    """
    with transaction.atomic():
        document = _find_or_make(data, name, stated, is_sample=is_sample)
        with _kept_original(document, data):
            if reason := find_hold(document, source):
                hold(document, source, reason)
                return document
            return load_record(document, source, record)


def load_scan(data: bytes, name: str, stated: Stated, reason: str) -> Document:
    """Store a file whose pages are images, until `manage.py ocr` can read it; one that was read before stays read."""
    with transaction.atomic():
        document = _find_or_make(data, name, stated)
        with _kept_original(document, data):
            if document.state != DocumentState.READ:
                document.state, document.failure = DocumentState.NEEDS_OCR, reason
            document.save()
    return document


def _find_or_make(data: bytes, name: str, stated: Stated, *, is_sample: bool = False) -> Document:
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document.objects.select_for_update().filter(sha256=sha256).first()
    document = document or Document(sha256=sha256, name=name, size=len(data), is_sample=is_sample)
    all_stated = stated_over(document, stated)
    document.stated_region, document.stated_kind = all_stated.region or "", all_stated.kind or ""
    document.stated_date = all_stated.date
    return document


def load_record(document: Document, source: Source, record: MeetingRecord) -> Document:
    """Write the record of a document whose original is stored; rebuild its meeting and the one that it leaves."""
    with transaction.atomic():
        if _ends_the_samples(document):
            remove_samples()  # before the council is locked: whoever waits for the samples must hold no lock
        left = document.meeting
        # One writer per council at a time: two documents of one new meeting must not each create it.
        councils = {record.region, left.region_id if left else record.region}
        list(Region.objects.select_for_update().filter(pk__in=councils).order_by("pk"))
        document.meeting, has_others = _find_meeting(record, document)
        _describe(document, source, record)
        document.save()
        load_pages(document, source)
        note_numbers(document, source)
        EnclosurePage.objects.renew(document)
        _rebuild_both(document, record, left)
        if has_others:
            settle_day(record.region, record.date)
            document.refresh_from_db(fields=["meeting", "state", "failure", "set_aside"])
    return document


def _find_meeting(record: MeetingRecord, document: Document) -> tuple[Meeting | None, bool]:
    """Return the meeting of a document, and whether the day has others; none for one kept out, or that must wait."""
    if document.choice == DocumentChoice.KEPT_OUT:
        return None, False
    if record.kind == DocumentKind.ENCLOSURE:
        return find_meeting_of(record), False
    return find_or_make_meeting(record, document)


def _rebuild_both(document: Document, record: MeetingRecord, left: Meeting | None) -> None:
    """Rebuild the meeting of a document and the one that it leaves; enclosures that waited for it come with it."""
    meeting = document.meeting
    if meeting is None:
        if left:
            _rebuild_settled(left)
        return
    with addresses_followed(left, meeting):
        join_old_day(record, meeting, rebuild)
        standing = _rebuild_settled(meeting)
        if standing:
            note(document, standing)
        if left and left != meeting:
            _rebuild_settled(left)
    if meeting.pk:
        take_waiting(meeting)
    else:  # its only document turned out to be an enclosure
        document.refresh_from_db()


def _rebuild_settled(meeting: Meeting) -> Standing | None:
    """Rebuild a meeting without the papers of other days that it was linked to before; None if it is gone."""
    release_strays(meeting, lambda record, document: find_or_make_meeting(record, document)[0], rebuild)
    return rebuild(meeting) if meeting.pk else None


def _describe(document: Document, source: Source, record: MeetingRecord) -> None:
    """Set what was read of a document; one without a meeting is kept out, or an enclosure that waits for it."""
    document.kind, document.corrected, document.draft = record.kind, record.corrected, record.draft
    document.dispatched, document.item_count = record.dispatched, len(record.items)
    document.day, document.moved_from = record.date, record.moved_from
    describe_pages(document, source)
    document.text, document.changes = source.extracted_text, source.changes
    document.charset = source.encoding.charset if source.encoding else ""
    document.lexicon_version = source.lexicon
    document.record, document.warnings = record.to_json(), list(record.warnings)
    document.coverage, document.read_at = record.coverage, timezone.now()
    document.state, document.set_aside, document.failure = DocumentState.READ, "", ""
    if document.meeting is None and record.kind == DocumentKind.ENCLOSURE:
        document.state, document.failure = DocumentState.FAILED, why_waiting(record)
    elif document.meeting is None:
        keep_out(document)


def remove(document: Document) -> None:
    """Delete a document, the rows that rest on it alone, and its original if no other document needs it."""
    original = document.original.name
    with transaction.atomic():
        meeting = document.meeting
        document.delete()
        if meeting:
            _rebuild_settled(meeting)
        remove_unnamed_people()
        if original and not Document.objects.filter(original=original).exists():
            transaction.on_commit(lambda: default_storage.delete(original))


def find_document(data: bytes) -> Document | None:
    """Return the document with these bytes, whatever its state."""
    return Document.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first()


def find_read(data: bytes) -> Document | None:
    """Return the document with these bytes if it has been read, else None."""
    return Document.objects.filter(state=DocumentState.READ, sha256=hashlib.sha256(data).hexdigest()).first()


def remove_samples() -> int:
    """Remove all sample documents and the rows made from them. Return how many there were."""
    with transaction.atomic():
        samples = list(Document.objects.samples().select_for_update().order_by("pk"))
        for document in samples:
            remove(document)
    return len(samples)


def count_samples() -> int:
    """Return how many sample documents are in the archive."""
    return Document.objects.samples().count()


def has_own_documents() -> bool:
    """Return whether a document that is not a sample has been read."""
    return Document.objects.own().read().exists()


def _ends_the_samples(document: Document) -> bool:
    """Return whether loading a document removes the samples: it is the first of the archive's own.

    Samples loaded into an archive that has documents of its own stay until somebody removes them.
    """
    return not document.is_sample and document.record is None and not has_own_documents()


def stated_of(document: Document) -> Stated:
    """Return what a person stated about the document."""
    return Stated(
        region=RegionSlug(document.stated_region) if document.stated_region else None,
        date=document.stated_date,
        kind=DocumentKind(document.stated_kind) if document.stated_kind else None,
    )


def stated_over(document: Document | None, stated: Stated) -> Stated:
    """Return what a person states now, and for fields left empty what was stated about the document before."""
    before = stated_of(document) if document else NOTHING_STATED
    return Stated(stated.region or before.region, stated.date or before.date, stated.kind or before.kind)


@contextmanager
def _kept_original(document: Document, data: bytes) -> Iterator[None]:
    """Store the original within the block, and delete it again if the rows cannot be written."""
    was_there = bool(document.original)
    document.keep_original(ContentFile(data))
    try:
        yield
    except BaseException:
        if document.original.name and not was_there:
            default_storage.delete(document.original.name)
        raise
