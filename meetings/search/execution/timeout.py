"""How a search is run: by its indexes, and for SEARCH_SECONDS at most. Then PostgreSQL stops it; the page says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled


@contextmanager
def limited() -> Iterator[None]:
    """Let each query take at most SEARCH_SECONDS. Raises OperationalError, of which `was_stopped` is true, beyond.

    The planner does not know that a vector must be fetched from its own storage to be compared, and would read the
    whole table for a common word: ten times as slow as the index. More processes than one take longer to begin.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        milliseconds = int(settings.SEARCH_SECONDS * 1000)
        cursor.execute(
            f"SET LOCAL statement_timeout = {milliseconds}; SET LOCAL enable_seqscan = off;"
            " SET LOCAL max_parallel_workers_per_gather = 0"
        )
        yield


def was_stopped(error: OperationalError) -> bool:
    """Return whether a query failed because it took too long."""
    return isinstance(error.__cause__, QueryCanceled)
