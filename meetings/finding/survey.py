"""A look over all that answers a search, in one query: how many there are, their choices, the newest of them.

A common word answers hundreds of thousands of items, and PostgreSQL's index gives them all before the first can be
used. So a large archive is looked through in spans of time, the newest first, each a few times as long as the one
before: PostgreSQL takes them one after another and leaves off where enough is found. Spans are told by the tags for
months, which the index holds with the words. A small archive is looked through at once, and so is a large one for what
is not common in its first span.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection

from meetings.models.search_entry import SearchEntry, SearchEntryQuerySet
from meetings.search.matching import tagged

SMALL = 40_000  # items that are looked through at once
FIRST_SPAN = 1_000  # items of the first span, about
LONGER = 6  # times as long as the one before is each further span
ALL = 4  # times as many as wanted are taken at most where all should be
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
    """SQL for a span of time, and what goes into it."""

    sql: str
    values: tuple[Any, ...]


class Spans(NamedTuple):
    """The spans of time that the archive is looked through in, the newest first; none if it is small.

    `share` is how much of the archive the first is: it tells about how many will answer in all of it.
    """

    parts: tuple[Span, ...] = ()
    share: float = 0


def survey(entries: SearchEntryQuerySet, spans: Spans, most: int, newest: int = 0) -> Survey:
    """Look over the entries until `most` are found, and give the keys of so many of the newest."""
    try:
        sql, params = entries.order_by().values_list(*_COLUMNS).query.sql_with_params()
    except EmptyResultSet:  # nothing can be found, and Django knows it
        return Survey(0, "", [])
    joint = "AND" if " WHERE " in sql else "WHERE"
    parts = [Span(f"({sql} {joint} {span.sql})", (*params, *span.values)) for span in spans.parts]
    few = int(most * spans.share)
    if not parts or _look(parts[:1], few + 1, 0).count <= few:
        # The index gives them in no order: more are taken, so that the newest of them can be.
        part = f"SELECT * FROM ({sql} LIMIT {int(most) * ALL}) AS part ORDER BY date DESC LIMIT {int(most)}"  # noqa: S608
        parts = [Span(f"({part})", params)]
    return _look(parts, most, newest)


def _look(parts: Sequence[Span], most: int, newest: int) -> Survey:
    sql = _SURVEY.format(spans=" UNION ALL ".join(part.sql for part in parts), most=int(most), newest=int(newest))
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for part in parts for value in part.values])
        count, choices, keys = cursor.fetchone()
    return Survey(count, choices or "", keys)


def read_spans() -> Spans:
    """Give the spans of the archive as it is now."""
    items, first, last = _extent()
    if items <= SMALL or not first or not last:
        return Spans()
    newest, months = _month(last), _month(last) - _month(first) + 1
    length = max(1, round(FIRST_SPAN * months / items))
    share, parts = length / months, []
    for _ in range(SPANS):
        names = (f"maaned:{month // 12}-{month % 12 + 1:02}" for month in range(newest, newest - length, -1))
        parts.append(Span("vector @@ %s::tsquery", (tagged(names, " | "),)))
        newest, length = newest - length, length * LONGER
    rest = datetime.date((newest + 1) // 12, (newest + 1) % 12 + 1, 1)
    return Spans((*parts, Span("date < %s", (rest,))), share)


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
