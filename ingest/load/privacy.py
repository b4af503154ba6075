"""Documents held back for CPR numbers, and what archivists decide about the numbers.

A file with a number is not made public before an archivist has released its numbers: a new document is held, and so is
a new file for a public one, whose previous record stays on the site meanwhile. A file that is public already, read
before numbers were looked for, is not taken off the site by itself: it is listed for the archivist.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ingest.errors import HeldBack
from ingest.load import replacement
from ingest.load.meetings import rebuild
from ingest.load.pages import describe_pages, load_pages
from ingest.load.people import remove_unnamed_people
from ingest.privacy import CprNumber, find_cpr_numbers, list_numbers
from ingest.records import Source
from meetings.models import Document, FoundCprNumber
from meetings.shared.batches import BATCH
from meetings.shared.vocabulary import DocumentState


def find_hold(document: Document | None, source: Source) -> HeldBack | None:
    """Return why a document read as `source` must not be made public yet; None if it may, or if its file is."""
    if document and not is_unpublished(document):
        return None
    released = _released(document)
    held = [one for one in find_cpr_numbers(source.pages) if digest_of(one) not in released]
    return HeldBack(numbers=list_numbers((one.masked, one.page) for one in held)) if held else None


def hold(document: Document, source: Source, reason: HeldBack) -> None:
    """Hold a document back, with its pages stored for when it is released; one that is public stays as it is."""
    document.state, document.failure = DocumentState.HELD, str(reason)
    if document.record is None:
        describe_pages(document, source)
    document.save()
    if document.record is None:
        load_pages(document, source)
    note_numbers(document, source)


def note_numbers(document: Document, source: Source) -> None:
    """Store which numbers a document has; a decision about a number holds wherever it stands in the document."""
    decided = {one.digest: one for one in document.cpr_numbers.filter(is_released__isnull=False)}
    rows = [_row(document, one, decided.get(digest_of(one))) for one in find_cpr_numbers(source.pages)]
    found = {row.digest for row in rows}
    remembered = [one for digest, one in decided.items() if digest not in found]
    document.cpr_numbers.all().delete()
    FoundCprNumber.objects.bulk_create([*rows, *remembered], batch_size=BATCH)


def _row(document: Document, number: CprNumber, decided: FoundCprNumber | None) -> FoundCprNumber:
    row = FoundCprNumber(
        document=document,
        page=number.page,
        masked=number.masked,
        digest=digest_of(number),
        is_hidden=number.is_hidden,
    )
    if decided:
        row.is_released, row.decided_at, row.decided_by_id = (
            decided.is_released, decided.decided_at, decided.decided_by_id
        )  # fmt: skip
    return row


def release(document: Document, archivist: User | None) -> None:
    """Let a document be public with the numbers that it has. The caller queues it to be read."""
    _decide(document, archivist, is_released=True)


def is_unpublished(document: Document) -> bool:
    """Return whether a document, or the new file of a public one, is still to be made public."""
    return document.record is None or replacement.is_offered(document)


def withhold(document: Document, archivist: User | None) -> None:
    """Keep a document, or its new reading, off the site. What is public with an undecided number is taken off."""
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=document.pk)
        _decide(document, archivist, is_released=False)
        if document.record is None:
            return
        if replacement.is_offered(document):
            replacement.withdraw(document)
            document.state = DocumentState.HELD if document.set_aside else DocumentState.READ
            document.failure = ""
            document.save()
        else:
            _take_off(document)


def _take_off(document: Document) -> None:
    """Take a public document off the site; its file and its stored pages stay."""
    meeting = document.meeting
    numbers = list_numbers(document.cpr_numbers.values_list("masked", "page"))
    replacement.withdraw(document)
    document.state, document.failure = DocumentState.HELD, str(HeldBack(numbers=numbers))
    document.meeting = document.record = None
    document.set_aside = ""
    document.text, document.changes = "", []
    document.save()
    document.enclosure_pages.all().delete()
    if meeting:
        rebuild(meeting)
    remove_unnamed_people()


def _decide(document: Document, archivist: User | None, *, is_released: bool) -> None:
    document.cpr_numbers.update(is_released=is_released, decided_by=archivist, decided_at=timezone.now())


def _released(document: Document | None) -> set[str]:
    if document is None or document.pk is None:
        return set()
    return set(document.cpr_numbers.filter(is_released=True).values_list("digest", flat=True))


def digest_of(number: CprNumber) -> str:
    """Return the keyed hash that stands for a number, so that the archive has no list of numbers."""
    return salted_hmac("ingest.load.privacy", number.digits, algorithm="sha256").hexdigest()
