"""All that touches the database once more, on Debian 12's own PostgreSQL 15, beside the other tests.

One run of the tests leaves a core idle most of the time: together both take little more than one.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

POSTGRESQL_15 = Path("/usr/lib/postgresql/15/bin")
TEST = "test_all_that_touches_the_database_passes_on_postgresql_15"
OWN = ("KKRARCHIVE_DATA", "DJANGO_SETTINGS_MODULE", "DATABASE_URL")  # the other run makes its own
COMMAND = (sys.executable, "-m", "pytest", "-q", "-m", "database and not needs_chromium and not benchmark")


@cache
def start() -> tuple[subprocess.Popen[str], Path]:
    """Start the run, unless it has been; give its process and the file that it writes to."""
    inherited = {name: value for name, value in os.environ.items() if name not in OWN}
    with tempfile.NamedTemporaryFile("w", prefix="kkrarchive-on-15-", delete=False) as output:
        process = subprocess.Popen(
            COMMAND, cwd=Path(__file__).parents[1], env={**inherited, "KKRARCHIVE_POSTGRES_BIN": str(POSTGRESQL_15)},
            stdout=output, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
    atexit.register(Path(output.name).unlink, missing_ok=True)
    atexit.register(process.terminate)
    return process, Path(output.name)


def wait() -> tuple[int, str]:
    """Wait for the run, and give its exit status and what it printed."""
    process, output = start()
    return process.wait(), output.read_text(encoding="utf-8")
