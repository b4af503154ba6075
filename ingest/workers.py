"""Reading of files in processes of their own: several in parallel, each limited in time and memory, and isolated.

Uses no database: results are values, for `load` to write.
"""

from __future__ import annotations

import logging
import math
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from ingest import pipeline
from ingest.errors import (
    IngestError,
    ReadingCrashed,
    ReadingInterrupted,
    ReadingTookTooLong,
    ReadingTookTooMuchMemory,
    UnexpectedFailure,
)
from ingest.gc_tuning import tune_gc
from ingest.letters.learned_lexicon import ArchiveLexicon
from ingest.records import NOTHING_STATED, MeetingRecord, Source, Stated
from meetings.shared.page_layout import PageLayout, hidden_from_json

logger = logging.getLogger(__name__)

# Reading needs neither Django nor the parent's database connections: a process of the fork server inherits none of
# them, and starts with the parser loaded and ready.
PROCESSES = multiprocessing.get_context("forkserver")
# Each process runs the parent's main module, manage.py, anew: what that imports is there already, too.
PROCESSES.set_forkserver_preload(["ingest.worker_preload", "kkrarchive.terminal_command"])


class StoredPage(NamedTuple):
    """A page as a document keeps it: its packed layout, and the hidden text as JSON data."""

    packed: bytes
    hidden: list[Any]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: its bytes, its path or name, what a person stated about it, and the learned words.

    `key` and `sha256` are those of its document in the archive, if the job was made from one. Where there are `pages`,
    stored when the file was read before, they are read and not the bytes.
    """

    data: bytes
    path: Path
    stated: Stated = NOTHING_STATED
    learned: ArchiveLexicon | None = None
    key: int | None = None
    sha256: str = ""
    pages: tuple[StoredPage, ...] = ()
    careful: bool = False


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The result of reading a file."""

    source: Source
    record: MeetingRecord


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits on reading one file: seconds of wall time, megabytes of address space, and the seconds in all.

    `seconds` starts anew after each page read by OCR, which has limits of its own, `total` does not. Without `ocr`
    the first such page ends the reading as too long. `niceness` is added to that of the parent.
    """

    seconds: float
    megabytes: int
    total: float = math.inf
    ocr: bool = True
    niceness: int = 0


def read_job(job: Job, on_page: Callable[[], None] = lambda: None) -> ReadResult:
    """Read one file in this process; `on_page` is called after each page read by OCR.

    Raises IngestError or MemoryError, and nothing else whatever the file contains.
    """
    try:
        source = _read_stored(job) if job.pages else _read_file(job, on_page)
        return ReadResult(source, pipeline.read_meeting(source, job.stated, job.path.name))
    except (IngestError, MemoryError):
        raise
    except Exception as error:
        logger.exception("reading %s failed", job.path.name)
        raise UnexpectedFailure(reason=type(error).__name__) from error


def _read_file(job: Job, on_page: Callable[[], None]) -> Source:
    return pipeline.read_source(job.data, job.path.name, job.learned, on_page, careful=job.careful)


def _read_stored(job: Job) -> Source:
    layouts = [PageLayout.unpack(page.packed, hidden_from_json(page.hidden)) for page in job.pages]
    return pipeline.read_layouts(layouts, job.learned)


def read_alone(job: Job, bounds: Bounds) -> ReadResult:
    """Read one file in a process of its own. Raises IngestError."""
    [(_job, result)] = read_jobs([job], workers=1, bounds=bounds)
    if isinstance(result, IngestError):
        raise result
    return result


def read_jobs(jobs: Iterable[Job], *, workers: int, bounds: Bounds) -> Iterator[tuple[Job, ReadResult | IngestError]]:
    """Read files, `workers` in parallel, each in a process of its own that is killed when it exceeds its limits.

    A file over which the process breaks down is read once more with care, without PDFium.
    Yields each job with its result, or the error, in the order in which they are done.
    """
    waiting, running = iter(jobs), dict[Connection, "_ReadingProcess"]()
    try:
        while True:
            _start(waiting, running, workers, bounds)
            if not running:
                return
            done = list(_collect(running))
            _start(waiting, running, workers, bounds)  # the next are read while the caller writes these
            yield from done
    finally:
        for one in running.values():
            one.end()


def _start(waiting: Iterator[Job], running: dict[Connection, _ReadingProcess], workers: int, bounds: Bounds) -> None:
    """Start as many processes as may run, while there are jobs."""
    for job in islice(waiting, workers - len(running)):
        started = _ReadingProcess(job, bounds)
        running[started.answer] = started


def _collect(running: dict[Connection, _ReadingProcess]) -> Iterator[tuple[Job, ReadResult | IngestError]]:
    """Wait until a process has answered, died or run out of time, and yield its job and result."""
    first_deadline = min(one.deadline for one in running.values())
    ready = wait(list(running), timeout=max(0.0, first_deadline - monotonic()))
    overdue = [answer for answer, one in running.items() if answer not in ready and one.deadline <= monotonic()]
    for answer in [*(one for one in ready if isinstance(one, Connection)), *overdue]:
        one = running[answer]
        result = one.result(overdue=answer in overdue)
        if result is None:
            continue
        del running[answer]
        if isinstance(result, ReadingCrashed) and not one.job.careful:
            again = _ReadingProcess(replace(one.job, careful=True), one.bounds)
            running[again.answer] = again
        else:
            yield one.job, result


# The signals of a program that breaks down, as PDFium does on purpose where it runs out of memory.
BREAKDOWNS = {signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGTRAP, signal.SIGBUS, signal.SIGFPE}
GRACE = 5.0  # seconds for a process that has closed its answer to end


# A process that starts asks after the end of all others, and whoever awaits one of those must not do so meanwhile: only
# the first learns how it ended.
_ASKING = threading.Lock()


class _ReadingProcess:
    """A process that reads one file."""

    def __init__(self, job: Job, bounds: Bounds) -> None:
        self.job, self.bounds = job, bounds
        self.answer, theirs = PROCESSES.Pipe(duplex=False)
        self.process = PROCESSES.Process(target=_answer, args=(theirs, job, bounds), daemon=True)
        with _ASKING:
            self.process.start()
        theirs.close()
        self.started = monotonic()
        self.deadline = self.started + min(bounds.seconds, bounds.total)

    def result(self, *, overdue: bool) -> ReadResult | IngestError | None:
        """Return the result or error; None if only another page has been read."""
        answer = None if overdue else self._receive()
        if overdue or (answer is None and not self.bounds.ocr):
            answer = ReadingTookTooLong(seconds=self._seconds())
        if answer is None:
            self.deadline = min(monotonic() + self.bounds.seconds, self.started + self.bounds.total)
        else:
            self.end()
        return answer

    def _receive(self) -> ReadResult | IngestError | None:
        try:
            answer: ReadResult | IngestError | None = self.answer.recv()
            return answer
        except EOFError:
            return self._death()

    def _death(self) -> IngestError:
        """Return what the end of a process without an answer means, by the signal that ended it."""
        self._join(GRACE)
        signal_number = -(self.process.exitcode or 0)
        if signal_number == signal.SIGXCPU:
            return ReadingTookTooLong(seconds=self._seconds())
        return ReadingCrashed() if signal_number in BREAKDOWNS else ReadingInterrupted()

    def _seconds(self) -> int:
        """Return the limit that ended the reading: of one page, or of the whole."""
        whole = monotonic() - self.started >= self.bounds.total
        return round(self.bounds.total if whole else self.bounds.seconds)

    def _join(self, seconds: float | None = None) -> None:
        with _ASKING:
            self.process.join(seconds)

    def end(self) -> None:
        self.process.kill()
        self._join()
        self.process.close()
        self.answer.close()


def _answer(connection: Connection, job: Job, bounds: Bounds) -> None:
    """Read a job in the child process and send the result or error; None after each page read by OCR."""
    tune_gc()
    os.nice(bounds.niceness)
    _limit(bounds)
    try:
        connection.send(read_job(job, on_page=lambda: connection.send(None)))
        return
    except IngestError as error:
        connection.send(error)
        return
    except MemoryError:
        pass
    # Only here is the memory of the reading free again: until then the traceback holds it. What a cache still holds may
    # be all that the limit allows, and these few bytes must be said.
    _lift_memory_limit()
    connection.send(ReadingTookTooMuchMemory(megabytes=bounds.megabytes))


def _limit(bounds: Bounds) -> None:
    # If the parent that waits for the answer is killed, the kernel enforces the time limit.
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(bounds.seconds) + 5, math.ceil(bounds.seconds) + 10))
    # Only the soft limit: the program that runs OCR on a page has a limit of its own.
    _soft, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = bounds.megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _lift_memory_limit() -> None:
    _soft, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
