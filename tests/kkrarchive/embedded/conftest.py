"""Fixtures for the embedded server: real servers in folders of their own, and real processes that use them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kkrarchive.embedded import processes
from kkrarchive.embedded.paths import ServerPaths, find_paths
from tests.kkrarchive.supervisors import find_supervisor

ROOT = Path(__file__).resolve().parents[3]

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become another: sudo make test")


def may_run_python(user: str) -> bool:
    """Return whether the user may run this Python, which may be in a home folder that only root may enter."""
    return not subprocess.run(["/usr/bin/test", "-x", sys.executable], user=user, check=False).returncode


class Session:
    """A process that runs session.py and takes commands from the test."""

    def __init__(self, data: Path, *, root: Path = ROOT, user: str | None = None, **environment: str) -> None:
        python = root / ".venv" / "bin" / "python" if root != ROOT else sys.executable
        self.process = subprocess.Popen(
            [python, str(Path(__file__).with_name("session.py")), str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment, "PYTHONPATH": str(root)},
            start_new_session=True,
            user=user,
        )

    def __enter__(self) -> "Session":
        self.read()
        return self

    def __exit__(self, *_args: object) -> None:
        self.process.communicate(timeout=30)

    def read(self) -> list[Any]:
        """Return the next answer; fail the test with the process's stderr if it has ended."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        return list(json.loads(line)) if line else pytest.fail(self.process.communicate()[1])

    def run(self, command: str) -> list[Any]:
        """Send a command and return its answer."""
        assert self.process.stdin
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self.read()

    def kill(self) -> None:
        """Kill the process with SIGKILL."""
        self.process.kill()
        self.process.wait()


def find_backends(places: ServerPaths) -> list[int]:
    """Return the process ids of the server's children."""
    server = processes.find_server(places.cluster)
    return [int(pid) for pid in Path(f"/proc/{server}/task/{server}/children").read_text().split()]


def wait_until(is_so: Callable[[], bool], seconds: float = 15) -> None:
    """Return as soon as `is_so` returns True; fail the test after `seconds`."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            pytest.fail(f"not within {seconds} seconds")
        time.sleep(0.01)


def kill(pid: int | None) -> None:
    """Kill a process with SIGKILL and wait until it is gone."""
    assert pid
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: processes.find_folder(pid) is None)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a cluster, made once per session since that takes a second; its path has 150 characters."""
    folder = tmp_path_factory.mktemp("embedded").resolve()
    data = folder / ("m" * (149 - len(str(folder))))
    with Session(data):
        return data


@contextmanager
def all_ended(data: Path) -> Iterator[Path]:
    """Yield the resolved data folder, and check at the end that no supervisor and no socket folder is left."""
    places = find_paths(data)
    yield places.data
    wait_until(lambda: find_supervisor(places.data) is None)
    assert not places.sockets.exists()


@pytest.fixture
def data(archive: Path) -> Iterator[Path]:
    """The data folder that the tests share."""
    with all_ended(archive) as data:
        yield data


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Path]:
    """A data folder for one test that does not exist yet."""
    with all_ended(tmp_path / "var") as data:
        yield data


@pytest.fixture
def copy(empty: Path, archive: Path) -> Path:
    """A data folder for one test with a cluster in it."""
    empty.mkdir()
    subprocess.run(["cp", "-a", archive / "postgres", empty / "postgres"], check=True)
    return empty
