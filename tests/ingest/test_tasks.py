"""Queued documents are read, whatever happens to the worker."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connections
from procrastinate.contrib.django.models import ProcrastinateJob

from ingest import load, tasks
from ingest.errors import ReadingInterrupted
from ingest.load import document_states
from ingest.workers import read_job
from meetings.models import Document, Meeting
from meetings.shared.vocabulary import DocumentState, RegionSlug
from tests.ingest.papers import MINUTES_TEXT, make_pdf
from tests.ingest.scans.scanned import scan
from tests.ingest.working import empty_queue, upload, work

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # The worker's thread ends with it, and must not leave its connection open.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()
    yield
    empty_queue()


def test_a_document_that_waits_is_read() -> None:
    document = upload()
    work()
    document.refresh_from_db()
    assert (document.state, document.meeting) == (DocumentState.READ, Meeting.objects.get())
    assert not ProcrastinateJob.objects.exists()


def test_what_cannot_be_read_says_why_and_leaves_nothing() -> None:
    document = upload(b"KKR: ingenting.")
    work()
    document.refresh_from_db()
    assert document.state == DocumentState.FAILED
    assert document.failure.startswith("Dokumentet ligner ikke en dagsorden eller et referat")
    assert not Meeting.objects.exists()


def test_a_second_try_with_what_was_missing_succeeds() -> None:
    document = upload(MINUTES_TEXT.replace(b"NORDJYLLAND", b""))
    work()
    assert Document.objects.get().state == DocumentState.FAILED
    Document.objects.update(stated_region=RegionSlug.SYDDANMARK)
    tasks.enqueue(document.pk)
    work()
    document.refresh_from_db()
    assert (document.state, document.failure) == (DocumentState.READ, "")


def test_what_takes_too_long_is_stopped(settings: Any) -> None:
    settings.READ_SECONDS = 0.01
    document = upload()
    work()
    document.refresh_from_db()
    assert document.failure.startswith("Læsningen blev stoppet efter")


def test_what_takes_long_is_read_in_the_slow_lane(settings: Any) -> None:
    settings.FAST_SECONDS = 0.01
    document = upload()
    work(tasks.FAST)
    document.refresh_from_db()
    assert (document.state, tasks.find_slow()) == (DocumentState.WAITING, {document.pk})
    work()
    document.refresh_from_db()
    assert (document.state, tasks.find_slow()) == (DocumentState.READ, set())


@pytest.mark.needs_tesseract
def test_a_scan_is_read_in_the_slow_lane() -> None:
    document = upload(scan(make_pdf()), "referat.pdf")
    work(tasks.FAST)
    assert tasks.find_slow() == {document.pk}
    work()
    document.refresh_from_db()
    assert document.state == DocumentState.READ


def test_a_lane_that_resumes_leaves_alone_what_the_other_reads() -> None:
    upload()
    die_while_reading()
    assert tasks.resume([tasks.SLOW]) == 0
    assert Document.objects.get().state == DocumentState.READING
    assert ProcrastinateJob.objects.get().status == "doing"


def test_a_fault_of_ours_is_told_as_such_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    document = upload()
    default_storage.delete(str(document.original))
    work()
    document.refresh_from_db()
    assert document.failure.startswith("Der opstod en uventet fejl")
    assert "FileNotFoundError" in caplog.text


def test_a_document_waits_but_once() -> None:
    document = upload()
    tasks.enqueue(document.pk)
    assert ProcrastinateJob.objects.count() == 1


def test_a_document_deleted_while_it_waits_is_forgotten() -> None:
    load.remove(upload())
    work()
    assert not ProcrastinateJob.objects.exists()


def test_what_was_stated_while_a_document_was_read_is_not_written_over() -> None:
    document = document_states.begin(upload().pk)
    assert document
    reading = read_job(document_states.job_of(document))
    Document.objects.update(stated_region=RegionSlug.SYDDANMARK)
    document_states.finish(document, reading)
    document_states.fail(document, ReadingInterrupted())
    assert Document.objects.get().state == DocumentState.READING
    assert not Meeting.objects.exists()


def test_a_document_read_anew_keeps_its_rows_if_that_fails() -> None:
    document = upload()
    work()
    default_storage.delete(str(document.original))
    tasks.enqueue(document.pk)
    work()
    assert Document.objects.get().state == DocumentState.FAILED
    assert Meeting.objects.get().items.count() == 2


def test_documents_whose_jobs_are_lost_are_queued_again() -> None:
    upload()
    Document.objects.update(state=DocumentState.READING)
    empty_queue()
    assert tasks.resume() == 1
    work()
    assert Document.objects.get().state == DocumentState.READ


def test_a_document_that_ends_its_worker_again_and_again_is_given_up() -> None:
    upload()
    for _time in range(tasks.MAX_ATTEMPTS):
        die_while_reading()
        tasks.resume()
    work()
    assert Document.objects.get().state == DocumentState.FAILED


def test_a_document_queued_anew_after_its_worker_died_is_read_once() -> None:
    document = upload()
    die_while_reading()
    tasks.enqueue(document.pk)
    tasks.resume()
    assert [job.status for job in ProcrastinateJob.objects.all()] == ["todo"]


def die_while_reading() -> None:
    """Leave the queue in the state in which a worker killed while reading leaves it."""
    with connections["default"].cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    Document.objects.update(state=DocumentState.READING)
