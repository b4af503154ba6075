"""The synonyms that the archive holds itself: abbreviations that its documents introduce, and the archivist's pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from django.db import connection

from meetings.search.language.query import Query
from meetings.search.language.synonyms import Listed, keys_of
from meetings.shared.vocabulary import SynonymUse

# Each row: the keys of a term, its synonym and the keys of that, the archivist's word on them, how often. An
# abbreviation that thousands of items introduce is counted in the first of them.
_ROWS = """
    SELECT short_keys, long, long_keys, '' AS use, count(*) FROM (
        SELECT * FROM meetings_abbreviation WHERE short_keys && %(keys)s LIMIT 500) AS found GROUP BY 1, 2, 3
    UNION ALL
    SELECT long_keys, short, short_keys, '', count(*) FROM (
        SELECT * FROM meetings_abbreviation WHERE long_keys && %(keys)s LIMIT 500) AS found GROUP BY 1, 2, 3
    UNION ALL
    SELECT term_keys, other, other_keys, use, 0 FROM meetings_synonym WHERE term_keys && %(keys)s
    UNION ALL
    SELECT other_keys, term, term_keys, use, 0 FROM meetings_synonym
    WHERE other_keys && %(keys)s AND use <> %(one_way)s
"""
FEWER = 4  # an abbreviation's rarer meaning counts if the commonest is at most so many times as common


class _Row(NamedTuple):
    keys: list[str]
    text: str
    text_keys: list[str]
    use: str
    times: int


def read_listed(query: Query) -> Listed:
    """Return what the archive has listed of the terms of a query."""
    keys = sorted(keys_of(query))
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, {"keys": keys, "one_way": SynonymUse.ONE_WAY})
        rows = [_Row(*row) for row in cursor.fetchall()]
    stated = [row for row in rows if row.use and row.use != SynonymUse.NEVER]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in (*stated, *_common([row for row in rows if not row.use])):
        for key in row.keys:
            found[key].append(row.text)
    never = (row for row in rows if row.use == SynonymUse.NEVER)
    return Listed(found, frozenset((a, b) for row in never for a in row.keys for b in row.text_keys))


def _common(rows: Iterable[_Row]) -> list[_Row]:
    """Return the rows of abbreviations, the commonest first, without those far rarer."""
    ordered = sorted(rows, key=lambda row: (-row.times, row.text))
    return list(takewhile(lambda row: row.times * FEWER >= ordered[0].times, ordered))
