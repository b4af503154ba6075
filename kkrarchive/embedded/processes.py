"""Which running processes belong to a cluster, as /proc tells it: process ids in files are of the past."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from kkrarchive.embedded.paths import ServerPaths

PROC = Path("/proc")


def find_folder(pid: int) -> os.stat_result | None:
    """The working directory of a process, be it deleted or not: each of a cluster's processes works in its cluster.

    None where the process is gone, or a zombie.
    """
    try:
        return (PROC / str(pid) / "cwd").stat()
    except OSError:
        return None


def works_in(pid: int, folder: os.stat_result) -> bool:
    """Whether a process lives and has a folder as its working directory."""
    found = find_folder(pid)
    return found is not None and os.path.samestat(found, folder)


def find_server(cluster: Path) -> int | None:
    """The process id of a cluster's living server, started by whomever."""
    pid = _read_pid_file(cluster)[0]
    return int(pid) if pid.isdigit() and works_in(int(pid), cluster.stat()) else None


def is_ready(cluster: Path) -> bool:
    """Whether a cluster's server lives and takes connections (the eighth line of its pid file says so)."""
    lines = _read_pid_file(cluster)
    return len(lines) > 7 and lines[7].strip() == "ready" and find_server(cluster) is not None


def _read_pid_file(cluster: Path) -> list[str]:
    try:
        return (cluster / "postmaster.pid").read_text().split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return [""]


def kill_leftovers(places: ServerPaths) -> None:
    """End what a killed server left behind: its orphans, and a server whose cluster was deleted under it.

    An orphan still at work would keep the next server from starting; PostgreSQL has no way to end it.
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
