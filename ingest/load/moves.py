"""Redirects for moved items: a document whose date or council is corrected takes its items to another meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from meetings.models import AgendaItem, FormerItemAddress, Meeting, MeetingAddress
from meetings.shared.batches import BATCH
from meetings.shared.item_matching import match_items

# The address of an item: council, meeting's address, item's address.
Place = tuple[str, str, str]
PLACE = ["region", "meeting_address", "address"]


@contextmanager
def addresses_followed(left: Meeting | None, joined: Meeting) -> Iterator[None]:
    """Redirect the addresses of items that leave `left` within the block to `joined`, or all if `left` is deleted.

    An item's address redirects to the matching item of `joined`; where there is none, it says that the item is gone.
    """
    if left is None or left == joined:
        yield
        return
    items, key = list(left.items.order_by("pk")), left.pk
    former = _all_addresses(left)
    places = _places(left, former)
    yield
    is_gone = not Meeting.objects.filter(pk=key).exists()
    if is_gone:
        lead_to(joined, former)
    partner = _partners(items, joined)
    _write({place: partner[item] for place, item in places.items() if item in partner})
    if is_gone:
        _write({place: None for place, item in places.items() if item not in partner}, only_new=True)


def lead_to(meeting: Meeting, former: Sequence[MeetingAddress]) -> None:
    """Make former addresses, of this meeting or one that is now part of it, redirect to it."""
    for one in former:
        one.meeting = meeting
    MeetingAddress.objects.bulk_create(
        former, update_conflicts=True, unique_fields=["region", "address"], update_fields=["meeting"], batch_size=BATCH
    )


def forget_other_items(meeting: Meeting) -> None:
    """Delete redirects of other items from this meeting's addresses, before it moves and they redirect to its own."""
    own = meeting.item_addresses.values("address")
    FormerItemAddress.objects.filter(
        region=meeting.region_id, meeting_address=meeting.address, address__in=own
    ).delete()  # fmt: skip


def _all_addresses(meeting: Meeting) -> list[MeetingAddress]:
    """Return the address of a meeting and its former ones, each once, as unsaved rows."""
    known = [meeting.former_address, *meeting.former_addresses.select_related("region")]
    once = {(one.region_id, one.address): one.region for one in known}
    return [MeetingAddress(region=region, address=address) for (_region, address), region in once.items()]


def _places(meeting: Meeting, former: Sequence[MeetingAddress]) -> dict[Place, int | None]:
    """Return every address of the meeting's items with the item's key; None for one that left."""
    known = FormerItemAddress.objects.filter(item__meeting=meeting)
    places: dict[Place, int | None] = {
        (one.region_id, one.meeting_address, one.address): one.item_id for one in known
    }  # fmt: skip
    own = meeting.item_addresses.values_list("address", "item")
    return places | {(at.region_id, at.address, address): item for at in former for address, item in own}


def _partners(items: Sequence[AgendaItem], joined: Meeting) -> dict[int | None, int | None]:
    """Return for each item whose row is gone the key of the matching item of a meeting, or None."""
    there = set(AgendaItem.objects.filter(pk__in=[one.pk for one in items]).values_list("pk", flat=True))
    gone = [one for one in items if one.pk not in there]
    others = list(joined.items.order_by("-is_current", "sort_key"))
    found = {gone[old].pk: others[new].pk for old, new in match_items(gone, others)}
    return {one.pk: found.get(one.pk) for one in gone}


def _write(items: dict[Place, int | None], *, only_new: bool = False) -> None:
    """Write former addresses with their items; with `only_new`, leave existing ones as they are."""
    rows = [
        FormerItemAddress(region_id=region, meeting_address=meeting, address=address, item_id=item)
        for (region, meeting, address), item in items.items()
    ]
    if only_new:
        FormerItemAddress.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
    else:
        FormerItemAddress.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=PLACE, update_fields=["item"], batch_size=BATCH
        )
