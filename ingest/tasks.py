"""The queue of documents to be read, in the same PostgreSQL (procrastinate).

The documents' own states are authoritative and the queue follows them: whatever happened to a worker, `resume` queues
the unfinished ones again. One worker at a time reads (`manage.py worker` ensures it), one document at a time in each
of three lanes: the documents are divided between two, so that one is read while another is written, and one that takes
long is moved to the slow lane, so that it does not hold the others up. A fourth lane renews search entries.
"""

from __future__ import annotations

import logging
import multiprocessing
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from asgiref.sync import async_to_sync, sync_to_async
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from procrastinate import App, Blueprint, JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Status

from ingest import load, workers
from ingest.errors import IngestError, ReadingInterrupted, ReadingTookTooLong, UnexpectedFailure
from ingest.load import document_states, search
from kkrarchive.known_errors import is_database_away
from kkrarchive.terminal_language import gettext as _

logger = logging.getLogger(__name__)

QUEUE = "documents"
FAST = (QUEUE, f"{QUEUE}-second")
SLOW = f"{QUEUE}-slow"
INDEX = f"{QUEUE}-index"
LANES = (*FAST, SLOW, INDEX)
READ = f"{QUEUE}:read"
FILE = f"{QUEUE}:file"
RENEW = f"{QUEUE}:renew"
SLICE = 3.0  # seconds of renewal after which the worker may stop; it waits 5 s for what it is doing
# A document is not tried again after being interrupted this often, whether with its worker or alone.
MAX_ATTEMPTS = 3
NOT_BEGUN = -1  # percent

tasks = Blueprint()
# One document is written at a time: two that name a new person, or two of one meeting, would both make them.
_WRITING = threading.Lock()


def on_app_ready(ready: App) -> None:
    """Bind the tasks to Django's procrastinate app. Named in PROCRASTINATE_ON_APP_READY."""
    ready.add_tasks_from(tasks, namespace=QUEUE)


def enqueue(*keys: int) -> None:
    """Queue documents to be read; one already in the queue keeps its place."""
    with transaction.atomic():
        document_states.put_back(keys)
        for key in keys:
            _defer(key)


def enqueue_topics() -> None:
    """Queue the assignment of topics to the whole archive; a second request before it runs has no effect."""
    try:
        with transaction.atomic():
            app.configure_task(FILE, queue=QUEUE, queueing_lock=FILE).defer()
    except AlreadyEnqueued:
        pass


@tasks.task(name="file", queue=QUEUE)
def reassign_topics() -> None:
    """Assign topics to every item, by the current terms."""
    load.reassign_topics()


def _defer(key: int, lane: str = "") -> None:
    """Queue a document to be read in a lane; without one, in the fast lane that its key gives it."""
    # The locks: never twice in the queue, never read by two at a time, whichever the lanes.
    lock = f"document-{key}"
    try:
        with transaction.atomic():
            app.configure_task(
                READ, queue=lane or FAST[key % len(FAST)], queueing_lock=lock, lock=lock
            ).defer(key=key)  # fmt: skip
    except AlreadyEnqueued:
        pass


# How the death of the reading process shows: while an answer was awaited, or before it had taken its job.
INTERRUPTIONS = (ReadingInterrupted, BrokenPipeError)
AGAIN = RetryStrategy(max_attempts=MAX_ATTEMPTS, wait=1, retry_exceptions=INTERRUPTIONS)


@tasks.task(name="read", queue=QUEUE, pass_context=True, retry=AGAIN)
def read(context: JobContext, key: int) -> None:
    """Read a document and write its record, or the reason why it could not be read; or move it to the slow lane."""
    document = document_states.begin(key)
    if document is None:
        return
    try:
        if context.job.attempts >= MAX_ATTEMPTS:
            document_states.fail(document, ReadingInterrupted())
            return
        with _ended_with_the_worker(context):
            result = workers.read_alone(document_states.job_of(document), _bounds(context.job.queue))
        with _WRITING:
            document_states.finish(document, result)
    except INTERRUPTIONS:
        # The worker is being stopped, or memory ran out: it waits again, for this worker or the next.
        document_states.put_back([key])
        raise
    except IngestError as error:
        if context.job.queue != SLOW and isinstance(error, ReadingTookTooLong):
            _move_to_slow(key)
            return
        enqueue(*document_states.fail(document, error))
    except Exception as error:
        if is_database_away(error):
            raise  # not the document's fault, and nothing can be written: `resume` queues it again
        logger.exception("document %s (%s) could not be read", key, document.name)
        document_states.fail(document, UnexpectedFailure(reason=type(error).__name__))


def _bounds(lane: str) -> workers.Bounds:
    """Return the limits on reading one document in a lane. In a fast one, no page is read by OCR but the first."""
    seconds, total = settings.READ_SECONDS, settings.READ_TOTAL_SECONDS
    if lane == SLOW:
        return workers.Bounds(seconds, settings.READ_MEMORY_MB, total, niceness=5)
    return workers.Bounds(min(seconds, settings.FAST_SECONDS), settings.READ_MEMORY_MB, total, ocr=False)


def _move_to_slow(key: int) -> None:
    """Queue a document that takes too long for a fast lane in the slow one."""
    with transaction.atomic():
        document_states.put_back([key])
        _defer(key, SLOW)


@contextmanager
def _ended_with_the_worker(context: JobContext) -> Iterator[None]:
    """Kill the reading process when the worker is to stop and its graceful timeout is over."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.2):
            if context.should_abort():
                for process in multiprocessing.active_children():
                    process.kill()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def resume(lanes: Sequence[str] = LANES, but_job: int | None = None) -> int:
    """Queue every unfinished document that has no job, and return how many there were.

    Call it where nothing is being read in these lanes: any job marked as running there, except `but_job`, died with
    its worker.
    """
    for job in ProcrastinateJob.objects.filter(queue_name__in=lanes, status=Status.DOING.value).exclude(pk=but_job):
        _revive(job)
    unfinished = document_states.find_unfinished()
    jobs = ProcrastinateJob.objects.filter(task_name=READ, status__in=[Status.TODO.value, Status.DOING.value])
    queued = set(jobs.values_list("args__key", flat=True))
    # Asked again, as the other lane may have finished a document between the two queries.
    lost = document_states.find_unfinished(among=[key for key in unfinished if key not in queued])
    document_states.put_back(lost)
    for key in lost:
        _defer(key)
    return len(lost)


def _revive(job: ProcrastinateJob) -> None:
    """Make the job of a dead worker available again, or delete it if its document was queued anew meanwhile."""
    if job.task_name == READ:
        document_states.put_back(document_states.find_unfinished(among=[job.args["key"]]))
    try:
        with transaction.atomic():
            app.job_manager.retry_job_by_id(job.pk, timezone.now())
    except UniqueViolation:
        async_to_sync(app.job_manager.finish_job_by_id_async)(job.pk, Status.FAILED, delete_job=True)


def find_slow() -> set[int]:
    """Return the keys of the documents that wait or are read in the slow lane."""
    return set(ProcrastinateJob.objects.filter(queue_name=SLOW, task_name=READ).values_list("args__key", flat=True))


def resume_every_minute(context: JobContext, timestamp: int) -> None:
    """Queue documents of a lane that were lost, as when a database was restored from a backup."""
    assert context.job.queue
    resume([context.job.queue], but_job=context.job.id)


# Each lane looks after its own jobs: while it does, it reads nothing, whatever the other lanes do.
def _add_resuming(lane: str) -> None:
    name = lane.replace(QUEUE, "resume")
    task = tasks.task(name=name, queue=lane, queueing_lock=name, pass_context=True)(resume_every_minute)
    tasks.periodic(cron="* * * * *")(task)


for each in LANES:
    _add_resuming(each)


def enqueue_renewal(told: int = NOT_BEGUN) -> None:
    """Queue the renewal of search entries, unless it is queued already; `told` is what it has told of itself."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(RENEW, queue=INDEX, queueing_lock=RENEW).defer(timestamp=0, told=told)


@tasks.periodic(cron="*/10 * * * *")
@tasks.task(name="renew", queue=INDEX, queueing_lock=RENEW)
def renew_search(timestamp: int, told: int = NOT_BEGUN) -> None:
    """Rewrite search entries of an older version, a slice at a time, so that the worker can stop.

    Tells of every tenth that is done; `told` is the percentage that it told last.
    """
    if search.renew_for(SLICE):
        progress = search.find_progress()
        if progress.percent // 10 > told // 10:
            told = progress.percent
            _tell(_("Lægger frem til søgning på ny, mens arkivet er i brug: %s") % progress.told)
        enqueue_renewal(told)
    elif told != NOT_BEGUN:
        _tell(_("Søgningen er ført à jour: %s.") % search.find_progress().told)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@tasks.periodic(cron="37 3 * * *")
@tasks.task(name="settle", queue=QUEUE, queueing_lock="settle")
def settle_every_night(timestamp: int) -> None:
    """Compare items anew where the archive has grown so much that the rarity of its words has changed."""
    load.settle_matters()


@tasks.periodic(cron="17 4 * * *")
@tasks.task(name="prune", queue=QUEUE, queueing_lock="prune", pass_context=True)
async def prune_every_night(context: JobContext, timestamp: int) -> None:
    """Delete jobs that failed over three days ago (successful ones are deleted at once), and old changes."""
    await context.app.job_manager.delete_old_jobs(
        nb_hours=72, include_failed=True, include_cancelled=True, include_aborted=True
    )
    await sync_to_async(load.forget_changes)()
