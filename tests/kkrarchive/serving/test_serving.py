"""`manage.py serve`, which `make run` ends in, with real processes and real signals."""

from __future__ import annotations

import os
import re
import signal
import socket
import tempfile
import time
import urllib.error
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ingest.working import wait_until
from tests.kkrarchive.serving.archive_process import ArchiveProcess, count_rows, find_free_port, processes_of
from tests.kkrarchive.serving.postgres_process import PostgresProcess


@dataclass
class Life:
    """The observations of one run of the archive, from start to end."""

    output: str
    front_page: str
    rows: list[int]
    exit_status: int | None = None
    left_behind: list[int] | None = None


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="kkrarchive-serve-") as folder:
        yield Path(folder, "data")


@pytest.fixture(scope="module")
def port() -> int:
    return find_free_port()


@pytest.fixture(scope="module")
def killed_life(data: Path, port: int) -> Life:
    """The first run, ended by kill -9 of every process."""
    archive = ArchiveProcess(data, port=port)
    archive.wait_until_ready()
    life = Life(archive.output, archive.read_page(), list(count_rows(data)))
    archive.kill_everything()
    return life


@pytest.fixture(scope="module")
def next_life(data: Path, port: int, killed_life: Life) -> Life:
    """The run right after the kill, on the same port, ended by Ctrl-C."""
    archive = ArchiveProcess(data, port=port)
    archive.wait_until_ready()
    life = Life(archive.output, archive.read_page(), list(count_rows(data)))
    life.exit_status = archive.press_ctrl_c()
    life.output, life.left_behind = archive.output, processes_of(data)
    return life


def test_an_empty_archive_gets_the_samples(killed_life: Life) -> None:
    assert min(killed_life.rows) >= 7


def test_the_first_page_is_there_when_it_says_ready(killed_life: Life) -> None:
    assert "</html>" in killed_life.front_page


def test_the_password_is_told_at_the_first_start(killed_life: Life) -> None:
    assert re.search(r"Adgangskode: \S{10,}", killed_life.output)


def test_the_password_is_told_only_once(next_life: Life) -> None:
    assert "Adgangskode" not in next_life.output


def test_after_kill_9_of_everything_the_next_start_has_the_same_rows(killed_life: Life, next_life: Life) -> None:
    assert next_life.rows == killed_life.rows


def test_the_next_start_collects_no_static_files_again(next_life: Life) -> None:
    assert "statiske filer" not in next_life.output


def test_ctrl_c_ends_well(next_life: Life) -> None:
    assert next_life.exit_status == 0


def test_ctrl_c_stops_everything_it_started(next_life: Life) -> None:
    assert next_life.left_behind == []


def test_stopping_is_quiet(next_life: Life) -> None:
    assert next_life.output.split("Stop med Ctrl-C.")[1].split() == ["Stopper", "…"]


@pytest.fixture
def running(data: Path, next_life: Life) -> Iterator[ArchiveProcess]:
    archive = ArchiveProcess(data)
    archive.wait_until_ready()
    yield archive
    archive.kill_everything()


def test_a_second_one_on_the_same_data_says_that_it_runs_already(running: ArchiveProcess) -> None:
    second = ArchiveProcess(running.data)
    assert second.process.wait(30) == 1
    assert f"Arkivet kører allerede: {running.address}" in second.output


def test_what_it_started_ends_when_it_alone_is_killed(running: ArchiveProcess) -> None:
    running.process.kill()
    deadline = time.monotonic() + 30
    while processes_of(running.data) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_of(running.data) == []


def test_a_port_in_use_is_named_with_what_to_do(data: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", find_free_port()))
        other.listen()
        port = other.getsockname()[1]
        archive = ArchiveProcess(data, port=port)
        assert archive.process.wait(30) == 1
    assert f"Port {port} bruges af et andet program. Vælg en anden: make run PORT={port + 1}" in archive.output


def test_a_folder_that_is_not_there_is_named_at_once(data: Path) -> None:
    archive = ArchiveProcess(data, "--docs", "no/such/folder")
    assert archive.process.wait(30) == 2
    assert "no/such/folder findes ikke." in archive.output


def test_a_port_that_is_none_is_said_to_be_none(data: Path) -> None:
    archive = ArchiveProcess(data, port=99_999)
    assert archive.process.wait(30) == 2
    assert "99999 er ikke en port" in archive.output


@pytest.mark.parametrize("hosts", ["arkiv.example.dk", ".example.dk,other.example", "*"])
def test_the_archive_starts_under_whatever_host_names(
    data: Path, next_life: Life, monkeypatch: pytest.MonkeyPatch, hosts: str
) -> None:
    archive = ArchiveProcess(data, KKRARCHIVE_HOSTS=hosts)
    archive.wait_until_ready()
    assert archive.press_ctrl_c() == 0


def test_settings_that_the_web_server_cannot_start_with_end_the_start(data: Path, next_life: Life) -> None:
    archive = ArchiveProcess(data, GUNICORN_CMD_ARGS="--worker-class nonsense")
    assert archive.process.wait(60) == 1
    assert "Webserveren stoppede af sig selv" in archive.output


def test_a_server_that_refuses_us_is_named_without_a_traceback(postgres: PostgresProcess, tmp_path: Path) -> None:
    archive = ArchiveProcess(tmp_path / "data", DATABASE_URL=postgres.url.replace("user=kkrarchive", "user=nobody"))
    assert archive.process.wait(30) == 1
    assert "Databasen kan ikke bruges" in archive.output
    assert "Traceback" not in archive.output


def test_waiting_for_a_database_is_said_and_stopped_by_ctrl_c(tmp_path: Path) -> None:
    url = f"postgres://kkrarchive@127.0.0.1:{find_free_port()}/kkrarchive"
    archive = ArchiveProcess(tmp_path / "data", DATABASE_URL=url)
    archive.wait_until_it_says("Databasen svarer ikke")
    assert archive.press_ctrl_c() == 0
    assert "Traceback" not in archive.output


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresProcess]:
    """An external server that tests stop and start."""
    with tempfile.TemporaryDirectory(prefix="kkrarchive-away-") as folder:
        server = PostgresProcess(Path(folder, "data"))
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="module")
def archive(postgres: PostgresProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArchiveProcess]:
    """An archive that was started while its database was away, and waited for it."""
    postgres.stop()
    archive = ArchiveProcess(tmp_path_factory.mktemp("served") / "data", DATABASE_URL=postgres.url)
    archive.wait_until_it_says("Databasen svarer ikke")
    postgres.start()
    archive.wait_until_ready()
    yield archive
    archive.press_ctrl_c()


def test_a_start_without_the_database_waits_for_it(archive: ArchiveProcess) -> None:
    assert archive.status() == 200


def test_while_the_database_is_away_pages_say_so_and_come_back_with_it(
    archive: ArchiveProcess, postgres: PostgresProcess
) -> None:
    postgres.stop()
    for path in ("", "soeg/?q=drift", "not/there/", "admin/login/", "moeder/"):
        with pytest.raises(urllib.error.HTTPError, match="503") as refused:
            archive.read_page(path)
        assert refused.value.headers["Retry-After"]
        assert "Arkivet kan ikke nås lige nu" in refused.value.read().decode()
    postgres.start()
    assert archive.status() == 200
    assert archive.process.poll() is None
    assert "Traceback" not in archive.output


def test_the_queue_may_fall_again_and_again_and_the_pages_stay(archive: ArchiveProcess) -> None:
    for fallen in (1, 2):
        wait_until(lambda: archive.workers() != [])
        os.kill(archive.workers()[0], signal.SIGKILL)
        archive.wait_until_it_says(f"Køen stoppede (kode -9) og startes igen om {fallen} s.")
    wait_until(lambda: archive.workers() != [])
    assert archive.process.poll() is None
    assert archive.status() == 200
