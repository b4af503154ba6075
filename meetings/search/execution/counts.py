"""The matches of a search without their items: the newest, how many there are, and their facet values.

A common word matches hundreds of thousands of items, and PostgreSQL's index returns them all before the first can be
used. So a large archive is searched in time windows until enough is found. A small one is counted at once.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    SELECT ARRAY(
        SELECT item_id FROM ({sql} OFFSET 0) AS found ORDER BY date DESC, meeting_id, sort_key LIMIT {most}
    )
"""


@dataclass(frozen=True)
class MatchCounts:
    """How many entries match, and a character for each facet value of each. Only of the newest if not `is_whole`."""

    count: int
    choices: str
    is_whole: bool = True


@dataclass(frozen=True)
class MatchingEntries:
    """The entries that match a search, and the extent of the archive."""

    entries: SearchEntryQuerySet
    extent: ArchiveExtent

    def survey(self, most: int) -> MatchCounts:
        """Return the counts of the entries and their facet values; in a large archive counting stops beyond `most`."""
        is_many = self.extent.is_large or _looks_at_places(self._asked)
        count, choices, spans = 0, "", TimeWindows(self._asked, self.extent, most + 1, at_once=not is_many)
        for span in spans:
            more, letters = _row(_SURVEY, span)
            spans.found = count = count + more
            choices += letters or ""
        return MatchCounts(count, choices, spans.are_done)

    def newest(self, most: int) -> list[int]:
        """Return the keys of the newest, at most `most`, in order."""
        keys, spans = list[int](), TimeWindows(self._asked, self.extent, most)
        for span in spans:
            keys += _row(_NEWEST, span, most=most - len(keys))[0]
            spans.found = len(keys)
        return keys

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
