"""A look over all that answers a search, mostly in one query: how many there are, their choices, the newest of them.

A common word answers hundreds of thousands of items, and PostgreSQL's index gives them all before the first can be
used. So a large archive is looked through in spans of time, the newest first, until enough is found. How long they must
be is told by how many answer in a sample. Spans are told by the tags for months and years, which the index holds with
the words. A small archive is looked through at once, and so is a large one for what is not common.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection

from meetings.models.search_entry import SearchEntry, SearchEntryQuerySet
from meetings.search.matching import Sql, looks_at_places, tagged

SMALL = 40_000  # items that are looked through at once, unless each must be looked at
SAMPLE = 100  # items that tell how common a word is: they are looked at themselves, the same each time
SHARE = 1.5  # times as long as it must be, as far as is known, is each span
_COLUMNS = ("item_id", "date", "meeting_id", "place", "choices")
_EXTENT = """
    SELECT reltuples, (SELECT min(date) FROM meetings_searchentry), (SELECT max(date) FROM meetings_searchentry)
    FROM pg_class WHERE oid = 'meetings_searchentry'::regclass
"""
# The sample stands in for the table, in the query that is asked of the table. By the golden ratio it is spread evenly,
# and at no distance that items might keep too.
_SAMPLE = """
    WITH meetings_searchentry AS MATERIALIZED (
        SELECT * FROM meetings_searchentry WHERE item_id = ANY (ARRAY(
            SELECT (SELECT min(item_id) FROM meetings_searchentry WHERE item_id >= first + (mod(nth, 1) * span)::bigint)
            FROM (SELECT min(item_id) AS first, max(item_id) - min(item_id) AS span FROM meetings_searchentry) AS keys,
                generate_series(0.618034, 0.618034 * {sample}, 0.618034) AS nth
        ))
    ) SELECT count(*) FROM ({sql}) AS answering
"""
# What the index alone finds is found twice: that costs less than keeping it. OFFSET 0, or the planner would walk the
# index of dates.
_SURVEY = """
    WITH found AS {kept} ({sql} OFFSET 0)
    SELECT count(*), string_agg(choices, ''),
        ARRAY(SELECT item_id FROM found ORDER BY date DESC, meeting_id, place LIMIT {newest})
    FROM found
"""


@dataclass(frozen=True)
class Survey:
    """How many answer, one letter for each choice of each, and the keys of the newest.

    Of many that is the newest of them, and `is_whole` is false. `months` is how long the first span was, 0 for all.
    """

    count: int
    choices: str
    newest: list[int]
    is_whole: bool = True
    months: int = 0


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


def survey(
    entries: SearchEntryQuerySet, extent: Extent, most: int, newest: int = 0, months: int | None = None
) -> Survey:
    """Look over the entries, of many until more than `most` are found, and give the keys of so many of the newest.

    `months` is how long the first span is, as a survey told that found as many or more.
    """
    try:
        asked = Sql(*entries.order_by().values_list(*_COLUMNS).query.sql_with_params())
    except EmptyResultSet:  # nothing can be found, and Django knows it
        return Survey(0, "", [])
    if months is None:
        months = _months(asked, extent, most)
    return _in_spans(asked, extent, most, newest, months) if months else _look(asked, newest)


def _months(asked: Sql, extent: Extent, most: int) -> int:
    """Give how long a span must be to hold more than are wanted; 0 if all may be looked through."""
    if extent.items <= most or not (extent.is_large or _looks_at_places(asked)):
        return 0
    expected = extent.items * _answering_of_sample(asked) / SAMPLE
    months = max(1, round(SHARE * extent.months * most / max(expected, 1)))
    return months if months < extent.months else 0


def _looks_at_places(asked: Sql) -> bool:
    """Tell whether the index alone cannot tell what answers, and items must be looked at."""
    return any(looks_at_places(value) for value in asked.params if isinstance(value, str))


def _in_spans(asked: Sql, extent: Extent, most: int, newest: int, months: int) -> Survey:
    """Look over a span, and over as many months before it as must hold the rest, until there is more than wanted."""
    count, choices, keys, done, further = 0, "", list[int](), 0, months
    while done < extent.months and count <= most:
        further = min(further, extent.months - done)
        span = _look(_within(asked, extent, done, further), newest - len(keys))
        count, choices, keys, done = count + span.count, choices + span.choices, keys + span.newest, done + further
        further = max(done, round(SHARE * done * (most - count) / max(count, 1)))
    return Survey(count, choices, keys, done == extent.months, months)


def _answering_of_sample(asked: Sql) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_SAMPLE.format(sample=SAMPLE, sql=asked.sql), asked.params)
        return int(cursor.fetchone()[0])


def _within(asked: Sql, extent: Extent, done: int, months: int) -> Sql:
    """Narrow what is asked to the months before those that are done."""
    latest = extent.latest - done
    joint = "AND" if " WHERE " in asked.sql else "WHERE"
    tags = tagged(_tags(latest, latest - months + 1, is_last=latest == extent.latest), " | ")
    return Sql(f"{asked.sql} {joint} vector @@ %s::tsquery", (*asked.params, tags))


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


def _look(asked: Sql, newest: int) -> Survey:
    kept = "MATERIALIZED" if _looks_at_places(asked) else "NOT MATERIALIZED"
    with connection.cursor() as cursor:
        cursor.execute(_SURVEY.format(kept=kept, sql=asked.sql, newest=int(newest)), asked.params)
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
