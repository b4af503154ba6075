"""How many items each of several words occurs in, asked of the database at once."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from meetings.search.execution.time_windows import ArchiveExtent, tags_of_newest

WINDOW = 10_000  # items of a large archive in which common words are counted
ENOUGH = 20  # a word in fewer items of the window is counted in all of the archive
_COUNT = "(SELECT count(*) FROM meetings_searchentry WHERE vector @@ %s::tsquery)"

_EXISTS = "EXISTS (SELECT FROM meetings_searchentry WHERE vector @@ %s::tsquery)"


def count_each(queries: Sequence[str], extent: ArchiveExtent) -> list[int]:
    """Return in about how many items each text of a tsquery matches, with at most two statements."""
    if not extent.is_large:
        return _counts(queries)
    months = max(1, extent.months * WINDOW // extent.items)
    newest = tags_of_newest(extent, months)
    times = extent.months / months
    found = [round(times * count) if count >= ENOUGH else None for count in _counts(queries, f" & ({newest})")]
    rare = iter(_counts([query for query, count in zip(queries, found, strict=True) if count is None]))
    return [next(rare) if count is None else count for count in found]


def which_match(queries: Sequence[str]) -> list[bool]:
    """Return which texts of tsqueries match any item."""
    if not queries:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([_EXISTS] * len(queries))}", list(queries))
        return list(cursor.fetchone())


def _counts(queries: Sequence[str], within: str = "") -> list[int]:
    if not queries:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([_COUNT] * len(queries))}", [f"({one}){within}" for one in queries])
        return list(cursor.fetchone())
