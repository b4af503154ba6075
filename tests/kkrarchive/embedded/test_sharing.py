"""One server is shared by all processes of an archive, and runs for as long as any of them uses it."""

import os
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kkrarchive.embedded import database_settings, processes
from kkrarchive.embedded.paths import find_paths

from .conftest import Session, kill, wait_until

BEGAN = "SELECT pg_postmaster_start_time()"


def test_the_first_to_leave_does_not_pull_the_server_from_the_second(data: Path) -> None:
    with Session(data) as first, Session(data) as second:
        began = first.run(BEGAN)
        first.process.communicate()
        assert second.run(BEGAN) == began


def test_the_last_to_leave_returns_when_the_server_is_stopped(data: Path) -> None:
    with Session(data):
        assert processes.find_server(data / "postgres")
    assert processes.find_server(data / "postgres") is None
    assert not (data / "postgres" / "postmaster.pid").exists()


def test_a_killed_process_was_the_last(data: Path) -> None:
    with Session(data) as session:
        session.kill()
    wait_until(lambda: processes.find_server(data / "postgres") is None)


def test_the_data_folder_may_be_deleted_as_soon_as_the_last_has_left(copy: Path) -> None:
    with Session(copy):
        pass
    shutil.rmtree(copy)
    assert not copy.exists()


def delete(folder: Path) -> None:
    """Delete a folder while a server is running in it, which may write files during the deletion."""
    while folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def test_a_data_folder_deleted_under_the_server_stays_away(copy: Path) -> None:
    with Session(copy):
        pid = processes.find_server(copy / "postgres")
        delete(copy)
    wait_until(lambda: processes.find_folder(pid or 0) is None)
    assert not copy.exists()


def test_a_new_archive_in_the_place_of_a_deleted_one_begins_empty(copy: Path) -> None:
    with Session(copy) as session:
        session.run("CREATE TABLE old (letter text)")
        delete(copy)
        with Session(copy) as next_session:
            assert next_session.run("SELECT to_regclass('old')") == ["None"]


def test_the_server_opens_no_tcp_port(data: Path) -> None:
    with Session(data) as session:
        assert session.run("SHOW listen_addresses") == [""]


def test_settings_alone_start_and_make_nothing(empty: Path) -> None:
    settings = database_settings(empty)
    assert not empty.exists()
    assert not Path(settings["HOST"]).exists()


def test_many_that_start_at_once_make_one_server(empty: Path) -> None:
    sessions = [Session(empty) for _ in range(8)]
    with ThreadPoolExecutor(len(sessions)) as pool:
        list(pool.map(Session.read, sessions))
        assert len({str(session.run(BEGAN)) for session in sessions}) == 1
        list(pool.map(Session.__exit__, sessions))


def test_ctrl_c_reaches_those_in_the_terminal_but_not_the_server(data: Path) -> None:
    with Session(data) as in_terminal, Session(data) as other:
        began = other.run(BEGAN)
        os.killpg(in_terminal.process.pid, signal.SIGINT)
        in_terminal.process.wait()
        assert other.run(BEGAN) == began


def test_a_forked_child_keeps_the_server_when_its_parent_dies(data: Path) -> None:
    with Session(data) as session:
        began = session.run(BEGAN)
        session.run("fork")
        kill(session.process.pid)
        assert session.run(BEGAN) == began


def test_a_forked_child_that_ends_leaves_its_parent_the_server(data: Path) -> None:
    with Session(data) as session:
        began = session.run(BEGAN)
        kill(session.run("fork")[0])
        with Session(data) as other:
            assert other.run(BEGAN) == began
        assert processes.find_server(find_paths(data).cluster)
        session.kill()
