"""Watched processes: restarted whenever they die, after growing pauses; given up only at startup."""

from __future__ import annotations

import os
import signal
import sys
import time
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


def test_a_process_that_cannot_start_is_given_up_by_name(child: Child) -> None:
    kill(child)
    with pytest.raises(CannotServe, match=r"Køen stoppede af sig selv \(kode -9\)"):
        child.require()


def test_a_living_process_is_not_given_up(child: Child) -> None:
    child.require()


def test_a_process_that_falls_young_is_started_again_after_a_pause(
    child: Child, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.2)
    before = pid_of(child)
    kill(child)
    child.watch()
    assert pid_of(child) == before
    assert capsys.readouterr().err.count("Køen stoppede (kode -9) og startes igen om 0 s.") == 1
    time.sleep(0.2)
    child.watch()
    assert pid_of(child) != before


def test_pauses_grow_to_a_limit_and_begin_anew(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(children, "LONGEST_PAUSE", 0.03)
    assert [fall(child) for _turn in range(4)] == [0.01, 0.02, 0.03, 0.03]
    monkeypatch.setattr(children, "STEADY_SECONDS", 0)
    assert fall(child) == 0
    monkeypatch.undo()
    assert fall(child) == children.FIRST_PAUSE


def fall(child: Child) -> float:
    """Kill a process, check that it is restarted if the pause is below a second, and return the pause."""
    kill(child)
    child.watch()
    pause = child.pause
    if pause < 1:
        time.sleep(pause)
        child.watch()
        assert child.process is not None
        assert child.process.poll() is None
    return pause


def test_a_process_that_ran_well_is_started_again(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "STEADY_SECONDS", 0)
    before = pid_of(child)
    kill(child)
    child.watch()
    assert pid_of(child) != before


def test_a_process_that_cannot_be_started_again_is_tried_again(
    child: Child, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(children, "FIRST_PAUSE", 0)
    kill(child)
    child.command = ["/does/not/exist"]
    child.watch()
    assert "Køen kan ikke startes" in capsys.readouterr().err
    child.command = SLEEP
    child.watch()
    assert child.process is not None
    assert child.process.poll() is None


def test_a_process_that_does_not_stop_when_asked_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "STOP_SECONDS", 0.2)
    readable, writable = os.pipe()
    deaf = Child("Webserveren", [sys.executable, "-c", DEAF, str(writable)], [writable])
    deaf.start()
    os.read(readable, 1)
    deaf.stop()
    assert deaf.process is not None
    assert deaf.process.returncode == -signal.SIGKILL
