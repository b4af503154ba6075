"""Django and its commands on the embedded server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError

from kkrarchive.embedded.backend.base import is_server_away

from .conftest import ROOT

SETTINGS = """
from django.conf import settings
from kkrarchive.embedded import database_settings
settings.configure(
    DATABASES={"default": database_settings(%r)}, INSTALLED_APPS=["procrastinate.contrib.django"], USE_TZ=True
)
import django
django.setup()
from django.core.management import call_command
from django.db import connection
"""


def run_django(data: Path, code: str, **more: str) -> str:
    """Run Python code in a process with Django set up on the embedded server; return its stdout."""
    code = SETTINGS % str(data) + code
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **more}, cwd=ROOT, check=False
    )
    return done.stdout if done.returncode == 0 else pytest.fail(done.stderr)


def test_a_command_that_opens_no_connection_starts_no_server(empty: Path) -> None:
    run_django(empty, "call_command('check')")
    assert not empty.exists()


def test_a_test_database_is_made_and_destroyed(data: Path) -> None:
    code = (
        "name = connection.creation.create_test_db(verbosity=0); connection.creation.destroy_test_db(name); print(name)"
    )
    assert "test_kkrarchive" in run_django(data, code)


def test_dbshell_brings_its_own_psql(data: Path) -> None:
    assert "kkrarchive" in run_django(data, "call_command('dbshell', '--', '-c', 'SELECT current_user')", PATH="/none")


def test_the_queues_worker_finds_the_server_up(data: Path) -> None:
    code = """
call_command("migrate", verbosity=0)
call_command("procrastinate", "worker", "--one-shot")
with connection.cursor() as cursor:
    cursor.execute("SELECT count(*) FROM procrastinate_jobs")
    print(cursor.fetchone())
"""
    assert run_django(data, code) == "(0,)\n"


def test_a_connection_waits_while_the_server_comes_back(data: Path) -> None:
    code = """
import os, signal
from pathlib import Path
from kkrarchive.embedded import processes
connection.ensure_connection()
server = processes.find_server(Path(connection.settings_dict["DATA"]) / "postgres")
os.kill(server, signal.SIGKILL)
while processes.find_folder(server):
    pass
connection.close()
connection.ensure_connection()
print(connection.is_usable())
"""
    assert run_django(data, code) == "True\n"


@pytest.mark.parametrize(
    ("message", "is_away"),
    [
        ('connection to server on socket "x" failed: Connection refused', True),
        ('connection to server on socket "x" failed: FATAL:  the database system is in recovery mode', True),
        ("server closed the connection unexpectedly", True),
        ("FATAL:  terminating connection due to administrator command", True),
        ('connection to server on socket "x" failed: FATAL:  database "y" does not exist', False),
        ('connection to server on socket "x" failed: FATAL:  sorry, too many clients already', False),
    ],
)
def test_only_a_server_that_is_away_is_waited_for(message: str, is_away: bool) -> None:
    assert is_server_away(OperationalError(message)) == is_away


def test_what_the_server_refuses_is_said_at_once(data: Path) -> None:
    code = """
from django.db import OperationalError
connection.settings_dict["NAME"] = "nothing"
try:
    connection.ensure_connection()
except OperationalError as error:
    print(error)
"""
    assert 'database "nothing" does not exist' in run_django(data, code)


def test_a_server_that_cannot_start_is_an_error_django_knows(empty: Path) -> None:
    code = """
from django.db import OperationalError
try:
    connection.ensure_connection()
except OperationalError as error:
    print(error)
"""
    assert "Sæt KKRARCHIVE_POSTGRES_BIN" in run_django(empty, code, KKRARCHIVE_POSTGRES_BIN="/none")
