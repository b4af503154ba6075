"""Recovery: after kill -9 of any process, the archive is back with all its data."""

import contextlib
import os
import signal
from pathlib import Path

import pytest

from kkrarchive.embedded import processes
from kkrarchive.embedded.paths import find_paths
from tests.kkrarchive.supervisors import find_supervisor

from .conftest import Session, find_backends, kill, wait_until

BEGAN = "SELECT pg_postmaster_start_time()"


@pytest.fixture
def letters(data: Path) -> Path:
    """A data folder with a table of three rows."""
    with Session(data) as session:
        session.run(
            "DROP TABLE IF EXISTS letters; CREATE TABLE letters AS SELECT unnest(ARRAY['æ', 'ø', 'å']) AS letter"
        )
    return data


def count(session: Session) -> list[str]:
    return session.run("SELECT count(*) FROM letters")


def test_a_server_without_supervisor_is_adopted(data: Path) -> None:
    with Session(data) as first:
        began = first.run(BEGAN)
        kill(find_supervisor(data))
        with Session(data) as second:
            assert second.run(BEGAN) == began
            assert find_supervisor(data)


def test_an_adopted_server_stops_with_the_last_to_leave(data: Path) -> None:
    with Session(data):
        kill(find_supervisor(data))
    assert processes.find_server(data / "postgres") is None


def test_a_killed_server_comes_back_by_itself(letters: Path) -> None:
    with Session(letters) as session:
        kill(processes.find_server(letters / "postgres"))
        assert count(session) == ["3"]


def test_after_a_kill_of_every_process_the_next_one_recovers(letters: Path) -> None:
    kill_all(letters)
    with Session(letters) as session:
        assert count(session) == ["3"]


def kill_all(data: Path) -> None:
    """Kill the supervisor, the server, its backends and a client process, all at once."""
    with Session(data) as session:
        session.run("INSERT INTO letters SELECT 'x' FROM generate_series(1, 1000)")
        session.run("DELETE FROM letters WHERE letter = 'x'")
        places = find_paths(data)
        pids = [
            session.process.pid,
            find_supervisor(data),
            processes.find_server(places.cluster),
            *find_backends(places),
        ]
        for pid in filter(None, pids):
            with contextlib.suppress(ProcessLookupError):  # backends may already have ended with their server
                os.kill(pid, signal.SIGKILL)
    wait_until(lambda: processes.find_server(places.cluster) is None)


def test_a_stale_pid_file_with_the_number_of_a_living_process_stops_nothing(letters: Path) -> None:
    kill_all(letters)
    pid_file = letters / "postgres" / "postmaster.pid"
    pid_file.write_text(pid_file.read_text().replace(pid_file.read_text().split()[0], str(os.getpid()), 1))
    with Session(letters) as session:
        assert count(session) == ["3"]


def test_a_cluster_whose_making_was_killed_is_made_anew(empty: Path) -> None:
    places = find_paths(empty)
    session = Session(empty)
    wait_until((places.making / "base").exists)
    kill(find_supervisor(empty))
    session.kill()
    session.process.communicate()
    with Session(empty) as following:
        assert following.run("SELECT current_database()") == ["kkrarchive"]
    assert list(empty.glob("postgres.making*")) == []


def test_a_supervisor_that_is_asked_to_stop_stops_the_server(data: Path) -> None:
    with Session(data):
        os.kill(find_supervisor(data) or 0, signal.SIGTERM)
        wait_until(lambda: processes.find_server(data / "postgres") is None)
