"""The search entries of a meeting's items, and the renewal of those that an older version wrote."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from meetings.models import Meeting, SearchEntry
from meetings.models.search_rebuild import current_edition
from meetings.search_renewal import find_progress, renew_for
from meetings.shared.batches import batches

__all__ = ["find_progress", "load_search_entries", "renew_for"]


def load_search_entries(meeting: Meeting, searched: Sequence[int], changed: Collection[int]) -> None:
    """Write the search entries of a meeting's `searched` items; others have none.

    Of items that did not change only the tags are written, where they are others: meeting or document may have changed.
    """
    entries = SearchEntry.objects.filter(item__meeting=meeting)
    entries.exclude(pk__in=searched).delete()
    kept = set(searched) - set(changed)
    current = entries.filter(date=meeting.date, **current_edition())
    holding = set(current.values_list("pk", flat=True)) & kept if kept else set()
    for batch in batches(key for key in searched if key not in holding):
        SearchEntry.objects.renew(meeting.items.filter(pk__in=batch).with_texts())
    for batch in batches(holding):
        SearchEntry.objects.retag(meeting.items.filter(pk__in=batch).with_texts())
