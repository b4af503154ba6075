"""A process that uses the embedded server of the data folder in its first argument.

It reads one command per line and answers each with one line of JSON: an SQL statement with its first row; `fork` with
the process id of a child that also uses the server and takes over the pipes, while the parent sleeps.
"""

import json
import os
import sys
import time
from typing import Any

import psycopg

from kkrarchive.embedded import database_settings, usage_lock


def run(statement: str) -> list[Any]:
    """Run a statement on a connection of its own; return the first row of its result, [] if it has none."""
    at = database_settings(DATA)
    usage_lock.ensure_server(DATA)
    with psycopg.connect(host=at["HOST"], port=at["PORT"], user=at["USER"], dbname=at["NAME"]) as connection:
        cursor = connection.execute(statement.encode())
        return [str(value) for value in cursor.fetchone() or ()] if cursor.description else []


def fork() -> list[int]:
    """Fork; sleep in the parent, and return the process id in the child."""
    if os.fork():
        time.sleep(3600)
    return [os.getpid()]


def answer(values: list[Any]) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


DATA = sys.argv[1]
usage_lock.hold(DATA)
answer([os.getpid()])
for line in sys.stdin:
    answer(fork() if line.strip() == "fork" else run(line))
