"""An archive as `make run` starts it, in a process of its own, with methods to query, stop and kill it."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

PATIENCE = 120  # seconds; a first start on a busy machine
COUNT = """
from meetings.models import AgendaItem, Decision, Meeting, Participant
for model in (Meeting, AgendaItem, Decision, Participant):
    print(model.objects.count())
"""


class ArchiveProcess:
    """`manage.py serve` on a data folder and a free port, in a session of its own."""

    def __init__(self, data: Path, *arguments: str, port: int | None = None, **more: str) -> None:
        self.data = data
        self.port = port or find_free_port()
        self.log = data.parent / f"{data.name}-{time.monotonic_ns()}.log"
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port), *arguments]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command,
                cwd=settings.BASE_DIR,
                env={**environment(data), **more},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def output(self) -> str:
        """All output so far, stdout and stderr."""
        return self.log.read_text(encoding="utf-8")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def wait_until_ready(self) -> None:
        """Return when it says that it is ready. Raises AssertionError with its output if it ends or takes too long."""
        self.wait_until_it_says("Stop med Ctrl-C")

    def wait_until_it_says(self, words: str) -> None:
        """Return when its output has the words. Raises AssertionError with its output if it ends or takes too long."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.output:
            assert self.process.poll() is None, self.output
            assert time.monotonic() < deadline, self.output
            time.sleep(0.05)

    def read_page(self, path: str = "") -> str:
        """Return the HTML of a page. Raises HTTPError on an error status."""
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return str(answer.read().decode())

    def status(self) -> int:
        """Return the HTTP status of the front page. Raises HTTPError on an error status."""
        with urllib.request.urlopen(self.address, timeout=20) as answer:
            return int(answer.status)

    def workers(self) -> list[int]:
        """Return the process ids of its queue workers."""
        return [pid for pid in processes_of(self.data) if _command(pid)[2:3] == [b"worker"]]

    def press_ctrl_c(self) -> int:
        """Send SIGINT to its process group, as a terminal does; return the exit status."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(60)

    def kill_everything(self) -> None:
        """Kill every process of the archive with SIGKILL, `serve` first."""
        for pid in [self.process.pid, *processes_of(self.data)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a fresh shell, plus KKRARCHIVE_DATA."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "KKRARCHIVE_POSTGRES_BIN") if name in os.environ}
    return {**kept, "KKRARCHIVE_DATA": str(data), "LC_ALL": "C.UTF-8"}


def find_free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def processes_of(data: Path) -> list[int]:
    """Return the ids of running processes that were started for a data folder or have their working directory in it."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and _belongs(entry, data)]


def _command(process: int) -> list[bytes]:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:  # ended meanwhile
        return []


def _belongs(process: Path, data: Path) -> bool:
    marker = f"KKRARCHIVE_DATA={data}".encode()
    try:
        works_there = (process / "cwd").readlink().is_relative_to(data)
        return works_there or marker in (process / "environ").read_bytes().split(b"\0")
    except OSError:  # ended meanwhile, or another user's
        return False


def count_rows(data: Path) -> Iterator[int]:
    """Return the numbers of meetings, items, decisions and participants in the archive."""
    command = [sys.executable, "manage.py", "shell", "--verbosity=0", "--command", COUNT]
    said = subprocess.run(command, cwd=settings.BASE_DIR, env=environment(data), capture_output=True, check=True)
    return map(int, re.findall(rb"^\d+$", said.stdout, re.MULTILINE))
