"""Rewriting of search entries that an older version wrote, batch by batch, while the archive is read and searched.

Each batch is a transaction: a reader sees an entry as it was or as it is, never neither. What has been rewritten says
so itself, so whoever is interrupted, by `kill -9` too, goes on where it stopped, and several may do it at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import methodcaller
from time import monotonic, sleep
from typing import Any, NamedTuple

from django.db import OperationalError, connection, transaction
from psycopg.errors import LockNotAvailable

from kkrarchive.terminal_language import gettext as _
from meetings.models import EnclosurePage, SearchEntry, SearchRebuild
from meetings.models.search_rebuild import Rewritten

TELL_EVERY = 2.0  # seconds between two lines about progress
# A document that is being filed holds words that a batch wants, and may want entries of the batch: the batch gives way
# before PostgreSQL would end one of the two for a deadlock (1 s).
PATIENCE = "SET LOCAL lock_timeout = '300ms'"
PAUSE = 0.5  # seconds before a batch that gave way is tried again


class Progress(NamedTuple):
    """How many search entries are of today's edition, and how many there are."""

    done: int
    all: int

    @property
    def is_complete(self) -> bool:
        return self.done == self.all

    @property
    def percent(self) -> int:
        """How much is done, in whole percent."""
        return 100 * self.done // max(self.all, 1)

    @property
    def told(self) -> str:
        """The progress in the language of the terminal."""
        return _("%(done)s af %(all)s punkter") % self._asdict()


def is_readable() -> bool:
    """Return whether today's queries find all that there is in the entries, outdated or not."""
    return not any(objects.unreadable().exists() for objects in _tables())


def make_readable(tell: Callable[[str], object]) -> None:
    """Rewrite the entries in which today's queries would miss something, reporting progress to `tell`."""
    _rewrite_telling(methodcaller("unreadable"), tell)


def ask_for_rebuild() -> None:
    """Let all entries count as outdated."""
    SearchRebuild.objects.create()


def renew(tell: Callable[[str], object]) -> None:
    """Rewrite the outdated entries, reporting progress to `tell`."""
    _rewrite_telling(methodcaller("outdated"), tell)


def renew_for(seconds: float) -> bool:
    """Rewrite outdated entries for so long; return whether there was work to the end, so that more may be left."""
    until = monotonic() + seconds
    is_idle = True
    for _count in _rewriting(methodcaller("outdated")):
        is_idle = False
        if monotonic() > until:
            return True
    if not is_idle:
        _analyze()
    return False


def find_progress() -> Progress:
    """Return how far the rewriting of outdated entries has come."""
    all_ = sum(objects.count() for objects in _tables())
    return Progress(all_ - sum(objects.outdated().count() for objects in _tables()), all_)


def _tables() -> tuple[Any, ...]:
    return SearchEntry.objects, EnclosurePage.objects


def _rewrite_telling(which: Callable[[Any], Any], tell: Callable[[str], object]) -> None:
    all_ = sum(which(objects).count() for objects in _tables())
    done, told = 0, monotonic()
    for count in _rewriting(which):
        done += count
        if monotonic() - told > TELL_EVERY:
            tell(Progress(done, all_).told)
            told = monotonic()
    _analyze()


def _rewriting(which: Callable[[Any], Any]) -> Iterator[int]:
    """Rewrite the entries that `which` keeps, and yield after each batch how many it had."""
    for objects in _tables():
        after, batch = 0, _rewrite_next(which(objects), 0)
        while batch.last > after:
            yield batch.rows
            after = batch.last
            batch = _rewrite_next(which(objects), after)


def _rewrite_next(entries: Any, after: int) -> Rewritten:
    while True:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(PATIENCE)
                found: Rewritten = entries.rewrite_next(after)
                return found
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable):
                raise
        sleep(PAUSE)


def _analyze() -> None:
    """Let the planner know what the entries are like now."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE meetings_searchentry")
