"""Which of the many that answer are put in order, and that order."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection

from meetings.finding.asking import Asked
from meetings.search import matching
from meetings.search.weights import REPEATED, SPREAD, YEAR

# All are put in order by every form that answers; the best of them, also by what costs more to find out.
_RANKED = """
    WITH candidates AS MATERIALIZED (
        SELECT item_id, meeting_id, date, place, vector, {rank} AS rank
        FROM meetings_searchentry WHERE item_id = ANY(%s)
    ), ranked AS MATERIALIZED (
        SELECT *, row_number() OVER (ORDER BY rank DESC, date DESC, meeting_id, place) AS nth FROM candidates
    )
    SELECT item_id, meeting_id, date, rank + CASE WHEN nth <= {best} THEN {finer} ELSE 0 END AS finest
    FROM ranked ORDER BY (nth <= {best}) DESC, finest DESC, nth
"""


def ranked(asked: Asked, candidates: Sequence[int]) -> list[int]:
    """Give the keys of the candidates, the best first; the best of them spread over their meetings."""
    rank, finer = matching.rank(asked.ranked, asked.as_typed, len(asked.clauses))
    with connection.cursor() as cursor:
        sql = _RANKED.format(rank=rank.sql, finer=finer.sql, best=SPREAD)
        cursor.execute(sql, [*rank.params, list(candidates), *finer.params])
        rows = cursor.fetchall()
    return [*_spread(rows[:SPREAD]), *(row[0] for row in rows[SPREAD:])]


def _spread(rows: Iterable[tuple[int, int, datetime.date, float]]) -> list[int]:
    """Give the keys by rank, each item of a meeting that has better ones a little lower, and older ones too."""
    seen: Counter[int] = Counter()
    today = datetime.date.today().year  # noqa: DTZ011 - a year's difference is all that counts
    ranked: list[tuple[float, int]] = []
    for key, meeting, date, rank in rows:
        ranked.append((rank * REPEATED ** seen[meeting] - YEAR * (today - date.year), key))
        seen[meeting] += 1
    return [key for _rank, key in sorted(ranked, key=lambda one: -one[0])]
