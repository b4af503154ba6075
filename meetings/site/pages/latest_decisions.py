"""The latest decisions, a few from each of several meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from meetings.models import AgendaItem, SearchEntry
from meetings.shared.vocabulary import TopicSlug
from meetings.site.statistics.tallies import decision_pattern

MOST = 8
MOST_OF_A_MEETING = 3
CANDIDATES = 80  # newest items with a decision to choose from: about six meetings' worth


def latest_decisions(letters: Mapping[str, str]) -> list[AgendaItem]:
    """Return the newest items with a decision, without formalities, only the first few of each meeting. Two queries.

    `letters` are the codes of facet choices by tag: they filter the newest entries fastest.
    """
    decided = SearchEntry.objects.filter(choices__regex=decision_pattern(letters).pattern)
    formal = letters.get(f"emne:{TopicSlug.MOEDEFORMALIA}")
    entries = (decided.exclude(choices__contains=formal) if formal else decided).newest_first()
    keys = spread(entries.values_list("pk", "meeting_id")[:CANDIDATES])
    rows = AgendaItem.objects.listed().in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def spread(entries: Iterable[tuple[int, int]]) -> list[int]:
    """Return the first keys of the (key, meeting) pairs, at most `MOST_OF_A_MEETING` of a meeting and `MOST` in all."""
    seen: Counter[int] = Counter()
    kept: list[int] = []
    for key, meeting in entries:
        seen[meeting] += 1
        if seen[meeting] <= MOST_OF_A_MEETING:
            kept.append(key)
    return kept[:MOST]
