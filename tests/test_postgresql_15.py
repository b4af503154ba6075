"""The archive runs on the embedded PostgreSQL 18 and on what Debian 12 has, 15."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connection

from tests import on_postgresql_15


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="DATABASE_URL names a server of its own")
@pytest.mark.django_db
def test_the_server_is_the_one_that_the_environment_names() -> None:
    named = Path(os.environ.get("KKRARCHIVE_POSTGRES_BIN", ""))
    is_15 = named == on_postgresql_15.POSTGRESQL_15
    assert connection.pg_version // 10_000 == (15 if is_15 else 18)  # type: ignore[attr-defined]


@pytest.mark.needs_postgresql_15
def test_all_that_touches_the_database_passes_on_postgresql_15(capsys: pytest.CaptureFixture[str]) -> None:
    status, printed = on_postgresql_15.wait()  # begun with the first of the tests, see tests/conftest.py
    assert status == 0, printed
    with capsys.disabled():
        print(f"\non PostgreSQL 15: {printed.strip().splitlines()[-1]}")
