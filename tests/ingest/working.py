"""Workers for tests: one in this process that stops when the queue is empty, and real ones to stop and kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from ingest import tasks
from meetings.models import Document
from tests.ingest.papers import MINUTES_TEXT

PATIENCE = 60.0  # seconds; on a busy machine


def empty_queue() -> None:
    """Delete all jobs: Django does not empty tables that are not its own between tests."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def work(lanes: Sequence[str] = tasks.LANES) -> None:
    """Run a worker in this process until these lanes of the queue are empty."""
    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    with app.replace_connector(connector.get_worker_connector()):
        app.run_worker(
            queues=list(lanes), wait=False, listen_notify=False, install_signal_handlers=False, delete_jobs="successful"
        )


def upload(data: bytes = MINUTES_TEXT, name: str = "referat.txt", **fields: str) -> Document:
    """Store a document and queue it, as the upload page does."""
    document = Document(name=name, sha256=f"{hash(data) & 0xFFFFFFFF:064x}", size=len(data), **fields)
    document.keep_original(ContentFile(data))
    document.save()
    tasks.enqueue(document.pk)
    return document


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds. Raises AssertionError if it does not within PATIENCE."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


class WorkerProcess:
    """`manage.py worker` on the test database, in a process of its own."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.log = folder / f"worker-{time.monotonic_ns()}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "worker"],
                cwd=settings.BASE_DIR,
                env={**environment(), **variables},
                stdout=log,
                stderr=log,
            )

    @property
    def output(self) -> str:
        """Return all output so far."""
        return self.log.read_text(encoding="utf-8")

    def wait_until_it_says(self, words: str) -> None:
        """Wait until the output has these words. Raises AssertionError if it never does."""
        wait_until(lambda: words in self.output or self.process.poll() is not None)
        assert words in self.output, self.output

    def end_readers(self) -> int:
        """Send SIGTERM to its reading processes, as when the whole group is stopped; return how many there are."""
        readers = [reader for helper in children(self.process.pid) for reader in children(helper)]
        for reader in readers:
            os.kill(reader, signal.SIGTERM)
        return len(readers)

    def kill(self) -> None:
        """Kill it, as the kernel would when memory runs out."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Stop it, and return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


def children(process: int) -> list[int]:
    """Return the children of a process, whichever of its threads started them."""
    lists = [thread.read_text() for thread in Path(f"/proc/{process}/task").glob("*/children")]
    return [int(one) for one in " ".join(lists).split()]


def environment() -> dict[str, str]:
    """Return the environment of a process that uses the test database."""
    said = connection.get_connection_params()
    query = urlencode({name: said[name] for name in ("host", "port", "user", "password") if said.get(name)})
    return {**os.environ, "DATABASE_URL": f"postgresql:///{said['dbname']}?{query}"}
