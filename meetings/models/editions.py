"""What many pages need of the archive, read once and kept in the process until a table notes a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
_edition: ContextVar[str] = ContextVar("edition", default="")


@contextmanager
def of_edition(edition: str) -> Iterator[None]:
    """Let what is `kept` count for an edition (`Change.objects.edition`) that was read before all else."""
    token = _edition.set(edition)
    try:
        yield
    finally:
        _edition.reset(token)


def kept(read: Callable[[], T]) -> Callable[[], T]:
    """Return a function that reads once for each edition; outside of `of_edition` it reads every time.

    What it returns is shared: nobody may change it.
    """
    last: tuple[str, T] | None = None

    @wraps(read)
    def reading() -> T:
        nonlocal last
        edition, found = _edition.get(), last
        if not edition:
            return read()
        if found is None or found[0] != edition:
            last = found = edition, read()
        return found[1]

    return reading
