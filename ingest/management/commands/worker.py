"""`manage.py worker`: read uploaded documents until stopped by a signal, one at a time in each lane of the queue."""

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
from meetings.preparation import why_not_servable
from meetings.shared.vocabulary import gettext_noop

# The key of the worker's advisory lock; any number that no other lock in the archive's database has.
THE_WORKER = 5_001
# Seconds that the current document may take to finish after a stop signal; then it waits for the next start.
PATIENCE = 5.0
# Seconds between checks that the worker still holds its lock.
PULSE = 5.0

# Seconds between looks into the queue where no notification came: none comes for a document that is tried again, or
# that its other lane lets go of.
POLLING = 1.0
# Seconds before it tries again to reach a database that is away.
PAUSE = 1.0


class LockLostError(Exception):
    """The connection that holds the worker's lock is gone: another worker may hold the lock by now."""


class Command(TerminalCommand):
    """The worker. SIGTERM and SIGINT stop it; after kill -9 the next one resumes its unfinished documents."""

    help = gettext_noop(
        "Læser de dokumenter, der er lagt op, to ad gangen og langsomme ved siden af. Stoppes med Ctrl-C eller SIGTERM."
    )
    told = ""  # the last trouble reported, while it lasts
    asked_to_stop = False

    def handle(self, *args: Any, **options: Any) -> None:
        # The website has priority: readers wait for its pages, nobody waits for the queue.
        os.nice(10)
        with suppress(KeyboardInterrupt):
            while not self.asked_to_stop:
                signal.signal(signal.SIGTERM, signal.default_int_handler)
                self.work_while_the_database_is_there()

    def work_while_the_database_is_there(self) -> None:
        """Work until a stop signal, or until the database goes away; then pause.

        Raises CommandError if the database refuses the connection, which waiting would not mend.
        """
        try:
            with self.alone() as held:
                if told := why_not_servable():
                    raise CommandError(told)
                tasks.resume()
                tasks.enqueue_renewal()
                self.say(_("Arbejderen er klar og læser de dokumenter, der bliver lagt op."))
                self.told = ""
                self.work(held)
        except LockLostError:
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
        """Read uploaded documents until a stop signal. Raises LockLostError if it ends for another reason."""
        assert isinstance(app.connector, DjangoConnector)
        try:
            with app.replace_connector(app.connector.get_worker_connector()):
                asyncio.run(self.run(held))
        except Exception as error:
            if not is_database_away(error):
                raise
        if not self.asked_to_stop:
            raise LockLostError

    async def run(self, held: BaseDatabaseWrapper) -> None:
        """Run procrastinate's worker until a stop signal, or until the worker's lock is lost."""
        worker = asyncio.create_task(run_worker())
        for asked in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(asked, self.stop, worker)
        watcher = asyncio.create_task(watch(held, worker))
        with suppress(asyncio.CancelledError):
            await worker
        watcher.cancel()

    def stop(self, worker: asyncio.Task[None]) -> None:
        """Stop the worker when the current document is read, or after PATIENCE."""
        if not self.asked_to_stop:
            self.asked_to_stop = True
            worker.cancel()

    @contextmanager
    def alone(self) -> Iterator[BaseDatabaseWrapper]:
        """Hold the lock of the one worker, on which a second worker waits. The lock is freed if its holder dies."""
        # A connection of its own: Django closes the others between tasks.
        held = connection.copy()
        try:
            self.take_place(held)
            yield held
        finally:
            held.close()

    def take_place(self, held: BaseDatabaseWrapper) -> None:
        """Acquire the worker's lock, waiting for it if need be."""
        with held.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [THE_WORKER])
            if not cursor.fetchone()[0]:
                self.say(_("En anden arbejder er i gang; denne venter på at tage over."))
                cursor.execute("SELECT pg_advisory_lock(%s)", [THE_WORKER])

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    def tell(self, trouble: str) -> None:
        """Report trouble, once for as long as it lasts."""
        if trouble != self.told:
            self.stderr.write(trouble)
        self.told = trouble


async def run_worker() -> None:
    """Run jobs from both lanes of the queue until cancelled. When one lane ends, so does the other."""
    async with app.open_async():
        lanes = [asyncio.create_task(run_lane(lane)) for lane in tasks.LANES]
        try:
            ended, _going = await asyncio.wait(lanes, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for lane in lanes:
                lane.cancel()
            await asyncio.gather(*lanes, return_exceptions=True)
        for lane in ended:
            lane.result()


async def run_lane(lane: str) -> None:
    """Run jobs from one lane, one at a time, until cancelled."""
    await app.run_worker_async(
        queues=[lane], name=lane, concurrency=1, fetch_job_polling_interval=POLLING,
        shutdown_graceful_timeout=PATIENCE, delete_jobs=DeleteJobCondition.SUCCESSFUL, install_signal_handlers=False,
    )  # fmt: skip


async def watch(held: BaseDatabaseWrapper, worker: asyncio.Task[None]) -> None:
    """Stop the worker when the connection that holds its lock is gone: another may hold it by now."""
    while True:
        await asyncio.sleep(PULSE)
        try:
            await asyncio.to_thread(held.connection.execute, "SELECT 1")
        except OperationalError:
            worker.cancel()
            return
