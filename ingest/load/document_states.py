"""States of uploaded documents that wait to be read, and the transitions between them.

A document that was read before keeps its record and its meeting's rows until it has been read again, and keeps its
file until a replacement has been read.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from ingest.errors import IngestError, NeedsOcr, Portfolio
from ingest.extract.version import EXTRACTION
from ingest.load import replacement
from ingest.load.documents import load_record, stated_of
from ingest.load.lexicon import load_learned
from ingest.load.pages import find_stored
from ingest.load.privacy import find_hold, hold
from ingest.workers import Job, ReadResult
from meetings.models import Document
from meetings.shared.batches import batches
from meetings.shared.vocabulary import DocumentState


def begin(key: int) -> Document | None:
    """Mark a document as being read and return it; None if it has been deleted."""
    Document.objects.filter(pk=key).update(state=DocumentState.READING, failure="")
    return Document.objects.filter(pk=key).first()


def job_of(document: Document, *, from_file: bool = False) -> Job:
    """Return the job of reading a document: from its stored pages if they are current, else from its file.

    Raises OSError if its original must be opened and cannot be.
    """
    file = replacement.find_waiting(document)
    job = Job(b"", Path(file.name), stated_of(document), load_learned(), document.pk, file.sha256)
    pages = () if from_file or file is not document else find_stored(document)
    if pages:
        return replace(job, pages=pages)
    with file.original.open("rb") as original:
        return replace(job, data=original.read())


def finish(document: Document, reading: ReadResult) -> Document | None:
    """Write the result or hold the document back, unless it was deleted, replaced or stated anew meanwhile.

    Return the document as it is then; None if it was deleted.
    """
    with transaction.atomic():
        current = Document.objects.select_for_update().filter(pk=document.pk).first()
        if current and _is_same(current, document):
            if reason := find_hold(current, reading.source):
                hold(current, reading.source, reason)
            else:
                replacement.accept(current)
                load_record(current, reading.source, reading.record)
    return current


def fail(document: Document, error: IngestError) -> list[int]:
    """Record why a document could not be read, unless it was deleted, replaced or stated anew meanwhile.

    A replacement file that failed is dropped: the document stays as it is. The documents in a portfolio are stored,
    each for itself; their keys are returned, to be queued.
    """
    with transaction.atomic():
        current = Document.objects.select_for_update().filter(pk=document.pk).first()
        if current is None or not _is_same(current, document):
            return []
        current.state, current.failure = _state_after(error), str(error)
        inside: list[int] = []
        if replacement.is_offered(current):
            name = replacement.find_waiting(current).name
            told = _("Filen »%(name)s« er ikke sat ind i stedet for denne. %(reason)s")
            current.state = DocumentState.HELD if current.set_aside else DocumentState.READ
            current.failure = told % {"name": name, "reason": error}
            replacement.withdraw(current)
        elif isinstance(error, Portfolio):
            inside = [key for name, data in error.documents if (key := _store(name, data, current))]
            told = _(
                "Filen er en PDF-mappe. De dokumenter, der er i den, bliver læst hver for sig: %s. Mappen kan slettes."
            )
            current.failure = told % error.values["names"]
        current.save()
    return inside


def _store(name: str, data: bytes, portfolio: Document) -> int | None:
    """Store a document from a portfolio with what was stated about that; return its key, None if it is known."""
    document = Document(name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    if Document.objects.filter(sha256=document.sha256).exists():
        return None
    for field in ("stated_region", "stated_date", "stated_kind", "uploaded_by"):
        setattr(document, field, getattr(portfolio, field))
    document.keep_original(ContentFile(data))
    document.save()
    return document.pk


def _state_after(error: IngestError) -> DocumentState:
    return DocumentState.NEEDS_OCR if isinstance(error, NeedsOcr) else DocumentState.FAILED


def put_back(keys: Collection[int]) -> None:
    """Put documents back into the waiting state."""
    for batch in batches(keys):
        Document.objects.filter(pk__in=batch).update(state=DocumentState.WAITING, failure="")


def find_unfinished(among: Collection[int] | None = None) -> list[int]:
    """Return the keys of all documents (`among` these) that wait or are marked as being read, oldest first."""
    keys = Document.objects.unfinished().order_by("created_at", "pk").values_list("pk", flat=True)
    return [key for key in keys if among is None or key in among]


def find_wanting_ocr() -> list[int]:
    """Return the keys of all documents with pages that want OCR, oldest first."""
    return list(Document.objects.wanting_ocr().order_by("created_at", "pk").values_list("pk", flat=True))


def find_read(*, before: datetime.datetime, older: bool = False) -> list[int]:
    """Return the keys of all documents last read before a time, oldest first.

    Only PDF files whose stored pages are of an older version of the extraction, if `older`.
    """
    found = Document.objects.parsed().filter(read_at__lt=before)
    if older:
        found = found.filter(original__endswith=".pdf").exclude(extraction=EXTRACTION)
    return list(found.order_by("created_at", "pk").values_list("pk", flat=True))


def jobs_of(keys: Iterable[int], *, from_file: bool = False) -> Iterator[Job]:
    """Yield the job of reading each document, one at a time; those deleted meanwhile are left out."""
    for key in keys:
        document = Document.objects.filter(pk=key).first()
        if document:
            yield job_of(document, from_file=from_file)


def document_of(job: Job) -> Document | None:
    """Return the document of a job; None if it was deleted, replaced or stated anew meanwhile."""
    document = Document.objects.filter(pk=job.key, sha256=job.sha256).first() if job.key else None
    return document if document and not replacement.is_offered(document) and stated_of(document) == job.stated else None


def _is_same(current: Document, read: Document) -> bool:
    files = [replacement.find_waiting(one).sha256 for one in (current, read)]
    return files[0] == files[1] and stated_of(current) == stated_of(read)
