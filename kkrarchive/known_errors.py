"""Errors whose cause is known: they are logged in one line, all others with a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import psycopg
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError

SERVER_AWAY = ("08", "57P")  # SQLSTATE: connection exceptions; shutdowns, crashes and a server that is starting


def is_database_away(error: BaseException | None) -> bool:
    """Return whether an error, or one of its causes, says that the database server cannot be reached or went away."""
    return any(_says_away(one) for one in _causes(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _says_away(error: BaseException) -> bool:
    """Judge one error by its SQLSTATE; an error without one did not come from a server, so none was reached."""
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return error.sqlstate is None or error.sqlstate.startswith(SERVER_AWAY)
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
