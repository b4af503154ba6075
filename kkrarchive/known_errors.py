"""Errors whose cause is known: they are logged in one line, all others with a traceback."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import psycopg
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError

SERVER_AWAY = ("08", "57P")  # SQLSTATE: connection exceptions; shutdowns, crashes and a server that is starting
# What psycopg itself says, without an SQLSTATE, of a connection that failed or broke. Its other errors without one are
# mistakes of ours: too many parameters, a closed cursor.
CONNECTION_FAILED = re.compile(r"connection|server closed|consuming input failed|resolve host", re.IGNORECASE)


def is_database_away(error: BaseException | None) -> bool:
    """Return whether an error, or one of its causes, says that the database server cannot be reached or went away."""
    return any(_says_away(one) for one in _causes(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _says_away(error: BaseException) -> bool:
    """Judge one error by its SQLSTATE, or by its words where it has none since it did not come from a server."""
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        if error.sqlstate is None:
            return bool(CONNECTION_FAILED.search(str(error)))
        return error.sqlstate.startswith(SERVER_AWAY)
    return isinstance(error, OperationalError | InterfaceError) and not isinstance(error.__cause__, psycopg.Error)


class WithoutTraceback(logging.Filter):
    """A filter that replaces the traceback of a known error by the error's text."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, SuspiciousOperation) or is_database_away(error):
            sentence = " ".join(str(error).split())
            if sentence not in record.getMessage():
                record.msg, record.args = f"{record.getMessage()}: {sentence}", ()
            record.exc_info = record.exc_text = None
        return True
