"""A look over all that answers a search, in one query: how many there are, their choices, the newest of them.

A common word answers hundreds of thousands of items, and PostgreSQL's index gives them all before the first can be
used. So a large archive is looked through in spans of time, the newest first, each a few times as long as the one
before: PostgreSQL takes them one after another and leaves off where enough is found. Spans are told by the tags for
months, which the index holds with the words. A small archive is looked through at once.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection

from meetings.models.search_entry import SearchEntry, SearchEntryQuerySet
from meetings.search.matching import tagged

SMALL = 40_000  # items that are looked through at once
FIRST_SPAN = 8_000  # items of the first span, about
LONGER = 4  # times as long as the one before is each further span
SPANS = 3  # before the last, which is all the rest
_COLUMNS = ("item_id", "date", "meeting_id", "place", "choices")
_EXTENT = """
    SELECT reltuples, (SELECT min(date) FROM meetings_searchentry), (SELECT max(date) FROM meetings_searchentry)
    FROM pg_class WHERE oid = 'meetings_searchentry'::regclass
"""
_SURVEY = """
    WITH found AS MATERIALIZED (SELECT * FROM ({spans}) AS spans LIMIT {most})
    SELECT (SELECT count(*) FROM found), (SELECT string_agg(choices, '') FROM found),
        ARRAY(SELECT item_id FROM found ORDER BY date DESC, meeting_id, place LIMIT {newest})
"""


@dataclass(frozen=True)
class Survey:
    """How many answer, one letter for each choice of each, and the keys of the newest."""

    count: int
    choices: str
    newest: list[int]


class Span(NamedTuple):
    """A condition that holds for a span of time, and what goes into it."""

    sql: str
    value: object


def survey(entries: SearchEntryQuerySet, spans: Sequence[Span], most: int, newest: int = 0) -> Survey:
    """Look over the entries until `most` are found, and give the keys of so many of the newest."""
    try:
        sql, params = entries.order_by().values_list(*_COLUMNS).query.sql_with_params()
    except EmptyResultSet:  # nothing can be found, and Django knows it
        return Survey(0, "", [])
    joint = "AND" if " WHERE " in sql else "WHERE"
    parts = [f"({sql} {joint} {span.sql})" for span in spans] or [sql]
    values = [value for span in spans for value in (*params, span.value)] or params
    with connection.cursor() as cursor:
        cursor.execute(_SURVEY.format(spans=" UNION ALL ".join(parts), most=int(most), newest=int(newest)), values)
        count, choices, keys = cursor.fetchone()
    return Survey(count, choices or "", keys)


def read_spans() -> list[Span]:
    """Give the spans of time that the archive is looked through in, the newest first; none if it is small."""
    items, first, last = _extent()
    if items <= SMALL or not first or not last:
        return []
    newest, months = _month(last), _month(last) - _month(first) + 1
    length = max(1, round(FIRST_SPAN * months / items))
    spans = []
    for _ in range(SPANS):
        names = (f"maaned:{month // 12}-{month % 12 + 1:02}" for month in range(newest, newest - length, -1))
        spans.append(Span("vector @@ %s::tsquery", tagged(names, " | ")))
        newest, length = newest - length, length * LONGER
    return [*spans, Span("date < %s", datetime.date((newest + 1) // 12, (newest + 1) % 12 + 1, 1))]


def size() -> int:
    """Give about how many items are searched."""
    items = _extent()[0]
    return items if items > SMALL else SearchEntry.objects.count()


def _extent() -> tuple[int, datetime.date | None, datetime.date | None]:
    with connection.cursor() as cursor:
        cursor.execute(_EXTENT)
        items, first, last = cursor.fetchone()
    return int(items), first, last


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1
