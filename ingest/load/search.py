"""The search entries of a meeting's items, and the renewal of those that an older version wrote."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from meetings.models import Meeting, SearchEntry
from meetings.models.search_rebuild import current_edition
from meetings.search_renewal import find_progress, renew_for
from meetings.shared.batches import batches

__all__ = ["find_progress", "load_search_entries", "renew_for"]


def load_search_entries(meeting: Meeting, searched: Sequence[int], changed: Collection[int]) -> None:
    """Write the search entries of a meeting's `searched` items, but those that hold as they are; others have none."""
    SearchEntry.objects.filter(item__meeting=meeting).exclude(pk__in=searched).delete()
    holding = _holding(meeting) - set(changed) if set(searched) - set(changed) else ()
    for batch in batches(key for key in searched if key not in holding):
        SearchEntry.objects.renew(meeting.items.filter(pk__in=batch).with_texts())


def _holding(meeting: Meeting) -> set[int]:
    """Return the items whose entries hold if nothing of the item has changed: neither meeting nor document has."""
    entries = SearchEntry.objects.filter(item__meeting=meeting, date=meeting.date, **current_edition())
    entries = entries.tagged(f"region:{meeting.region_id}")
    return {
        key
        for kind in set(meeting.documents.values_list("kind", flat=True))
        for key in entries.filter(item__document__kind=kind).tagged(f"art:{kind}").values_list("pk", flat=True)
    }
