"""The choice of PostgreSQL programs: the named folder's, the wheel's, the system's; always of the cluster's major."""

from pathlib import Path

import pytest

from kkrarchive.embedded import EmbeddedPostgresError
from kkrarchive.embedded import binaries as programs
from kkrarchive.embedded.binaries import copy_binaries, find_binaries
from tests import on_debian_postgresql

from .conftest import Session

MAJOR = "SELECT current_setting('server_version_num')::int / 10000, lower('ÆØÅ')"


def test_the_wheel_serves_where_nothing_is_named(empty: Path) -> None:
    with Session(empty, KKRARCHIVE_POSTGRES_BIN="") as session:
        assert session.run(MAJOR) == ["18", "æøå"]


@pytest.mark.needs_debian_postgresql
def test_programs_that_are_named_come_first_and_the_cluster_finds_them_again(empty: Path) -> None:
    folder = on_debian_postgresql.find_folder()
    assert folder
    major = str(on_debian_postgresql.find_major(folder))
    for named in (str(folder), ""):
        with Session(empty, KKRARCHIVE_POSTGRES_BIN=named) as session:
            assert session.run(MAJOR) == [major, "æøå"]


def test_a_cluster_of_another_major_is_left_alone(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KKRARCHIVE_POSTGRES_BIN", raising=False)
    (copy / "postgres" / "PG_VERSION").write_text("12\n")
    with pytest.raises(EmbeddedPostgresError, match=r"kræver PostgreSQL 12\. Fundet: 18.*apt install postgresql-12"):
        find_binaries(copy / "postgres")


def test_a_named_folder_without_programs_says_what_to_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KKRARCHIVE_POSTGRES_BIN", str(tmp_path))
    with pytest.raises(EmbeddedPostgresError, match=r"15 eller nyere\. Fundet: ingen\. Sæt KKRARCHIVE_POSTGRES_BIN"):
        find_binaries(tmp_path / "postgres")


def test_programs_are_copied_once_and_only_then_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "COPIES", tmp_path / "copies")
    said: list[str] = []
    copies = {copy_binaries(find_binaries(tmp_path), lambda: said.append("copying")) for _ in range(2)}
    assert len(copies) == len(said) == 1
