"""The agenda as an outline, and an item's neighbours in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from meetings.models import AgendaItem
from meetings.site.comparing.items import Difference


@dataclass
class Node:
    """An item with the items below it, and how the minutes' item differs from the agenda's, if it does."""

    item: AgendaItem
    difference: Difference | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def leads_on(self) -> bool:
        """Whether the item has a page worth opening."""
        return not self.item.is_heading


def outline(items: Iterable[AgendaItem], differences: Mapping[int, Difference] | None = None) -> list[Node]:
    """Return the items, which come in the order of their numbers, as a tree. One without its parent stands at the top.

    `differences` are by the items' keys.
    """
    top: list[Node] = []
    nodes: dict[int, Node] = {}
    for item in items:
        node = nodes[item.pk] = Node(item, (differences or {}).get(item.pk))
        above = nodes.get(item.parent_id or 0)
        (above.children if above else top).append(node)
    return top


def neighbours(item: AgendaItem, items: Sequence[AgendaItem]) -> tuple[AgendaItem | None, AgendaItem | None]:
    """Return the item before and the item after `item`, which need not be one of `items`."""
    place = (item.sort_key, item.pk)
    earlier = [one for one in items if (one.sort_key, one.pk) < place]
    later = [one for one in items if (one.sort_key, one.pk) > place]
    return (earlier[-1] if earlier else None), (later[0] if later else None)
