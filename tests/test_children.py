"""Processes that are watched: started again when they have run for a while, given up when they die at once."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from kkrarchive.serving import CannotServe, children
from kkrarchive.serving.children import Child

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
DEAF = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.write(int(sys.argv[1]), b".")
time.sleep(60)
"""


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child("Køen", SLEEP)
    child.start()
    yield child
    child.stop()


def pid_of(child: Child) -> int:
    assert child.process is not None
    return child.process.pid


def kill(child: Child) -> None:
    assert child.process is not None
    child.process.kill()
    child.process.wait()


def test_a_living_process_is_left_alone(child: Child) -> None:
    before = pid_of(child)
    child.watch()
    assert pid_of(child) == before


def test_a_process_that_dies_young_is_given_up_by_name(child: Child) -> None:
    kill(child)
    with pytest.raises(CannotServe, match=r"Køen stoppede af sig selv \(kode -9\)"):
        child.watch()


def test_a_process_that_ran_well_is_started_again(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "STEADY_SECONDS", 0)
    before = pid_of(child)
    kill(child)
    child.watch()
    assert pid_of(child) != before


def test_a_process_that_does_not_stop_when_asked_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "STOP_SECONDS", 0.2)
    readable, writable = os.pipe()
    deaf = Child("Webserveren", [sys.executable, "-c", DEAF, str(writable)], [writable])
    deaf.start()
    os.read(readable, 1)
    deaf.stop()
    assert deaf.process is not None
    assert deaf.process.returncode == -signal.SIGKILL
