"""Replacement files: accepted once they have been read, and not if they cannot be."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from desk import intake
from ingest.errors import EmptyFile
from ingest.load import document_states, load_document
from ingest.pipeline import read_meeting, read_source
from ingest.records import NOTHING_STATED
from meetings.models import AgendaItem, Document
from meetings.shared.vocabulary import DocumentState
from tests.ingest.papers import MINUTES_TEXT
from tests.ingest.working import empty_queue, work

pytestmark = pytest.mark.django_db(transaction=True)

NEWER = MINUTES_TEXT.replace(b"Busdrift", b"Togdrift")
BROKEN = b"%PDF-1.7\nkun begyndelsen"


@pytest.fixture
def document(monkeypatch: pytest.MonkeyPatch) -> Document:
    # The worker's thread ends with it, and must not leave its connection open.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()
    source = read_source(MINUTES_TEXT, "gammel.txt")
    return load_document(MINUTES_TEXT, "gammel.txt", source, read_meeting(source), NOTHING_STATED)


def replace(document: Document, name: str, data: bytes) -> None:
    intake.replace(Document.objects.get(pk=document.pk), SimpleUploadedFile(name, data))


def content_of(document: Document) -> bytes:
    with document.original.open("rb") as original:
        content: bytes = original.read()
    return content


def test_until_the_new_file_is_read_the_document_is_that_of_the_old(document: Document) -> None:
    replace(document, "ny.txt", NEWER)
    now = Document.objects.get()
    assert (now.name, now.sha256, content_of(now)) == ("gammel.txt", document.sha256, MINUTES_TEXT)
    assert now.state == DocumentState.WAITING


def test_a_file_that_is_read_takes_the_place_of_the_old_one(document: Document) -> None:
    replace(document, "ny.txt", NEWER)
    work()
    now = Document.objects.get()
    assert (now.name, now.size, now.state, content_of(now)) == ("ny.txt", len(NEWER), DocumentState.READ, NEWER)
    assert AgendaItem.objects.filter(title="Togdrift").exists()
    assert not default_storage.exists(str(document.original))


def test_a_file_that_cannot_be_read_is_not_put_in(document: Document) -> None:
    replace(document, "ny.pdf", BROKEN)
    work()
    now = Document.objects.get()
    assert (now.name, now.state, content_of(now)) == ("gammel.txt", DocumentState.READ, MINUTES_TEXT)
    assert now.failure.startswith("Filen »ny.pdf« er ikke sat ind i stedet for denne. PDF-filen er beskadiget.")
    assert [one.record for one in Document.objects.all()] == [document.record]


def test_of_two_files_the_later_replaces(document: Document) -> None:
    replace(document, "ny.pdf", BROKEN)
    replace(document, "nyere.txt", NEWER)
    work()
    assert Document.objects.get().name == "nyere.txt"


def test_what_was_read_of_the_old_file_is_not_written_over_the_new(document: Document) -> None:
    begun = document_states.begin(document.pk)
    assert begun
    replace(document, "ny.pdf", BROKEN)
    document_states.fail(begun, EmptyFile())
    assert Document.objects.get().failure == ""
