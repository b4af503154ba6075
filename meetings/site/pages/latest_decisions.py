"""What was decided last: a few decisions, of more than one meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from meetings.models import AgendaItem, SearchEntry
from meetings.shared.vocabulary import TopicSlug
from meetings.site.statistics.tallies import decisions_in

MOST = 8
MOST_OF_A_MEETING = 3
CANDIDATES = 80  # the newest items with a decision: those of the last half dozen meetings


def latest_decisions(letters: Mapping[str, str]) -> list[AgendaItem]:
    """Return the newest items with a decision, formalities left out, only the first few of each meeting. Two queries.

    `letters` are those of choices by their tags: the newest entries tell quickest by them.
    """
    decided = SearchEntry.objects.filter(choices__regex=decisions_in(letters).pattern)
    formal = letters.get(f"emne:{TopicSlug.MOEDEFORMALIA}")
    entries = (decided.exclude(choices__contains=formal) if formal else decided).newest_first()
    keys = spread(entries.values_list("pk", "meeting_id")[:CANDIDATES])
    rows = AgendaItem.objects.listed().in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def spread(entries: Iterable[tuple[int, int]]) -> list[int]:
    """Return the first keys of (key, meeting), no more of a meeting than it may have."""
    seen: Counter[int] = Counter()
    kept: list[int] = []
    for key, meeting in entries:
        seen[meeting] += 1
        if seen[meeting] <= MOST_OF_A_MEETING:
            kept.append(key)
    return kept[:MOST]
