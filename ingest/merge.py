"""Merging of the records of a meeting's documents into the one that counts, without Django.

Which documents count, and which wins, is defined in `meetings.shared.precedence`. Of their items:

- an item found only in documents that do not count stays readable, but is not current;
- where the winning document is silent (short minutes without the presentation), the agenda's text stays.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.merged_head import MeetingHead, merge_heads
from ingest.records import ItemRecord, MeetingRecord, ParticipantRecord
from meetings.shared.item_matching import match_items
from meetings.shared.precedence import by_kind


@dataclass(frozen=True, slots=True)
class Version:
    """A document's record with the document's key and what else decides its rank (`meetings.shared.precedence`)."""

    document: int
    record: MeetingRecord
    name: str = ""
    sha256: str = ""
    is_born_digital: bool = True
    choice: str = ""
    chosen_at: datetime.datetime | None = None

    @property
    def kind(self) -> str:
        return self.record.kind

    @property
    def draft(self) -> bool:
        return self.record.draft

    @property
    def corrected(self) -> bool:
        return self.record.corrected

    @property
    def day(self) -> datetime.date:
        return self.record.date

    @property
    def moved_from(self) -> datetime.date | None:
        return self.record.moved_from

    @property
    def dispatched(self) -> datetime.date | None:
        return self.record.dispatched

    @property
    def coverage(self) -> float | None:
        return self.record.coverage

    @property
    def item_count(self) -> int:
        return len(self.record.items)


@dataclass(frozen=True, slots=True)
class MergedItem:
    """An item, the document to which its page numbers refer, and whether it is current."""

    document: int
    record: ItemRecord
    is_current: bool


@dataclass(frozen=True, slots=True)
class MergedMeeting:
    """The data that the archive shows of a meeting."""

    head: MeetingHead
    participants: tuple[ParticipantRecord, ...]
    items: tuple[MergedItem, ...]


def merge(versions: Iterable[Version]) -> MergedMeeting:
    """Merge all versions of a meeting into one. Raises ValueError if there is none."""
    documents = by_kind(versions)
    if not documents.counting:
        raise ValueError("a meeting has at least one document")
    items: list[MergedItem] = []
    for version in documents.counting:
        items = _lay_over(items, version)
    for version in documents.superseded:
        items += _missing_from(items, version)
    strongest_first = [one.record for one in [*reversed(documents.counting), *documents.superseded]]
    return MergedMeeting(
        head=merge_heads(strongest_first),
        participants=next((one.participants for one in strongest_first if one.participants), ()),
        items=tuple(items),
    )


def _lay_over(items: Sequence[MergedItem], version: Version) -> list[MergedItem]:
    """Merge a stronger version into the items so far: its own items in its order, then those it does not have.

    A supplementary agenda leaves the others current and in their places; minutes define which items were treated.
    """
    pairs = match_items([one.record for one in items], version.record.items)
    partner = {new: items[old] for old, new in pairs}
    laid = [_lay_item(partner.get(at), record, version) for at, record in enumerate(version.record.items)]
    if version.record.kind.is_addition:
        replaced = {old: laid[new] for old, new in pairs}
        kept = [replaced.get(at, one) for at, one in enumerate(items)]
        return [*kept, *(one for at, one in enumerate(laid) if at not in partner)]
    matched = {old for old, _new in pairs}
    left = [one for at, one in enumerate(items) if at not in matched]
    return [*laid, *(dataclasses.replace(one, is_current=False) for one in left)]


def _lay_item(old: MergedItem | None, new: ItemRecord, version: Version) -> MergedItem:
    """Take the stronger version's item, with the sections that it lacks from the weaker one."""
    sections = ("background", "recommendation", "presentation", "asks_for", "attachments", "topics", "case_number")
    silent = {name: getattr(old.record, name) for name in sections if not getattr(new, name)} if old else {}
    if old:
        silent["tables"] = (*new.tables, *(table for table in old.record.tables if table.section in silent))
        silent["subheadings"] = (*new.subheadings, *(one for one in old.record.subheadings if one.section in silent))
        silent["facts"] = (*new.facts, *(fact for fact in old.record.facts if fact.section in silent))
        silent["repairs"] = (*new.repairs, *(repair for repair in old.record.repairs if repair.section in silent))
    return MergedItem(version.document, dataclasses.replace(new, **silent), is_current=True)


def _missing_from(items: Sequence[MergedItem], version: Version) -> list[MergedItem]:
    """Return the items found only in a version that does not count."""
    matched = {new for _old, new in match_items([one.record for one in items], version.record.items)}
    return [
        MergedItem(version.document, record, is_current=False)
        for at, record in enumerate(version.record.items)
        if at not in matched
    ]
