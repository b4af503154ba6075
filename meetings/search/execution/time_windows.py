"""The archive in spans of time, the newest first, which search looks through until it has found enough.

Spans are told by the tags for months and years, which the index holds with the words.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from meetings.models.search_entry import SearchEntry
from meetings.search.language.clause_sql import SqlFragment, tagged

SMALL = 40_000  # items that are counted at once, unless each must be looked at
FIRST = 3  # times as long as it must be, if all answer, is the first span
SHARE = 1.5  # times as long as it must be, by what was found, is each further one
_EXTENT = """
    SELECT reltuples, (SELECT min(date) FROM meetings_searchentry), (SELECT max(date) FROM meetings_searchentry)
    FROM pg_class WHERE oid = 'meetings_searchentry'::regclass
"""


class ArchiveExtent(NamedTuple):
    """How much there is to look through: about how many items, in how many months up to the latest.

    Months are counted from the year 0. There are none in an archive without items.
    """

    items: int = 0
    latest: int = 0
    months: int = 0

    @property
    def is_large(self) -> bool:
        return self.items > SMALL


@dataclass
class TimeWindows:
    """What is asked of span after span until as many are found as are wanted, by who says after each how many were.

    The first is long enough if one in FIRST answers; what was found tells how long the next must be.
    """

    asked: SqlFragment | None
    extent: ArchiveExtent
    wanted: int
    at_once: bool = False  # without spans
    found: int = 0
    done: int = 0  # months

    def __iter__(self) -> Iterator[SqlFragment]:
        """Yield the SQL for each span; for one that holds all it is what is asked itself."""
        whole = self.extent.months
        months = whole if self.at_once else max(1, FIRST * whole * self.wanted // max(self.extent.items, 1))
        while self.asked and not self.are_done and self.found < self.wanted:
            done, months = self.done, min(months, whole - self.done)
            self.done += months
            yield self.asked if months == whole else _within(self.asked, self.extent, done, months)
            months = max(self.done, round(SHARE * self.done * (self.wanted - self.found) / max(self.found, 1)))

    @property
    def are_done(self) -> bool:
        """Whether all was looked through."""
        return self.done == self.extent.months or not self.asked


def _within(asked: SqlFragment, extent: ArchiveExtent, done: int, months: int) -> SqlFragment:
    """Narrow what is asked to the months before those that are done."""
    latest = extent.latest - done
    joint = "AND" if " WHERE " in asked.sql else "WHERE"
    tags = tagged(_tags(latest, latest - months + 1, is_last=latest == extent.latest), " | ")
    return SqlFragment(f"{asked.sql} {joint} vector @@ %s::tsquery", (*asked.params, tags))


def _tags(latest: int, oldest: int, *, is_last: bool) -> Iterator[str]:
    """Yield the tags of all months of a window, whole years by their own; the last year is whole as far as it goes."""
    month = latest
    while month >= oldest:
        year, of_year = divmod(month, 12)
        if month - of_year >= oldest and (of_year == 11 or (is_last and month == latest)):
            yield f"aar:{year}"
            month -= of_year + 1
        else:
            yield f"maaned:{year}-{of_year + 1:02}"
            month -= 1


def read_extent() -> ArchiveExtent:
    """Return the extent of the archive as it is now."""
    with connection.cursor() as cursor:
        cursor.execute(_EXTENT)
        items, first, last = cursor.fetchone()
    if not first:
        return ArchiveExtent()
    return ArchiveExtent(max(int(items), 1), _month(last), _month(last) - _month(first) + 1)


def size(extent: ArchiveExtent) -> int:
    """Return about how many items are searched."""
    return extent.items if extent.is_large else SearchEntry.objects.count()


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1
