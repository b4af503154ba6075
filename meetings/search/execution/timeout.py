"""Limits of a search: it uses indexes, and after SEARCH_SECONDS PostgreSQL cancels it and the page says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled


@contextmanager
def limited() -> Iterator[None]:
    """Limit each query to SEARCH_SECONDS. A longer one raises an OperationalError for which `was_stopped` is true.

    The planner does not know that a vector must be fetched from its own storage to be compared, and would scan the
    whole table for a common word: ten times as slow as the index. Parallel workers would only add their start-up time.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        milliseconds = int(settings.SEARCH_SECONDS * 1000)
        cursor.execute(
            f"SET LOCAL statement_timeout = {milliseconds}; SET LOCAL enable_seqscan = off;"
            " SET LOCAL max_parallel_workers_per_gather = 0"
        )
        yield


def was_stopped(error: OperationalError) -> bool:
    """Return whether a query was cancelled because it took too long."""
    return isinstance(error.__cause__, QueryCanceled)
