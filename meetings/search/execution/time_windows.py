"""The archive in time windows, the newest first, which are searched until enough is found.

A window is expressed by the tags for months and years, which the index holds with the words.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from meetings.models.search_entry import SearchEntry
from meetings.search.language.clause_sql import SqlFragment, tagged

SMALL = 40_000  # items that are counted at once, unless each must be checked
FIRST = 3  # the first window is this many times as long as needed if all items match
SHARE = 1.5  # each further window is this many times as long as the matches so far suggest
_EXTENT = """
    SELECT reltuples, (SELECT min(date) FROM meetings_searchentry), (SELECT max(date) FROM meetings_searchentry)
    FROM pg_class WHERE oid = 'meetings_searchentry'::regclass
"""


class ArchiveExtent(NamedTuple):
    """How much there is to search: about how many items, in how many months up to the latest.

    Months are counted from the year 0. An archive without items has none.
    """

    items: int = 0
    latest: int = 0
    months: int = 0

    @property
    def is_large(self) -> bool:
        return self.items > SMALL


@dataclass
class TimeWindows:
    """The SQL of a search for one window after another until `wanted` are found; the caller sets `found` after each.

    The first is long enough if one in FIRST items matches; the matches so far determine the length of the next.
    """

    asked: SqlFragment | None
    extent: ArchiveExtent
    wanted: int
    at_once: bool = False  # in a single window
    found: int = 0
    done: int = 0  # months

    def __iter__(self) -> Iterator[SqlFragment]:
        """Yield the SQL for each window; for one that holds the whole archive, `asked` itself."""
        whole = self.extent.months
        months = whole if self.at_once else max(1, FIRST * whole * self.wanted // max(self.extent.items, 1))
        while self.asked and not self.are_done and self.found < self.wanted:
            done, months = self.done, min(months, whole - self.done)
            self.done += months
            yield self.asked if months == whole else _within(self.asked, self.extent, done, months)
            months = max(self.done, round(SHARE * self.done * (self.wanted - self.found) / max(self.found, 1)))

    @property
    def are_done(self) -> bool:
        """Whether the whole archive was searched."""
        return self.done == self.extent.months or not self.asked


def _within(asked: SqlFragment, extent: ArchiveExtent, done: int, months: int) -> SqlFragment:
    """Return the SQL narrowed to `months` months, the ones before the newest `done`."""
    latest = extent.latest - done
    joint = "AND" if " WHERE " in asked.sql else "WHERE"
    tags = tagged(_tags(latest, latest - months + 1, is_last=latest == extent.latest), " | ")
    return SqlFragment(f"{asked.sql} {joint} vector @@ %s::tsquery", (*asked.params, tags))


def tags_of_newest(extent: ArchiveExtent, months: int) -> str:
    """Return the text of a tsquery for the items of the newest months."""
    return tagged(_tags(extent.latest, extent.latest - months + 1, is_last=True), " | ")


def _tags(latest: int, oldest: int, *, is_last: bool) -> Iterator[str]:
    """Yield the tags of a window's months, one for a whole year; the last year counts as whole as far as it goes."""
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
    """Return the present extent of the archive."""
    with connection.cursor() as cursor:
        cursor.execute(_EXTENT)
        items, first, last = cursor.fetchone()
    if not first:
        return ArchiveExtent()
    return ArchiveExtent(max(int(items), 1), _month(last), _month(last) - _month(first) + 1)


def size(extent: ArchiveExtent) -> int:
    """Return about how many items can be searched."""
    return extent.items if extent.is_large else SearchEntry.objects.count()


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1
