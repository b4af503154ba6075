"""The addresses of a meeting's items, as they would be if its documents had come in the order in which they were made.

An item that is known keeps its address as long as its number stays, and every address that it had before redirects to
it. That order is given by what the documents are, so an archive has the same addresses in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from ingest.merge import Version, merge
from ingest.records import ItemRecord
from meetings.shared.item_matching import match_items, title_key
from meetings.shared.precedence import by_kind


@dataclass(eq=False, slots=True)
class Claim:
    """An item through all stages: its present address, the title it had when it got that, its position at the end."""

    address: str = ""
    title_key: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """The address of each item in order, and for every address of the meeting the item that it belongs to for good."""

    present: list[str]
    owners: dict[str, Claim]


def assign_addresses(versions: Sequence[Version], gone: Mapping[str, str]) -> Addresses:
    """Return the addresses of the items of `merge(versions)`.

    `gone` has the title keys of items that left the archive by their addresses: only an item of that title gets one.
    """
    owners = {address: Claim(address, key) for address, key in gone.items()}
    claims: list[Claim] = []
    records: list[ItemRecord] = []
    for stage in _stages(versions):
        known = {new: claims[old] for old, new in match_items(records, stage)}
        claims, records = [known.get(at) or Claim() for at in range(len(stage))], stage
        taken: set[str] = set()
        for claim, record in zip(claims, records, strict=True):
            _assign(claim, record, owners, taken, set(map(id, claims)))
    for at, claim in enumerate(claims):
        claim.at = at
    return Addresses([claim.address for claim in claims], owners)


def _stages(versions: Sequence[Version]) -> Iterator[list[ItemRecord]]:
    """Yield the items of the meeting after each of its documents: agendas, supplements, minutes, the weakest first."""
    agendas, supplements, minutes = by_kind(versions)
    order = [*agendas, *supplements, *minutes]
    for known in range(1, len(order) + 1):
        yield [one.record for one in merge(order[:known]).items]


def _assign(claim: Claim, record: ItemRecord, owners: dict[str, Claim], taken: set[str], present: set[int]) -> None:
    """Let an item have the address of its number: the number, with "-2", "-3" … if that belongs to another."""
    if claim.address and claim.address.partition("-")[0] == record.number:
        return
    key = title_key(record.title)
    for address in (record.number if nth == 1 else f"{record.number}-{nth}" for nth in count(1)):
        owner = owners.get(address)
        left_with_this_title = owner and id(owner) not in present and owner.title_key == key
        if address not in taken and (owner in (None, claim) or left_with_this_title):
            break
    claim.address, claim.title_key = address, key
    owners[address] = claim
    taken.add(address)
