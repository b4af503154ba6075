"""The running processes of a cluster, as /proc shows them: process ids in files may be stale."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from kkrarchive.embedded.paths import ServerPaths

PROC = Path("/proc")


def find_folder(pid: int) -> os.stat_result | None:
    """Return the stat of a process's working directory, even a deleted one; None if the process is gone or a zombie.

    Each of a cluster's processes has the cluster as its working directory.
    """
    try:
        return (PROC / str(pid) / "cwd").stat()
    except OSError:
        return None


def works_in(pid: int, folder: os.stat_result) -> bool:
    """Return whether a process is alive and has a folder as its working directory."""
    found = find_folder(pid)
    return found is not None and os.path.samestat(found, folder)


def find_server(cluster: Path) -> int | None:
    """Return the process id of a cluster's running server, whoever started it, or None."""
    pid = _read_pid_file(cluster)[0]
    return int(pid) if pid.isdigit() and works_in(int(pid), cluster.stat()) else None


def is_ready(cluster: Path) -> bool:
    """Return whether a cluster's server runs and accepts connections (line 8 of its pid file says so)."""
    lines = _read_pid_file(cluster)
    return len(lines) > 7 and lines[7].strip() == "ready" and find_server(cluster) is not None


def _read_pid_file(cluster: Path) -> list[str]:
    try:
        return (cluster / "postmaster.pid").read_text().split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return [""]


def kill_leftovers(places: ServerPaths) -> None:
    """Kill the processes that a killed server left behind, and a server whose cluster was deleted.

    An orphan that is still at work would keep the next server from starting; PostgreSQL has no way to end it.
    """
    for pid in _find_leftovers(places):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
        _wait_until_gone(pid)


def _find_leftovers(places: ServerPaths) -> Iterator[int]:
    for entry in PROC.iterdir():
        try:
            if entry.name.isdigit() and (entry / "comm").read_text() == "postgres\n" and _is_leftover(entry, places):
                yield int(entry.name)
        except OSError:  # ended meanwhile, or another user's
            continue


def _is_leftover(process: Path, places: ServerPaths) -> bool:
    if str((process / "cwd").readlink()).endswith(" (deleted)"):
        return os.fsencode(places.sockets) in (process / "cmdline").read_bytes()
    return works_in(int(process.name), places.cluster.stat())


def _wait_until_gone(pid: int, seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while find_folder(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
