"""Ranking: the order of the candidates among many matches."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from meetings.search.execution.database_query import DatabaseQuery
from meetings.search.execution.fetch import in_order
from meetings.search.language import clause_sql
from meetings.search.language.clause_sql import SqlFragment
from meetings.search.language.weights import REPEATED, SPREAD, YEAR

# All candidates are ranked by every form that matches; the best of them also by what costs more to compute. Each of
# these ranks a little lower for each better one of the same meeting, and for its age.
_RANKED = """
    WITH candidates AS MATERIALIZED (
        SELECT item_id, meeting_id, date, sort_key, vector, {rank} AS rank
        FROM ({given}) AS given JOIN meetings_searchentry USING (item_id)
    ), ranked AS MATERIALIZED (
        SELECT *, row_number() OVER (ORDER BY rank DESC, date DESC, meeting_id, sort_key) AS nth FROM candidates
    ), best AS MATERIALIZED (
        SELECT item_id, meeting_id, date, nth, rank + {finer} AS rank FROM ranked WHERE nth <= {most}
    ), spread AS (
        SELECT item_id, nth, rank, rank * {repeated} ^ (
            row_number() OVER (PARTITION BY meeting_id ORDER BY rank DESC, nth) - 1
        ) - {year} * ({this_year} - extract(year FROM date)) AS lower FROM best
    )
    SELECT item_id, row_number() OVER (ORDER BY lower DESC, rank DESC, nth) AS nth FROM spread
    UNION ALL SELECT item_id, nth FROM ranked WHERE nth > {most}
    ORDER BY nth OFFSET {start} LIMIT {count}
"""


def ranked(asked: DatabaseQuery, candidates: Sequence[int], start: int, end: int) -> SqlFragment:
    """Return SQL for the ranked candidates from `start` to before `end`, the best first."""
    rank, finer = clause_sql.rank(asked.ranked, asked.as_typed, asked.apart, len(asked.clauses))
    given = in_order(candidates)
    weights = {"most": SPREAD, "repeated": REPEATED, "year": YEAR}
    this_year = datetime.date.today().year  # noqa: DTZ011 - only the year counts
    sql = _RANKED.format(
        rank=rank.sql, finer=finer.sql, given=given.sql, this_year=this_year, start=start, count=end - start, **weights
    )
    return SqlFragment(sql, (*rank.params, *given.params, *finer.params))
