"""`manage.py worker`: reads the documents that are uploaded, one at a time, until it is told to stop."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.core.management.base import CommandError
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import DeleteJobCondition
from psycopg import OperationalError

from ingest import tasks
from kkrarchive.embedded.backend.base import is_server_away
from kkrarchive.known_errors import is_database_away
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.preparation import what_is_missing
from meetings.shared.vocabulary import gettext_noop

# Any number that no other lock of the archive's database uses.
THE_WORKER = 5_001
# How long the document at hand may take to be done when the worker is told to stop; then it waits for the next start.
PATIENCE = 5.0
# How often it looks whether its place is still its own, in seconds.
PULSE = 5.0

# How long it waits before it looks again for a database that is away, in seconds.
PAUSE = 1.0


class PlaceLostError(Exception):
    """The connection is gone that holds the worker's place: another worker may have it by now."""


class Command(TerminalCommand):
    """SIGTERM and SIGINT stop it; after kill -9 the next one takes up what it left."""

    help = gettext_noop("Læser de dokumenter, der er lagt op, ét ad gangen. Stoppes med Ctrl-C eller SIGTERM.")
    told = ""  # of what trouble, while it lasts
    asked_to_stop = False

    def handle(self, *args: Any, **options: Any) -> None:
        # The pages come first: readers wait for them, nobody waits for the queue.
        os.nice(10)
        with suppress(KeyboardInterrupt):
            while not self.asked_to_stop:
                signal.signal(signal.SIGTERM, signal.default_int_handler)
                self.work_while_the_database_is_there()

    def work_while_the_database_is_there(self) -> None:
        """Work until a signal says to stop, or the database goes away; then wait a moment.

        Raises CommandError if the database refuses us, which waiting would not mend.
        """
        try:
            with self.alone() as held:
                if told := what_is_missing():
                    raise CommandError(told)
                tasks.resume()
                self.say(_("Arbejderen er klar og læser de dokumenter, der bliver lagt op."))
                self.told = ""
                self.work(held)
        except PlaceLostError:
            self.tell(_("Forbindelsen til databasen gik tabt. Arbejderen venter på den og går så videre."))
        except Exception as error:
            if not is_database_away(error):
                raise
            if not is_server_away(error):
                raise CommandError(_("Databasen kan ikke bruges: %s") % error) from None
            self.tell(_("Databasen svarer ikke. Arbejderen venter på den: %s") % " ".join(str(error).split()))
        connections.close_all()
        if not self.asked_to_stop:
            time.sleep(PAUSE)

    def work(self, held: BaseDatabaseWrapper) -> None:
        """Read what is uploaded until a signal says to stop. Raises PlaceLostError if it ends for another reason."""
        assert isinstance(app.connector, DjangoConnector)
        try:
            with app.replace_connector(app.connector.get_worker_connector()):
                asyncio.run(self.run(held))
        except Exception as error:
            if not is_database_away(error):
                raise
        if not self.asked_to_stop:
            raise PlaceLostError

    async def run(self, held: BaseDatabaseWrapper) -> None:
        """Run procrastinate's worker until a signal says to stop, or the worker's place is lost."""
        worker = asyncio.create_task(run_worker())
        for asked in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(asked, self.stop, worker)
        watcher = asyncio.create_task(watch(held, worker))
        with suppress(asyncio.CancelledError):
            await worker
        watcher.cancel()

    def stop(self, worker: asyncio.Task[None]) -> None:
        """End the worker when the document at hand is read, or its patience is over."""
        if not self.asked_to_stop:
            self.asked_to_stop = True
            worker.cancel()

    @contextmanager
    def alone(self) -> Iterator[BaseDatabaseWrapper]:
        """Hold the one worker's place, for which a second worker waits. If its holder dies it is free."""
        # A connection of its own: Django closes the others between tasks.
        held = connection.copy()
        try:
            self.take_place(held)
            yield held
        finally:
            held.close()

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

    def tell(self, trouble: str) -> None:
        """Tell of trouble, once for as long as it lasts."""
        if trouble != self.told:
            self.stderr.write(trouble)
        self.told = trouble


async def run_worker() -> None:
    """Take jobs from the queue, one at a time, until cancelled."""
    async with app.open_async():
        await app.run_worker_async(
            concurrency=1, shutdown_graceful_timeout=PATIENCE, delete_jobs=DeleteJobCondition.SUCCESSFUL,
            install_signal_handlers=False,
        )  # fmt: skip


async def watch(held: BaseDatabaseWrapper, worker: asyncio.Task[None]) -> None:
    """Stop the worker when the connection is gone that holds its place: another may have it by now."""
    while True:
        await asyncio.sleep(PULSE)
        try:
            await asyncio.to_thread(held.connection.execute, "SELECT 1")
        except OperationalError:
            worker.cancel()
            return
