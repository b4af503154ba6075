"""A second run of the database tests on Debian's own PostgreSQL, in parallel with the other tests.

One run of the tests leaves a core idle most of the time: both together take little longer than one.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from kkrarchive.embedded.binaries import OLDEST_MAJOR, list_system_folders

TEST = "test_all_that_touches_the_database_passes_on_debian_postgresql"
OWN = ("KKRARCHIVE_DATA", "DJANGO_SETTINGS_MODULE", "DATABASE_URL")  # not inherited: the other run sets its own
# What says nothing of the server and takes minutes: figures of quality, words on pages, and how processes are stopped.
NOT_OF_THE_SERVER = (
    "tests/scoring",
    "tests/ingest/test_renewal_beside_readers.py",
    "tests/meetings/site/test_english_pages.py",
    "tests/meetings/site/test_every_member.py",
)
COMMAND = (
    *(sys.executable, "-m", "pytest", "-q", *(f"--ignore={path}" for path in NOT_OF_THE_SERVER)),
    *("-m", "database and not needs_chromium and not benchmark"),
)


def find_folder() -> Path | None:
    """Return the program folder of the newest PostgreSQL from Debian's packages; None if none is new enough."""
    with_server = (folder for folder in list_system_folders() if (folder / "initdb").exists())
    return next((folder for folder in with_server if find_major(folder) >= OLDEST_MAJOR), None)


def find_major(folder: Path) -> int:
    """Return the major version of a program folder: 15 for /usr/lib/postgresql/15/bin."""
    return int(folder.parent.name)


@cache
def start() -> tuple[subprocess.Popen[str], Path]:
    """Start the run, at the first call only; return its process and its output file."""
    inherited = {name: value for name, value in os.environ.items() if name not in OWN}
    with tempfile.NamedTemporaryFile("w", prefix="kkrarchive-on-debian-", delete=False) as output:
        process = subprocess.Popen(
            COMMAND, cwd=Path(__file__).parents[1], env={**inherited, "KKRARCHIVE_POSTGRES_BIN": str(find_folder())},
            stdout=output, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
    atexit.register(Path(output.name).unlink, missing_ok=True)
    atexit.register(process.terminate)
    return process, Path(output.name)


def wait() -> tuple[int, str]:
    """Wait for the run; return its exit status and its output."""
    process, output = start()
    return process.wait(), output.read_text(encoding="utf-8")
