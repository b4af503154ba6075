"""The archive runs on the embedded PostgreSQL 18 and on Debian's own: 15 on Debian 12, 17 on Debian 13."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connection

from tests import on_debian_postgresql

EMBEDDED_MAJOR = 18


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="DATABASE_URL names a server of its own")
@pytest.mark.django_db
def test_the_server_is_the_one_that_the_environment_names() -> None:
    named = os.environ.get("KKRARCHIVE_POSTGRES_BIN")
    major = on_debian_postgresql.find_major(Path(named)) if named else EMBEDDED_MAJOR
    assert connection.pg_version // 10_000 == major  # type: ignore[attr-defined]


@pytest.mark.needs_debian_postgresql
def test_all_that_touches_the_database_passes_on_debian_postgresql(capsys: pytest.CaptureFixture[str]) -> None:
    status, printed = on_debian_postgresql.wait()  # started after collection, see tests/conftest.py
    assert status == 0, printed
    with capsys.disabled():
        print(f"\non {on_debian_postgresql.find_folder()}: {printed.strip().splitlines()[-1]}")
