"""The archive runs on the embedded PostgreSQL 18 and on what Debian 12 has, 15."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.conftest import POSTGRESQL_15

OWN = ("KKRARCHIVE_DATA", "DJANGO_SETTINGS_MODULE", "DATABASE_URL")  # the inner run makes its own


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="DATABASE_URL names a server of its own")
@pytest.mark.django_db
def test_the_server_is_the_one_that_the_environment_names() -> None:
    named = Path(os.environ.get("KKRARCHIVE_POSTGRES_BIN", ""))
    assert connection.pg_version // 10_000 == (15 if named == POSTGRESQL_15 else 18)  # type: ignore[attr-defined]


@pytest.mark.needs_postgresql_15
def test_all_that_touches_the_database_passes_on_postgresql_15(capsys: pytest.CaptureFixture[str]) -> None:
    inherited = {name: value for name, value in os.environ.items() if name not in OWN}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "database and not needs_chromium and not benchmark"],
        cwd=settings.BASE_DIR, env={**inherited, "KKRARCHIVE_POSTGRES_BIN": str(POSTGRESQL_15)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    with capsys.disabled():
        print(f"\non PostgreSQL 15: {done.stdout.strip().splitlines()[-1]}")
