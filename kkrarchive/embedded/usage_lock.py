"""The usage lock of a process that uses the embedded server: the server stays up while anybody holds one.

It is a shared lock on a file, released by the kernel however the process ends. The last process to use the server, if
it exits normally, also waits until the server has stopped: then the data folder may be deleted at once.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kkrarchive.embedded import processes
from kkrarchive.embedded.cluster import START_SECONDS, read_end_of_log
from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.embedded.files import is_still_at, open_shared, try_lock
from kkrarchive.embedded.paths import ServerPaths, find_paths
from kkrarchive.terminal_language import gettext as _

WAIT_SECONDS = START_SECONDS + 20  # somebody else's supervisor may be making the cluster first
LEAVE_SECONDS = 30
SUPERVISOR_TRIES = 3
PAUSE_SECONDS = 0.01
SOURCE = Path(__file__).resolve().parents[2]


class SupervisorDiedError(EmbeddedPostgresError):
    """The supervisor ended without reporting an error."""


_usage_locks: dict[ServerPaths, int] = {}  # the open descriptor that holds each usage lock
_guard = threading.RLock()


def hold(data: Path | str) -> None:
    """Hold a usage lock on the server of a data folder until this process ends, and return when the server is up.

    Costs nothing when this process holds one already. Raises EmbeddedPostgresError if the server cannot be started.
    """
    if find_paths(data) not in _usage_locks:
        ensure_server(data)


def ensure_server(data: Path | str) -> None:
    """Take a usage lock on a data folder, start its server and supervisor if necessary, and return when it is up.

    Raises EmbeddedPostgresError if the server cannot be started.
    """
    places = find_paths(data)
    with _guard, _told_of_trouble(places):
        places.data.mkdir(parents=True, exist_ok=True)
        _take_usage_lock(places)
        _wait_for_server(places)


@contextmanager
def _told_of_trouble(places: ServerPaths) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EmbeddedPostgresError(
            _(
                "Mappen med arkivets data, %(data)s, kan ikke bruges: %(why)s. "
                "Kør som den bruger, der ejer mappen, eller vælg en anden med KKRARCHIVE_DATA."
            )
            % {"data": places.data, "why": error}
        ) from error


def _take_usage_lock(places: ServerPaths) -> None:
    if places in _usage_locks and is_still_at(_usage_locks[places], places.users):
        return
    usage_lock = open_shared(places.users)
    waiting = LockWait(_("Venter på, at den indbyggede PostgreSQL stopper …"), WAIT_SECONDS)
    while not try_lock(usage_lock, shared=True):  # the supervisor is stopping the server
        waiting.pause()
    if places in _usage_locks:
        os.close(_usage_locks[places])
    _usage_locks[places] = usage_lock


def _wait_for_server(places: ServerPaths) -> None:
    waiting = LockWait(_("Venter på den indbyggede PostgreSQL …"), WAIT_SECONDS)
    deaths = 0
    while True:
        try:
            if _start_supervisor_if_none(places) or processes.is_ready(places.cluster):
                return
        except SupervisorDiedError:  # killed while it started the server: the next supervisor takes over
            deaths += 1
            if deaths == SUPERVISOR_TRIES:
                raise
        waiting.pause()


def _start_supervisor_if_none(places: ServerPaths) -> bool:
    """Start a supervisor unless there is one; return True, once the server is up, if it was started."""
    lock = open_shared(places.supervisor)
    try:
        if not try_lock(lock):
            return False
        _start_supervisor(places, lock)
        return True
    finally:
        os.close(lock)


def _start_supervisor(places: ServerPaths, lock: int) -> None:
    """Start a supervisor, hand it the lock, print its notes, and return when the server is up.

    It runs in a session of its own, so that Ctrl-C in a terminal does not reach it.
    """
    command = [sys.executable, "-P", "-m", "kkrarchive.embedded.supervisor", str(places.data), str(lock)]
    with os.fdopen(open_shared(places.log), "ab") as log:
        supervisor = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            cwd="/",
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            pass_fds=[lock],
            start_new_session=True,
        )
    with supervisor:
        _follow(supervisor, places)


def _follow(supervisor: subprocess.Popen[str], places: ServerPaths) -> None:
    for line in supervisor.stdout or ():
        message = json.loads(line)
        if "note" in message:
            _tell(message["note"])
        elif "error" in message:
            raise EmbeddedPostgresError(message["error"])
        else:
            return
    raise SupervisorDiedError(
        _("Processen, der passer den indbyggede PostgreSQL, gik ned. Slutningen af loggen, %(log)s:\n%(end)s")
        % {"log": places.log, "end": read_end_of_log(places)}
    )


class LockWait:
    """A wait for another process: announced after a second, ended by an error after `limit` seconds."""

    def __init__(self, what: str, limit: float) -> None:
        self.what = what
        self.limit = limit
        self.began = time.monotonic()
        self.told = False

    def pause(self) -> None:
        """Sleep for PAUSE_SECONDS. Raises EmbeddedPostgresError past the limit."""
        passed = time.monotonic() - self.began
        if passed > self.limit:
            raise EmbeddedPostgresError(
                _("%(what)s Opgivet efter %(seconds)d sekunder. Se postgres.log i mappen med arkivets data.")
                % {"what": self.what, "seconds": passed}
            )
        if passed > 1 and not self.told:
            self.told = True
            _tell(self.what)
        time.sleep(PAUSE_SECONDS)


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@atexit.register
def leave() -> None:
    """Release all usage locks; if nobody else uses a server, return only when it has stopped."""
    while _usage_locks:
        places, usage_lock = _usage_locks.popitem()
        try:
            if processes.find_server(places.cluster):
                _start_supervisor_if_none(places)  # if its supervisor was killed, another one must stop the server
            os.close(usage_lock)
            _wait_until_stopped(places)
        except (OSError, EmbeddedPostgresError, KeyboardInterrupt):
            continue  # the data folder is gone, or the user will not wait: the supervisor stops the server anyway


def _wait_until_stopped(places: ServerPaths) -> None:
    waiting = LockWait(_("Stopper den indbyggede PostgreSQL …"), LEAVE_SECONDS)
    while _is_ours_to_wait_for(places):
        waiting.pause()


def _is_ours_to_wait_for(places: ServerPaths) -> bool:
    """Return whether no other process uses the server and its supervisor has not stopped it yet."""
    users, supervisor = (os.open(path, os.O_RDWR) for path in (places.users, places.supervisor))
    try:
        is_unused = try_lock(users)
        is_stopping = not is_unused and not try_lock(users, shared=True)
        return (is_unused or is_stopping) and not try_lock(supervisor)
    finally:
        os.close(users)
        os.close(supervisor)


def _renew_in_child() -> None:
    """Replace the usage locks that a forked child inherited by its own: parent and child then release theirs alone."""
    try:
        for places, inherited in _usage_locks.items():
            own = os.open(places.users, os.O_RDWR)
            if try_lock(own, shared=True):  # else the folder was made anew, and the inherited lock does no harm
                os.dup2(own, inherited, inheritable=False)
            os.close(own)
    except OSError:
        pass  # the data folder is gone
    finally:
        _guard.release()


os.register_at_fork(before=_guard.acquire, after_in_parent=_guard.release, after_in_child=_renew_in_child)
