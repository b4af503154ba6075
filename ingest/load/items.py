"""Loading of agenda items: matched with the existing rows, each at an address that is permanently its own."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import Model

from ingest.addresses import Addresses, assign_addresses
from ingest.fields.followed import judge
from ingest.load.changed_rows import write_changed
from ingest.load.facts import facts_of
from ingest.load.search import load_search_entries
from ingest.load.topics import topics_of
from ingest.merge import MergedItem
from ingest.records import ItemRecord
from ingest.standing import Standing
from meetings.models import AgendaItem, Attachment, Decision, Fact, ItemAddress, ItemTopic, Meeting
from meetings.shared.batches import BATCH, batches
from meetings.shared.headings import is_bare_heading
from meetings.shared.item_matching import match_items

COLUMNS = [
    "number", "address", "is_current", "document", "title", "case_number", "caseworkers", "background",
    "recommendation", "presentation", "tables", "subheadings", "asks_for", "first_page", "last_page", "repairs",
    "parent",
]  # fmt: skip


def load_items(meeting: Meeting, standing: Standing, merged: Sequence[MergedItem]) -> set[int]:
    """Make a meeting's items, and all rows that belong to them, equal to `merged`, the items of its documents.

    Only what is different is written. Return the keys of the items that are new or changed.
    """
    rows = list(meeting.items.order_by("-is_current", "sort_key"))
    pairs = match_items(rows, [one.record for one in merged])
    row_of = {new: rows[old] for old, new in pairs}
    kept = {row.pk for row in row_of.values()}
    for gone in batches(row.pk for row in rows if row.pk not in kept):
        meeting.items.filter(pk__in=gone).delete()
    before = {row.pk: _values(row) for row in row_of.values()}
    book = AddressBook(meeting)
    addresses = assign_addresses(standing.versions, book.gone(standing.title_keys))
    items = [row_of.get(at) or AgendaItem(meeting=meeting) for at in range(len(merged))]
    for item, one, address in zip(items, merged, addresses.present, strict=True):
        item.address = address
        _fill(item, one)
    _hang(items)
    level = attrgetter("level")
    for _level, new in groupby(sorted((one for one in items if not one.pk), key=level), key=level):
        AgendaItem.objects.bulk_create(new, batch_size=BATCH)  # parents first: the others refer to them
    changed = [item for item in items if before.get(item.pk) != _values(item)]
    AgendaItem.objects.bulk_update([item for item in changed if item.pk in kept], COLUMNS, batch_size=BATCH)
    book.write(addresses, items)
    records = [one.record for one in merged]
    different = {item.pk for item in changed} | _load_belongings(items, records, kept)
    searched = [item.pk for item, record in zip(items, records, strict=True) if _is_searched(item, record)]
    load_search_entries(meeting, searched, different)
    return different


def _values(item: AgendaItem) -> list[str]:
    """Return the values of an item's columns in a form in which those read and those stored are the same."""
    item.parent_id = item.parent.pk if item.parent_id is None and item.parent else item.parent_id
    fields = (AgendaItem._meta.get_field(name) for name in COLUMNS)  # noqa: SLF001
    return [json.dumps(getattr(item, field.attname), sort_keys=True) for field in fields]  # type: ignore[union-attr]


def _fill(item: AgendaItem, one: MergedItem) -> None:
    record = one.record
    item.document_id, item.is_current = one.document, one.is_current
    item.number, item.title, item.case_number = record.number, record.title, record.case_number or ""
    item.caseworkers, item.asks_for = list(record.caseworkers), list(record.asks_for)
    item.background, item.recommendation = record.background or "", record.recommendation or ""
    item.presentation = record.presentation or ""
    item.tables = [dataclasses.asdict(table) for table in record.tables]
    item.subheadings = list(record.subheadings)
    item.first_page, item.last_page = record.first_page, record.last_page
    item.repairs = list(record.repairs)


def _hang(items: Sequence[AgendaItem]) -> None:
    """Make each item a child of the one whose number is its own without the last part."""
    heading = {item.number: item for item in reversed(items)}
    for item in items:
        item.parent = heading.get(item.number.rpartition(".")[0])


def _load_belongings(items: Sequence[AgendaItem], records: Sequence[ItemRecord], kept: Collection[int]) -> set[int]:
    """Write the decisions, attachments, facts and topics of items; return the keys of those that had others.

    Only items that were `kept` can have some.
    """
    pairs = list(zip(items, records, strict=True))
    wanted: dict[type[Model], Iterable[Model]] = {
        Decision: (_decision(item, record) for item, record in pairs if record.decision),
        Attachment: (
            Attachment(item=item, position=position, name=name)
            for item, record in pairs
            for position, name in enumerate(record.attachments)
        ),
        Fact: facts_of(items, records),
        ItemTopic: topics_of(items, records),
    }
    return {key for model, rows in wanted.items() for key in write_changed(model, items, rows, kept)}


def _decision(item: AgendaItem, record: ItemRecord) -> Decision:
    assert record.decision
    decided = record.decision
    outcomes = list(decided.outcomes) or [decided.outcome]
    return Decision(
        item=item,
        text=decided.text,
        outcome=decided.outcome,
        outcomes=outcomes,
        basis=list(decided.basis),
        **_judged(record.recommendation, decided.text),
    )  # fmt: skip


def _judged(recommendation: str | None, decided: str) -> dict[str, Any]:
    judgement = judge(recommendation, decided)
    if judgement is None:
        return {}
    return {"followed": judgement.followed, "followed_basis": list(judgement.basis)}


def _is_searched(item: AgendaItem, record: ItemRecord) -> bool:
    """Return whether an item is searched and counted: not if it is a bare heading or no longer current."""
    texts = (record.background, record.recommendation, record.presentation, record.decision)
    return item.is_current and not is_bare_heading(record.number, record.case_number, texts)


class AddressBook:
    """The stored addresses of a meeting's items, those that they had before and those of items that left."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.entries = {entry.address: entry for entry in meeting.item_addresses.all()}
        self.changed: list[ItemAddress] = []

    def gone(self, known: Collection[str]) -> dict[str, str]:
        """Return the addresses of items that left, with their title keys; those in `known` did not leave for good."""
        left = {one.address: one.title_key for one in self.entries.values() if one.item_id is None}
        return {address: key for address, key in left.items() if key not in known}

    def write(self, addresses: Addresses, items: Sequence[AgendaItem]) -> None:
        """Write the addresses of the items, which must have been written before; others stay."""
        for address, claim in addresses.owners.items():
            entry = self.entries.get(address) or ItemAddress(meeting=self.meeting, address=address)
            item = None if claim.at is None else items[claim.at]
            if not entry.pk or (item and entry.item_id != item.pk):
                entry.item, entry.title_key = item, claim.title_key
                self.changed.append(entry)
        new, known = ([entry for entry in self.changed if bool(entry.pk) is there] for there in (False, True))
        ItemAddress.objects.bulk_create(new, batch_size=BATCH)
        ItemAddress.objects.bulk_update(known, ["item", "title_key"], batch_size=BATCH)
