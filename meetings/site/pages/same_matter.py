"""The history of an item's matter, for its page: in its own KKR before and after, and in the other four."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.models import AgendaItem, SameMatter
from meetings.shared.vocabulary import Sameness

AT_ONCE = 6  # shown of each group, nearest in time first; the rest are behind "show all"


@dataclass(frozen=True)
class RelatedItem:
    """An item on the same matter, and why it is considered the same; `reason` is "" for the page's own item."""

    item: AgendaItem
    reason: str = ""


@dataclass(frozen=True)
class MatterHistory:
    """Items on one matter, oldest first, divided into those nearest in time and those further away."""

    nearest: Sequence[RelatedItem]
    further: Sequence[RelatedItem]


@dataclass(frozen=True)
class ItemMatter:
    """The matter of an item in its own KKR, including the item, and in the other KKR; None where it has none."""

    here: MatterHistory | None
    others: MatterHistory | None


def same_matter(item: AgendaItem) -> ItemMatter:
    """Return the history of an item's matter; `item.meeting` should be loaded."""
    found = [RelatedItem(link.other, told_reason(link)) for link in SameMatter.objects.filter(item=item).in_order()]
    here = [one for one in found if one.item.meeting.region_id == item.meeting.region_id]
    others = [one for one in found if one.item.meeting.region_id != item.meeting.region_id]
    return ItemMatter(
        _course([*here, RelatedItem(item)], item) if here else None, _course(others, item) if others else None
    )


def told_reason(link: SameMatter) -> str:
    """Return in words why two items are considered one matter: "fælles ord: it-drift, service"."""
    reason = _(Sameness(link.reason).label)
    if link.reason == Sameness.WORDS and link.words:
        return _("%(reason)s: %(words)s") % {"reason": reason, "words": ", ".join(link.words)}
    return reason


def _course(found: Sequence[RelatedItem], item: AgendaItem) -> MatterHistory:
    near = sorted(found, key=lambda one: abs(one.item.meeting.date - item.meeting.date))[: AT_ONCE + 1]
    in_order = sorted(found, key=lambda one: one.item.meeting.date)
    return MatterHistory([one for one in in_order if one in near], [one for one in in_order if one not in near])
