"""Documents with CPR numbers are held back before they are public, and decisions are remembered. Invented numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client

from desk import intake
from ingest import load, tasks
from ingest.load import document_states, learn_words
from ingest.pipeline import read_meeting, read_source
from ingest.records import NOTHING_STATED
from ingest.workers import read_job
from meetings.models import AgendaItem, Document, LearnedWord, Meeting, SearchEntry
from meetings.shared.page_layout import HiddenText
from meetings.shared.vocabulary import DocumentState, HiddenReason
from tests.ingest.papers import MINUTES_TEXT
from tests.ingest.typeset import typeset
from tests.ingest.working import empty_queue, upload, work

pytestmark = pytest.mark.django_db(transaction=True)

NUMBER, OTHER = "010180-1234", "020280-1234"
WITH_NUMBER = MINUTES_TEXT.replace("Drøftet.".encode(), f"Drøftet med {NUMBER}.".encode())
WITH_BOTH = WITH_NUMBER.replace(b"Godkendt.", f"Godkendt for {OTHER}.".encode())


@pytest.fixture(autouse=True)
def queue(monkeypatch: pytest.MonkeyPatch) -> None:
    # The worker's thread ends with it, and must not leave its connection open.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()


def load_text(data: bytes = WITH_NUMBER) -> Document:
    source = read_source(data, "referat.txt")
    return load.load_document(data, "referat.txt", source, read_meeting(source), NOTHING_STATED)


def state() -> DocumentState:
    return DocumentState(Document.objects.get().state)


def test_a_new_document_with_a_number_is_held_and_nothing_of_it_is_public() -> None:
    document = load_text()
    assert state() == DocumentState.HELD
    assert not Meeting.objects.exists()
    assert not SearchEntry.objects.exists()
    learn_words()
    assert not LearnedWord.objects.exists()
    shown = [Client().get(one).status_code for one in (document.get_absolute_url(), document.original_url)]
    assert shown == [404, 404]
    assert "Busdrift" not in Client().get("/").content.decode()


def test_an_uploaded_one_is_held_with_the_number_masked_in_all_that_is_stored() -> None:
    upload(WITH_NUMBER)
    work()
    document = Document.objects.get()
    assert document.state == DocumentState.HELD
    assert "010180-•••• (side 1)" in document.failure
    with connection.cursor() as cursor:
        for table in ("meetings_document", "meetings_foundcprnumber", "procrastinate_jobs"):
            cursor.execute(f"SELECT count(*) FROM {table} AS row WHERE row::text LIKE '%%0180%%1234%%'")  # noqa: S608
            assert cursor.fetchone() == (0,)


def test_a_released_document_becomes_public_and_stays_so_when_it_is_read_again() -> None:
    document = upload(WITH_NUMBER)
    work()
    load.release(document, None)
    for _time in range(2):
        tasks.enqueue(document.pk)
        work()
        assert state() == DocumentState.READ
    assert AgendaItem.objects.filter(title="Busdrift").exists()
    assert document.cpr_numbers.get().is_released


def test_a_released_scan_or_pdf_is_loaded_from_its_stored_pages() -> None:
    data = typeset(WITH_NUMBER.decode().replace("\n", "\n\n"))
    job = document_states.job_of(upload(data, "a.pdf"))
    document_states.finish(Document.objects.get(), read_job(job))
    document = Document.objects.get()
    load.release(document, None)
    assert document_states.job_of(document).pages
    document_states.finish(document, read_job(document_states.job_of(document)))
    assert state() == DocumentState.READ


def test_new_numbers_in_a_new_file_hold_it_and_the_old_one_stays_public() -> None:
    load.release(load_text(), None)
    document = load_text()
    intake.replace(document, SimpleUploadedFile("ny.txt", WITH_BOTH))
    work()
    document.refresh_from_db()
    assert (document.state, document.name) == (DocumentState.HELD, "referat.txt")
    assert "020280-•••• (side 1)" in document.failure
    assert "010180" not in document.failure
    assert AgendaItem.objects.exists()


def test_a_new_file_is_released_into_place_or_withheld_for_good() -> None:
    document = load_text(MINUTES_TEXT)
    for decide, name in ((load.withhold, "referat.txt"), (load.release, "ny.txt")):
        intake.replace(Document.objects.get(), SimpleUploadedFile("ny.txt", WITH_BOTH))
        work()
        assert state() == DocumentState.HELD
        decide(Document.objects.get(), None)
        tasks.enqueue(document.pk)
        work()
        assert (state(), Document.objects.get().name) == (DocumentState.READ, name)


def test_a_held_document_whose_file_is_replaced_by_one_without_numbers_becomes_public() -> None:
    data = typeset(WITH_NUMBER.decode().replace("\n", "\n\n"))
    upload(data, "a.pdf")
    work()
    assert state() == DocumentState.HELD
    clean = typeset(MINUTES_TEXT.decode().replace("\n", "\n\n"))
    intake.replace(Document.objects.get(), SimpleUploadedFile("b.pdf", clean))
    work()
    assert state() == DocumentState.READ
    assert NUMBER not in Document.objects.get().text


def test_the_same_numbers_in_a_new_file_do_not_hold_it() -> None:
    load.release(load_text(), None)
    intake.replace(load_text(), SimpleUploadedFile("ny.txt", WITH_NUMBER.replace(b"Budget", b"Regnskab")))
    work()
    assert (state(), Document.objects.get().name) == (DocumentState.READ, "ny.txt")


def test_a_public_document_found_to_have_a_number_is_listed_and_stays() -> None:
    source = read_source(WITH_NUMBER, "referat.txt")
    document = load_text(MINUTES_TEXT)
    load.load_record(document, source, read_meeting(source))
    assert state() == DocumentState.READ
    assert list(Document.objects.with_undecided_numbers()) == [document]
    load.release(document, None)
    assert not Document.objects.with_undecided_numbers().exists()


def test_a_public_document_that_is_withheld_leaves_the_site_and_comes_back_when_released() -> None:
    source = read_source(WITH_NUMBER, "referat.txt")
    document = load_text(WITH_NUMBER)
    load.load_record(document, source, read_meeting(source))
    load.withhold(document, None)
    document.refresh_from_db()
    assert (document.state, document.record, document.text) == (DocumentState.HELD, None, "")
    assert not Meeting.objects.exists()
    load.release(document, None)
    tasks.enqueue(document.pk)
    work()
    assert state() == DocumentState.READ


def test_a_number_under_a_black_box_holds_the_document_since_the_file_has_it() -> None:
    source = read_source(MINUTES_TEXT, "referat.txt")
    hidden = (HiddenText(NUMBER, HiddenReason.COVERED, 0, 0, 9, 9),)
    source = replace(source, pages=(replace(source.pages[0], hidden=hidden),))
    load.load_document(MINUTES_TEXT, "referat.txt", source, read_meeting(source), NOTHING_STATED)
    assert state() == DocumentState.HELD
    assert Document.objects.get().cpr_numbers.get().is_hidden


@pytest.mark.parametrize("dry_run", [True, False])
def test_ingest_reports_it_with_the_page_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], dry_run: bool
) -> None:
    (tmp_path / "a.txt").write_bytes(WITH_NUMBER)
    (tmp_path / "b.txt").write_bytes(MINUTES_TEXT.replace(b"3. maj", b"4. maj"))
    call_command("ingest", str(tmp_path), "--workers=1", *(["--dry-run"] if dry_run else []))
    told = capsys.readouterr()
    assert "Tilbageholdt" in told.out
    assert "tilbageholdt: " in told.err
    assert "010180-•••• (side 1)" in told.err
    assert NUMBER not in told.out + told.err
    assert Document.objects.count() == (0 if dry_run else 2)


def test_ingesting_a_held_file_again_holds_it_again_until_it_is_released(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(WITH_NUMBER)
    call_command("ingest", str(tmp_path), "--workers=1")
    call_command("ingest", str(tmp_path), "--workers=1")
    assert state() == DocumentState.HELD
    load.release(Document.objects.get(), None)
    call_command("ingest", str(tmp_path), "--workers=1")
    assert state() == DocumentState.READ
