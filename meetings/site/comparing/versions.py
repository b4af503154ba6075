"""The successive documents of a meeting, from agenda to corrected minutes, and what each of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from meetings.models import AgendaItem, Document
from meetings.shared.item_matching import match_items
from meetings.shared.precedence import by_kind
from meetings.shared.vocabulary import PageOrigin
from meetings.site.comparing.items import (
    Comparison,
    Difference,
    DifferenceKind,
    compare,
    merge_supplement,
    read_item_versions,
)


class ItemChange(NamedTuple):
    """A difference and the item that differs; None if the archive no longer has the item."""

    difference: Difference
    item: AgendaItem | None


@dataclass(frozen=True)
class Stage:
    """A step from one document to a later one. `name` says what the later one is: "dagsorden", "referat" or "rettelse".

    Supplementary agendas are treated as part of the agenda.
    """

    name: str
    old: Document
    new: Document
    supplements: Sequence[Document]
    comparison: Comparison
    changes: list[ItemChange]

    @property
    def by_kind(self) -> list[ItemChange]:
        """The changes sorted by kind: changed text, new, dropped, only renumbered."""
        order = [DifferenceKind.CHANGED, DifferenceKind.NEW, DifferenceKind.DROPPED, DifferenceKind.RENUMBERED]
        return sorted(self.changes, key=lambda one: order.index(one.difference.kind))

    @property
    def counts(self) -> dict[str, int]:
        """The number of items by kind of difference."""
        return {kind: len(self.comparison.of(kind)) for kind in DifferenceKind}


def stages(documents: Iterable[Document], items: Sequence[AgendaItem]) -> list[Stage]:
    """Return what a revised agenda, the minutes and corrected minutes each changed, in that order, if they exist.

    The valid agenda and the valid minutes are compared with each other, and each with the version that it replaced.
    `documents` must have their records loaded; `items` are all items of the meeting.
    """
    agendas, supplements, minutes = by_kind(documents)
    steps: list[tuple[str, Document, Document, Sequence[Document]]] = []
    if len(agendas) > 1:
        steps.append(("dagsorden", agendas[-2], agendas[-1], []))
    if agendas and minutes:
        steps.append(("referat", agendas[-1], minutes[-1], supplements))
    if len(minutes) > 1:
        steps.append(("rettelse", minutes[-2], minutes[-1], []))
    return [_stage(*step, items) for step in steps]


def differences_by_item(found: Iterable[Stage]) -> dict[int, Difference]:
    """Return how the items of the minutes differ from those of the agenda, by primary key of the item."""
    changes = (change for stage in found if stage.name == "referat" for change in stage.changes)
    return {change.item.pk: change.difference for change in changes if change.item}


def _stage(
    name: str, old: Document, new: Document, supplements: Sequence[Document], items: Sequence[AgendaItem]
) -> Stage:
    before = read_item_versions(old.record or {})
    for one in supplements:
        before = merge_supplement(before, read_item_versions(one.record or {}))
    comparison = compare(before, read_item_versions(new.record or {}), misread=any(map(was_misread, [old, new])))
    return Stage(name, old, new, supplements, comparison, list(_with_items(comparison.differences, items)))


def _with_items(differences: Sequence[Difference], items: Sequence[AgendaItem]) -> Iterator[ItemChange]:
    rows = sorted(items, key=lambda one: not one.is_current)
    found = dict(match_items(differences, rows))
    for at, difference in enumerate(differences):
        yield ItemChange(difference, rows[found[at]] if at in found else None)


def was_misread(document: Document) -> bool:
    """Return whether the document has OCR pages or pages with misread letters, whether repaired or not."""
    return any(row["repaired"] or row["origin"] == PageOrigin.OCR for row in document.page_origins)
