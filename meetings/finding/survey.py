"""A look over all that answers a search, in one query: how many there are, their choices, the newest of them.

A common word answers hundreds of thousands of items, and PostgreSQL's index gives them all before the first can be
used. So a large archive is looked through in spans of time, the newest first, and PostgreSQL leaves off where enough is
found. How long they must be is told by how many answer in a sample. Spans are told by the tags for months and years,
which the index holds with the words. A small archive is looked through at once, and so is a large one for what is not
common.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection

from meetings.models.search_entry import SearchEntry, SearchEntryQuerySet
from meetings.search.matching import looks_at_places, tagged

SMALL = 40_000  # items that are looked through at once, unless each must be looked at
SAMPLE = 200  # items that tell how common a word is: they are looked at themselves, the same each time
SHARE = 1.5  # times as long as it must be, as far as that tells, is the first span; each further as long as all before
_COLUMNS = ("item_id", "date", "meeting_id", "place", "choices")
_EXTENT = """
    SELECT reltuples, (SELECT min(date) FROM meetings_searchentry), (SELECT max(date) FROM meetings_searchentry)
    FROM pg_class WHERE oid = 'meetings_searchentry'::regclass
"""
# The sample stands in for the table, in the query that is asked of the table.
_SAMPLE = """
    WITH meetings_searchentry AS MATERIALIZED (
        SELECT * FROM meetings_searchentry WHERE item_id = ANY (ARRAY(
            SELECT (SELECT min(item_id) FROM meetings_searchentry WHERE item_id >= nth) FROM generate_series(
                (SELECT min(item_id) FROM meetings_searchentry), (SELECT max(item_id) FROM meetings_searchentry),
                (SELECT (max(item_id) - min(item_id)) / {sample} + 1 FROM meetings_searchentry)
            ) AS nth
        ))
    ) SELECT count(*) FROM ({sql}) AS answering
"""
_SURVEY = """
    WITH found AS MATERIALIZED (SELECT * FROM ({spans}) AS spans LIMIT {most} + 1)
    SELECT (SELECT count(*) FROM found),
        (SELECT string_agg(choices, '') FROM (SELECT choices FROM found LIMIT {most}) AS counted),
        ARRAY(SELECT item_id FROM found ORDER BY date DESC, meeting_id, place LIMIT {newest})
"""


@dataclass(frozen=True)
class Survey:
    """How many answer, one letter for each choice of each, and the keys of the newest."""

    count: int
    choices: str
    newest: list[int]


class Extent(NamedTuple):
    """How much there is to look through: about how many items, in how many months up to the latest.

    Months are counted from the year 0. There are none in an archive without items.
    """

    items: int = 0
    latest: int = 0
    months: int = 0

    @property
    def is_large(self) -> bool:
        return self.items > SMALL


class Span(NamedTuple):
    """SQL for what answers in a span of time, and what goes into it."""

    sql: str
    values: tuple[Any, ...]


def survey(entries: SearchEntryQuerySet, extent: Extent, most: int, newest: int = 0) -> Survey:
    """Look over the entries until more than `most` are found, and give the keys of so many of the newest."""
    try:
        sql, params = entries.order_by().values_list(*_COLUMNS).query.sql_with_params()
    except EmptyResultSet:  # nothing can be found, and Django knows it
        return Survey(0, "", [])
    asked = Span(sql, params)
    if extent.items > most and (extent.is_large or any(map(looks_at_places, map(str, params)))):
        expected = extent.items * _answering_of_sample(asked) / SAMPLE
        if expected > most:
            length = max(1, round(SHARE * extent.months * most / expected))
            parts = (_within(asked, extent, *span) for span in _spans(extent, length))
            return _look([_newest(part, most) for part in parts], most, newest)
    return _look([_newest(asked, most) if extent.items > most else asked], most, newest)


def _answering_of_sample(asked: Span) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_SAMPLE.format(sample=SAMPLE, sql=asked.sql), asked.values)
        return int(cursor.fetchone()[0])


def _spans(extent: Extent, length: int) -> Iterator[tuple[int, int]]:
    """Give the latest and the oldest month of each span, of which the first has so many months."""
    done = 0
    while done < extent.months:
        more = min(done or length, extent.months - done)
        yield extent.latest - done, extent.latest - done - more + 1
        done += more


def _within(asked: Span, extent: Extent, latest: int, oldest: int) -> Span:
    """Narrow what is asked to the months from the latest to the oldest."""
    joint = "AND" if " WHERE " in asked.sql else "WHERE"
    tags = tagged(_tags(latest, oldest, is_last=latest == extent.latest), " | ")
    return Span(f"{asked.sql} {joint} vector @@ %s::tsquery", (*asked.values, tags))


def _newest(asked: Span, most: int) -> Span:
    """Take the newest, should there be more than are wanted: the index gives them in no order.

    OFFSET 0, or the planner would walk the index of dates.
    """
    return Span(f"SELECT * FROM ({asked.sql} OFFSET 0) AS all_of_it ORDER BY date DESC LIMIT {most + 1}", asked.values)  # noqa: S608


def _tags(latest: int, oldest: int, *, is_last: bool) -> Iterator[str]:
    """Give the tags of all the months of a span, whole years by their own; the last year is whole as far as it goes."""
    month = latest
    while month >= oldest:
        year, of_year = divmod(month, 12)
        if month - of_year >= oldest and (of_year == 11 or (is_last and month == latest)):
            yield f"aar:{year}"
            month -= of_year + 1
        else:
            yield f"maaned:{year}-{of_year + 1:02}"
            month -= 1


def _look(parts: Sequence[Span], most: int, newest: int) -> Survey:
    sql = _SURVEY.format(
        spans=" UNION ALL ".join(f"({part.sql})" for part in parts), most=int(most), newest=int(newest)
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for part in parts for value in part.values])
        count, choices, keys = cursor.fetchone()
    return Survey(count, choices or "", keys)


def read_extent() -> Extent:
    """Give the extent of the archive as it is now."""
    items, first, last = _extent()
    return Extent(items, _month(last), _month(last) - _month(first) + 1) if first and last else Extent()


def size() -> int:
    """Give about how many items are searched."""
    items = _extent()[0]
    return items if items > SMALL else SearchEntry.objects.count()


def _extent() -> tuple[int, datetime.date | None, datetime.date | None]:
    with connection.cursor() as cursor:
        cursor.execute(_EXTENT)
        items, first, last = cursor.fetchone()
    return max(int(items), 1), first, last


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1
