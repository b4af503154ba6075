"""A search may take so long and no longer: PostgreSQL stops it, and the page says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled


@contextmanager
def limited() -> Iterator[None]:
    """Let each query take at most SEARCH_SECONDS. Raises OperationalError, of which `was_stopped` is true, beyond."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {int(settings.SEARCH_SECONDS * 1000)}")
        yield


def was_stopped(error: OperationalError) -> bool:
    """Tell whether a query failed because it took too long."""
    return isinstance(error.__cause__, QueryCanceled)
