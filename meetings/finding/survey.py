"""What answers a search, looked over without fetching it: the newest of it, how many there are, and their choices.

A common word answers hundreds of thousands of items, and PostgreSQL's index gives them all before the first can be
used. So a large archive is looked through in spans of time until enough is found. How long they must be is told by how
many answer in a sample. A small archive is looked through at once, and so is a large one for what is not common.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from meetings.finding.spans import Extent, Spans
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search.matching import Sql, looks_at_places

SAMPLE = 100  # items that tell how common a word is: they are looked at themselves, the same each time
_COLUMNS = ("item_id", "date", "meeting_id", "place", "choices")
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
_SURVEY = "SELECT count(*), string_agg(choices, '') FROM ({sql}) AS found"
# OFFSET 0, or the planner would walk the index of dates.
_NEWEST = """
    SELECT ARRAY(
        SELECT item_id FROM ({sql} OFFSET 0) AS found ORDER BY date DESC, meeting_id, place LIMIT {most}
    )
"""


@dataclass(frozen=True)
class Survey:
    """How many answer, and one letter for each choice of each. Of many only the newest, and `is_whole` is false."""

    count: int
    choices: str
    is_whole: bool = True


@dataclass(frozen=True)
class Answering:
    """The entries that answer a search of an archive of some extent.

    `likely` tells about how many they are, if anything but a sample does. It is asked only if that must be known.
    """

    entries: SearchEntryQuerySet
    extent: Extent
    likely: Callable[[], float] | None = None

    def survey(self, most: int) -> Survey:
        """Count them and their choices; of many in a large archive, until there are more than `most`."""
        count, choices, spans = 0, "", self._spans(most + 1)
        for span in spans:
            more, letters = _row(_SURVEY, span)
            spans.found = count = count + more
            choices += letters or ""
        return Survey(count, choices, spans.are_done)

    def newest(self, most: int) -> list[int]:
        """Give the keys of the newest, so many at most, in their order."""
        keys, spans = list[int](), self._spans(most)
        for span in spans:
            keys += _row(_NEWEST, span, most=most - len(keys))[0]
            spans.found = len(keys)
        return keys

    @cached_property
    def number(self) -> float:
        """About how many they are."""
        if self.likely:
            return self.likely()
        if not self._asked:
            return 0
        (answering,) = _row(_SAMPLE, self._asked, sample=SAMPLE)
        return float(self.extent.items * answering / SAMPLE)

    @cached_property
    def _asked(self) -> Sql | None:
        """The SQL for them; None if nothing can be found, and Django knows it."""
        try:
            return Sql(*self.entries.order_by().values_list(*_COLUMNS).query.sql_with_params())
        except EmptyResultSet:
            return None

    def _spans(self, wanted: int) -> Spans:
        """Give what must be looked through, until as many are found as are wanted."""
        asked, extent = self._asked, self.extent
        is_all = not asked or extent.items < wanted or not (extent.is_large or _looks_at_places(asked))
        return Spans(asked, extent, wanted, None if is_all else self.number)


def _looks_at_places(asked: Sql) -> bool:
    """Tell whether the index alone cannot tell what answers, and items must be looked at."""
    return any(looks_at_places(value) for value in asked.params if isinstance(value, str))


def _row(template: str, asked: Sql, **parts: int) -> Any:
    """Give the only row of a query that is asked of what answers."""
    with connection.cursor() as cursor:
        cursor.execute(template.format(sql=asked.sql, **parts), asked.params)
        return cursor.fetchone()
