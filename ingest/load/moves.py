"""Addresses follow what moves: a document whose date or council is put right takes its items to another meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from meetings.models import AgendaItem, FormerItemAddress, Meeting, MeetingAddress
from meetings.shared.item_matching import match_items

# Where an item was found: council, meeting's address, item's address.
Place = tuple[str, str, str]
PLACE = ["region", "meeting_address", "address"]


@contextmanager
def addresses_followed(left: Meeting | None, joined: Meeting) -> Iterator[None]:
    """Let addresses of `left` lead to `joined` for what leaves it within the block; for all of it, if it goes.

    An item that leaves leads to the one of `joined` that it is; where there is none, its address says that it is gone.
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
    _write({place: partner.get(item) for place, item in places.items() if item in partner})
    if is_gone:
        _write({place: None for place, item in places.items() if item not in partner}, only_new=True)


def lead_to(meeting: Meeting, former: Sequence[MeetingAddress]) -> None:
    """Let former addresses, of this meeting or one that is part of it now, lead to it."""
    for one in former:
        one.meeting = meeting
    MeetingAddress.objects.bulk_create(
        former, update_conflicts=True, unique_fields=["region", "address"], update_fields=["meeting"]
    )


def forget_other_items(meeting: Meeting) -> None:
    """Forget the items of others that were found where this meeting is: it leaves, and its own are found from there."""
    own = meeting.item_addresses.values("address")
    FormerItemAddress.objects.filter(
        region=meeting.region_id, meeting_address=meeting.address, address__in=own
    ).delete()  # fmt: skip


def _all_addresses(meeting: Meeting) -> list[MeetingAddress]:
    """Return the address of a meeting and its former ones, as rows that are not saved; each once."""
    known = [meeting.former_address, *meeting.former_addresses.select_related("region")]
    once = {(one.region_id, one.address): one.region for one in known}
    return [MeetingAddress(region=region, address=address) for (_region, address), region in once.items()]


def _places(meeting: Meeting, former: Sequence[MeetingAddress]) -> dict[Place, int | None]:
    """Return every place from which an item of the meeting is found, with the item's key; None for one that left."""
    known = FormerItemAddress.objects.filter(item__meeting=meeting)
    places: dict[Place, int | None] = {
        (one.region_id, one.meeting_address, one.address): one.item_id for one in known
    }  # fmt: skip
    own = meeting.item_addresses.values_list("address", "item")
    return places | {(at.region_id, at.address, address): item for at in former for address, item in own}


def _partners(items: Sequence[AgendaItem], joined: Meeting) -> dict[int | None, int | None]:
    """Return for each of the items that is a row no longer which item of a meeting it is, None where it is none."""
    there = set(AgendaItem.objects.filter(pk__in=[one.pk for one in items]).values_list("pk", flat=True))
    gone = [one for one in items if one.pk not in there]
    others = list(joined.items.order_by("-is_current", "sort_key"))
    found = {gone[old].pk: others[new].pk for old, new in match_items(gone, others)}
    return {one.pk: found.get(one.pk) for one in gone}


def _write(items: dict[Place, int | None], *, only_new: bool = False) -> None:
    rows = [
        FormerItemAddress(region_id=region, meeting_address=meeting, address=address, item_id=item)
        for (region, meeting, address), item in items.items()
    ]
    if only_new:
        FormerItemAddress.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1_000)
    else:
        FormerItemAddress.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=PLACE, update_fields=["item"], batch_size=1_000
        )
