"""`manage.py worker`: reads the documents that are uploaded, one at a time, until it is told to stop."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import CommandError
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import DeleteJobCondition
from psycopg import OperationalError

from ingest import tasks
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.vocabulary import gettext_noop

# Any number that no other lock of the archive's database uses.
THE_WORKER = 5_001
# How long the document at hand may take to be done when the worker is told to stop; then it waits for the next start.
PATIENCE = 5.0
# How often it looks whether its place is still its own, in seconds.
PULSE = 5.0


class Command(TerminalCommand):
    """SIGTERM and SIGINT stop it; after kill -9 the next one takes up what it left."""

    help = gettext_noop("Læser de dokumenter, der er lagt op, ét ad gangen. Stoppes med Ctrl-C eller SIGTERM.")

    def handle(self, *args: Any, **options: Any) -> None:
        # The pages come first: readers wait for them, nobody waits for the queue.
        os.nice(10)
        with self.alone():
            tasks.resume()
            self.say(_("Arbejderen er klar og læser de dokumenter, der bliver lagt op."))
            self.work()

    def work(self) -> None:
        """Read what is uploaded until a signal says to stop."""
        assert isinstance(app.connector, DjangoConnector)
        with app.replace_connector(app.connector.get_worker_connector()):
            app.run_worker(
                concurrency=1, shutdown_graceful_timeout=PATIENCE, delete_jobs=DeleteJobCondition.SUCCESSFUL
            )  # fmt: skip

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the one worker's place, for which a second worker waits. If its holder dies it is free.

        Raises CommandError, and stops the work, if the place is lost with the connection to the database.
        """
        # A connection of its own: Django closes the others between tasks.
        held = connection.copy()
        self.take_place(held)
        lost, done = threading.Event(), threading.Event()
        watcher = threading.Thread(target=watch, args=(held, lost, done), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()
            held.close()
        if lost.is_set():
            raise CommandError(_("Forbindelsen til databasen gik tabt; arbejderen skal startes igen."))

    def take_place(self, held: BaseDatabaseWrapper) -> None:
        """Take the one worker's place, and wait for it if need be."""
        with held.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [THE_WORKER])
            if not cursor.fetchone()[0]:
                self.say(_("En anden arbejder er i gang; denne venter på at tage over."))
                cursor.execute("SELECT pg_advisory_lock(%s)", [THE_WORKER])

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def watch(held: BaseDatabaseWrapper, lost: threading.Event, done: threading.Event) -> None:
    """Stop this process when the connection is gone that holds the worker's place: another may have it by now."""
    while not done.wait(PULSE):
        try:
            held.connection.execute("SELECT 1")
        except OperationalError:
            lost.set()
            os.kill(os.getpid(), signal.SIGTERM)
            return
