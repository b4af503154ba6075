"""Batches of rows for SQL statements: PostgreSQL binds at most 65,535 parameters in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

# Rows. The widest update, of agenda items, takes per row two parameters for each of 16 columns and one for the key.
BATCH = 500


def batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Yield values in lists of `size`; the last one holds the rest."""
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch
