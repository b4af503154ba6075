"""How many items each of several words occurs in, asked of the database at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db import connection

from meetings.search.execution.time_windows import ArchiveExtent, size, tags_of_newest

WINDOW = 10_000  # items of a large archive in which common words are counted
ENOUGH = 20  # a word in fewer items of the window is counted in all of the archive
_COUNT = "(SELECT count(*) FROM meetings_searchentry WHERE vector @@ %s::tsquery)"

_FOUND = "WITH found AS MATERIALIZED (SELECT vector FROM meetings_searchentry WHERE vector @@ %s::tsquery LIMIT {most})"
_EXISTS = "EXISTS (SELECT FROM found WHERE vector @@ %s::tsquery)"
MOST_CHECKED = 300  # items, to see whether any match more closely


@dataclass(frozen=True)
class WordCounter:
    """Counts items of an archive of this extent that words occur in."""

    extent: ArchiveExtent

    @cached_property
    def total(self) -> int:
        """About how many items there are."""
        return size(self.extent)

    def count_each(self, queries: Sequence[str]) -> list[int]:
        """Return in about how many items each text of a tsquery matches, with at most two statements."""
        if not self.extent.is_large:
            return _counts(queries)
        months = max(1, self.extent.months * WINDOW // self.extent.items)
        newest, times = tags_of_newest(self.extent, months), self.extent.months / months
        found = [round(times * count) if count >= ENOUGH else None for count in _counts(queries, f" & ({newest})")]
        rare = iter(_counts([query for query, count in zip(queries, found, strict=True) if count is None]))
        return [next(rare) if count is None else count for count in found]


def which_match(indexed: str, queries: Sequence[str]) -> list[bool]:
    """Return which texts of tsqueries match any of the items that `indexed` finds, or of the first few hundred."""
    if not queries:
        return []
    found, each = _FOUND.format(most=MOST_CHECKED), ", ".join([_EXISTS] * len(queries))
    with connection.cursor() as cursor:
        cursor.execute(f"{found} SELECT {each}", [indexed, *queries])
        return list(cursor.fetchone())


def _counts(queries: Sequence[str], within: str = "") -> list[int]:
    if not queries:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([_COUNT] * len(queries))}", [f"({one}){within}" for one in queries])
        return list(cursor.fetchone())
