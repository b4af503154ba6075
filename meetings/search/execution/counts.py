"""The matches of a search without their items: the newest, how many there are, and their facet values.

A common word matches hundreds of thousands of items, and PostgreSQL's index returns them all before the first can be
used. So a large archive is searched in time windows until enough is found. A small one is counted at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection

from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search.execution.time_windows import ArchiveExtent, TimeWindows
from meetings.search.language.clause_sql import SqlFragment, needs_positions

_SELECTED = "SELECT item_id, date, meeting_id, sort_key, choices FROM meetings_searchentry"
_SURVEY = "SELECT count(*), string_agg(choices, '') FROM ({sql}) AS found"
# OFFSET 0, or the planner would walk the index on dates.
_NEWEST = """
    SELECT array_agg(item_id ORDER BY date DESC, meeting_id, sort_key), string_agg(choices, '') FROM (
        SELECT * FROM ({sql} OFFSET 0) AS found ORDER BY date DESC, meeting_id, sort_key LIMIT {most}
    ) AS newest
"""
_NEWEST_AND_SURVEY = """
    WITH found AS MATERIALIZED ({sql})
    SELECT ARRAY(SELECT item_id FROM found ORDER BY date DESC, meeting_id, sort_key LIMIT {most}),
        count(*), string_agg(choices, '') FROM found
"""


@dataclass(frozen=True)
class MatchCounts:
    """How many entries match, and a character for each facet value of each. Only of the newest if not `is_whole`."""

    count: int
    choices: str
    is_whole: bool = True


@dataclass
class MatchingEntries:
    """The entries that match a search, and the extent of the archive. They are counted once."""

    entries: SearchEntryQuerySet
    extent: ArchiveExtent
    _counts: MatchCounts | None = field(default=None, init=False)

    def survey(self, most: int) -> MatchCounts:
        """Return the counts of the entries and their facet values; in a large archive counting stops beyond `most`."""
        if self._counts is None:
            self._counts = self._survey(most)
        return self._counts

    def _survey(self, most: int) -> MatchCounts:
        count, choices, spans = 0, "", TimeWindows(self._asked, self.extent, most + 1, at_once=self._are_few)
        for span in spans:
            more, letters = _row(_SURVEY, span)
            spans.found = count = count + more
            choices += letters or ""
        return MatchCounts(count, choices, spans.are_done)

    def newest(self, most: int) -> list[int]:
        """Return the keys of the newest, at most `most`, in order. If those are all, they are counted with it."""
        keys, choices, spans = list[int](), "", TimeWindows(self._asked, self.extent, most)
        for span in spans:
            more, letters = _row(_NEWEST, span, most=most - len(keys))
            keys += more or ()
            choices += letters or ""
            spans.found = len(keys)
        if len(keys) < most:
            self._counts = MatchCounts(len(keys), choices)
        return keys

    def newest_and_counts(self, most: int) -> list[int]:
        """Return the keys of the newest, at most `most`; if the archive is small, all are counted in the same query."""
        if not (self._asked and self._are_few):
            return self.newest(most)
        keys, count, choices = _row(_NEWEST_AND_SURVEY, self._asked, most=most)
        self._counts = MatchCounts(count, choices or "")
        return list(keys)

    @cached_property
    def _are_few(self) -> bool:
        return not (self.extent.is_large or _looks_at_places(self._asked))

    @cached_property
    def _asked(self) -> SqlFragment | None:
        """The SQL that selects them; None if Django knows that nothing can match.

        Only the conditions are Django's: the columns are always the same, and take it most of the time.
        """
        query = self.entries.query
        try:
            where, params = query.where.as_sql(query.get_compiler(connection=connection), connection)
        except EmptyResultSet:
            return None
        except FullResultSet:
            return SqlFragment(_SELECTED, ())
        return SqlFragment(f"{_SELECTED} WHERE {where}", tuple(params))


def _looks_at_places(asked: SqlFragment | None) -> bool:
    """Return whether the index alone cannot decide what matches, and items must be checked."""
    return any(needs_positions(value) for value in asked.params if isinstance(value, str)) if asked else False


def _row(template: str, asked: SqlFragment, **parts: int) -> Any:
    """Return the only row of a query over the matching entries; `template` has `{sql}` for these."""
    with connection.cursor() as cursor:
        cursor.execute(template.format(sql=asked.sql, **parts), asked.params)
        return cursor.fetchone()
