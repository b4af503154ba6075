"""Real workers, killed and stopped while they read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from ingest import tasks
from meetings.models import Document
from meetings.shared.vocabulary import DocumentState
from tests.ingest.papers import MINUTES_TEXT, make_pdf
from tests.ingest.working import WorkerProcess, empty_queue, upload, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

READY = "Arbejderen er klar"


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[list[WorkerProcess]]:
    """The workers that a test starts, all ended with it."""
    empty_queue()
    started: list[WorkerProcess] = []
    yield started
    for worker in started:
        worker.kill()
    empty_queue()


def start(workers: list[WorkerProcess], folder: Path, **variables: str) -> WorkerProcess:
    workers.append(WorkerProcess(folder, **variables))
    return workers[-1]


def is_in(state: DocumentState) -> bool:
    return Document.objects.get().state == state


def test_a_document_that_was_being_read_when_its_worker_was_killed_is_read(
    workers: list[WorkerProcess], tmp_path: Path
) -> None:
    upload(make_pdf(pages=60), "referat.pdf")
    first = start(workers, tmp_path)
    wait_until(lambda: is_in(DocumentState.READING))
    first.kill()
    start(workers, tmp_path)
    wait_until(lambda: is_in(DocumentState.READ))


def test_a_worker_that_is_stopped_puts_a_long_document_back(workers: list[WorkerProcess], tmp_path: Path) -> None:
    upload(make_pdf(pages=2900), "referat.pdf")
    worker = start(workers, tmp_path)
    wait_until(lambda: is_in(DocumentState.READING))
    assert worker.stop() == 0
    assert is_in(DocumentState.WAITING)


def test_a_document_whose_reading_process_is_ended_is_read_again(workers: list[WorkerProcess], tmp_path: Path) -> None:
    upload(make_pdf(pages=60), "referat.pdf")
    worker = start(workers, tmp_path)
    wait_until(lambda: is_in(DocumentState.READING))
    wait_until(lambda: worker.end_readers() > 0)
    wait_until(lambda: is_in(DocumentState.READ))


def test_a_slow_document_holds_no_other_up_and_is_read_though_its_worker_is_killed(
    workers: list[WorkerProcess], tmp_path: Path
) -> None:
    slow = upload(make_pdf(pages=1200), "referat.pdf")
    first = start(workers, tmp_path, KKRARCHIVE_FAST_SECONDS="2")
    wait_until(lambda: tasks.find_slow() == {slow.pk})
    others = [upload(MINUTES_TEXT + b"\n" * number).pk for number in range(3)]
    wait_until(lambda: Document.objects.read().filter(pk__in=others).count() == 3)
    wait_until(lambda: Document.objects.get(pk=slow.pk).state == DocumentState.READING)
    first.kill()
    start(workers, tmp_path)
    wait_until(lambda: Document.objects.get(pk=slow.pk).state == DocumentState.READ)


def test_a_second_worker_waits_for_the_first(workers: list[WorkerProcess], tmp_path: Path) -> None:
    first = start(workers, tmp_path)
    first.wait_until_it_says(READY)
    second = start(workers, tmp_path)
    second.wait_until_it_says("En anden arbejder er i gang")
    assert READY not in second.output
    first.kill()
    second.wait_until_it_says(READY)


def test_a_worker_that_lost_its_place_says_so_and_takes_it_anew(workers: list[WorkerProcess], tmp_path: Path) -> None:
    worker = start(workers, tmp_path)
    worker.wait_until_it_says(READY)
    end_connections()
    worker.wait_until_it_says("Forbindelsen til databasen gik tabt")
    wait_until(lambda: worker.output.count(READY) == 2)
    upload()
    wait_until(lambda: is_in(DocumentState.READ))
    assert worker.stop() == 0


def test_a_document_whose_reading_the_database_left_is_read_when_it_is_back(
    workers: list[WorkerProcess], tmp_path: Path
) -> None:
    upload(make_pdf(pages=60), "referat.pdf")
    worker = start(workers, tmp_path)
    wait_until(lambda: is_in(DocumentState.READING))
    end_connections()
    wait_until(lambda: is_in(DocumentState.READ))
    assert worker.process.poll() is None


def end_connections() -> None:
    """End all connections to the database but this one, as a restart of the server does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
