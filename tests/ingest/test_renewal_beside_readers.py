"""The search index is renewed by real workers, which are killed, while readers search and documents are filed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from ingest import tasks
from meetings.models import AgendaItem, SearchEntry
from meetings.search.execution.results import find
from meetings.search.language import read_query
from meetings.search_renewal import ask_for_rebuild
from tests.ingest.working import WorkerProcess, empty_queue, upload, wait_until
from tests.make import make_meeting

pytestmark = pytest.mark.django_db(transaction=True)

ITEMS = 1_500


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[WorkerProcess]:
    """A worker over an archive whose entries are all outdated."""
    call_command("prepare", verbosity=0)
    empty_queue()
    meeting = make_meeting()
    text = " ".join(f"ord{nth}" for nth in range(300))
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, number=f"4.{nth}", address=f"4.{nth}", title="Havneplan", presentation=text)
        for nth in range(ITEMS)
    )
    SearchEntry.objects.renew(AgendaItem.objects.with_texts())
    ask_for_rebuild()
    started = WorkerProcess(tmp_path)
    yield started
    started.kill()
    empty_queue()


def outdated() -> int:
    return SearchEntry.objects.outdated().count()


def writers() -> dict[int, int]:
    """Return the transaction that wrote each entry that is up to date."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT item_id, xmin::text::bigint FROM meetings_searchentry")
        written = dict(cursor.fetchall())
    left = set(SearchEntry.objects.outdated().values_list("pk", flat=True))
    return {key: transaction for key, transaction in written.items() if key not in left}


def results() -> tuple[int, tuple[int, ...]]:
    found = find(read_query("havneplan"), SearchEntry.objects.all())
    return found.count, tuple(item.pk for item in found.items(0, 20))


def test_a_reader_finds_the_same_throughout(worker: WorkerProcess) -> None:
    before = results()
    wait_until(lambda: 0 < outdated() < ITEMS)
    seen = {results()}
    while outdated():
        seen.add(results())
    assert seen == {before}
    assert before[0] == ITEMS


def test_one_that_is_killed_is_continued_by_the_next(worker: WorkerProcess, tmp_path: Path) -> None:
    wait_until(lambda: 0 < outdated() < ITEMS)
    worker.kill()
    done = writers()
    assert 0 < len(done) < ITEMS
    following = WorkerProcess(tmp_path)
    wait_until(lambda: not outdated())
    following.kill()
    assert done.items() <= writers().items()


def test_documents_are_filed_meanwhile(worker: WorkerProcess) -> None:
    wait_until(lambda: 0 < outdated() < ITEMS)
    document = upload()
    wait_until(lambda: type(document).objects.read().exists())
    assert outdated() > 0


def test_it_stops_at_once_and_tells_how_far_it_came(worker: WorkerProcess) -> None:
    wait_until(lambda: 0 < outdated() < ITEMS)
    assert worker.stop() == 0
    assert 0 < outdated() < ITEMS


def test_a_worker_tells_when_all_is_done(worker: WorkerProcess) -> None:
    worker.wait_until_it_says(f"Søgningen er ført à jour: {ITEMS} af {ITEMS} punkter.")


def test_it_is_queued_once(db: None) -> None:
    empty_queue()
    tasks.enqueue_renewal()
    tasks.enqueue_renewal()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE queue_name = %s", [tasks.INDEX])
        assert cursor.fetchone() == (1,)
