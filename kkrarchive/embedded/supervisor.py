"""The supervisor of one archive's server: starts it, restarts it if it dies, stops it when nobody uses it.

Run by `usage_lock` as `python -m kkrarchive.embedded.supervisor DATA LOCK`; LOCK is an open descriptor on which the
exclusive lock of `ServerPaths.supervisor` is held already. It reports on stdout, one JSON object per line:
{"note": text} any number of times, then {"ready": true} or {"error": text}.
"""

import contextlib
import json
import os
import signal
import sys
import threading
import time

from kkrarchive.embedded import cluster
from kkrarchive.embedded.account import find_account
from kkrarchive.embedded.binaries import copy_binaries, find_binaries, is_reachable
from kkrarchive.embedded.errors import EmbeddedPostgresError
from kkrarchive.embedded.files import is_still_at, open_shared, try_lock
from kkrarchive.embedded.paths import ServerPaths, find_paths
from kkrarchive.terminal_language import gettext as _

PAUSE_SECONDS = 0.1  # between checks of whether anybody uses the server, and whether it is alive
LOG_BYTES = 5_000_000
STDOUT = 1


def main() -> None:
    """Detach from the process that started this one, start the server and watch over it."""
    places, lock = find_paths(sys.argv[1]), int(sys.argv[2])
    if os.fork():
        os._exit(0)  # the supervisor becomes an orphan, so that no process of the archive has to reap it
    asked_to_stop = threading.Event()
    for asked in (signal.SIGTERM, signal.SIGINT):  # as when the machine shuts down
        signal.signal(asked, lambda _number, _frame: asked_to_stop.set())
    os.umask(0o077)
    try:
        server = _find_or_start(places)
    except (EmbeddedPostgresError, OSError) as error:
        _tell(error=str(error))
        return
    _tell(ready=True)
    os.dup2(os.open(os.devnull, os.O_RDWR), STDOUT)
    keep(places, lock, server, asked_to_stop)


def keep(places: ServerPaths, lock: int, server: cluster.Server, asked_to_stop: threading.Event) -> None:
    """Watch over the server until nobody uses it, its data folder is deleted or a stop is asked for, then stop it.

    Also ends if the server cannot be restarted: the next process that needs it tries again and reports why.
    """
    users = open_shared(places.users)
    try:
        while is_still_at(lock, places.supervisor) and not try_lock(users) and not asked_to_stop.wait(PAUSE_SECONDS):
            if not server.is_alive() and is_still_at(lock, places.supervisor):
                _log("the server died; starting it again")
                server = _find_or_start(places)
    except (EmbeddedPostgresError, OSError) as error:
        _log(str(error))
    server.stop()
    # If another archive has taken the data folder's place, the socket folder is that archive's.
    if is_still_at(lock, places.supervisor) or not places.supervisor.exists():
        with contextlib.suppress(OSError):
            places.sockets.rmdir()


def _find_or_start(places: ServerPaths) -> cluster.Server:
    if server := cluster.find_server(places):
        return server
    _turn_over_log(places)
    account = find_account(places.cluster)
    binaries = find_binaries(places.cluster)
    if not is_reachable(binaries, account):
        copying = _("Lægger PostgreSQLs programmer, hvor en bruger uden særlige rettigheder kan nå dem …")
        binaries = copy_binaries(binaries, lambda: _tell(note=copying))
    if not places.cluster.exists():
        _tell(note=_("Opretter den indbyggede PostgreSQL i %(folder)s …") % {"folder": places.cluster})
        cluster.make_cluster(places, binaries, account)
    elif (places.cluster / "postmaster.pid").exists():
        _tell(note=_("Den indbyggede PostgreSQL blev afbrudt. Databasen genoprettes …"))
    return cluster.start_server(places, binaries, account)


def _turn_over_log(places: ServerPaths) -> None:
    """Rotate the log if it is longer than LOG_BYTES, keeping one old one."""
    if places.log.exists() and places.log.stat().st_size > LOG_BYTES:
        places.log.replace(places.log.with_suffix(".log.1"))


def _tell(**message: str | bool) -> None:
    with contextlib.suppress(BrokenPipeError):  # the process that asked for the server is gone; others may use it
        os.write(STDOUT, json.dumps(message).encode() + b"\n")


def _log(message: str) -> None:
    sys.stderr.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} [{os.getpid()}] supervisor: {message}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
