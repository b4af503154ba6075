"""The agenda as an outline, and an item's neighbours in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from meetings.models import AgendaItem
from meetings.site.comparing.items import Difference


@dataclass
class Node:
    """An item with its subitems, and the difference between agenda and minutes, if any."""

    item: AgendaItem
    difference: Difference | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def leads_on(self) -> bool:
        """Whether the item has a page worth opening."""
        return not self.item.is_heading


def outline(items: Iterable[AgendaItem], differences: Mapping[int, Difference] | None = None) -> list[Node]:
    """Return the top nodes of a tree of the items, which must be sorted by number.

    Items whose parent is not among them are at the top. `differences` are keyed by the primary key of the item.
    """
    top: list[Node] = []
    nodes: dict[int, Node] = {}
    for item in items:
        node = nodes[item.pk] = Node(item, (differences or {}).get(item.pk))
        above = nodes.get(item.parent_id or 0)
        (above.children if above else top).append(node)
    return top


def neighbours(item: AgendaItem, items: Sequence[AgendaItem]) -> tuple[AgendaItem | None, AgendaItem | None]:
    """Return the items before and after `item` among the sorted `items`, which need not include it."""
    place = (item.sort_key, item.pk)
    earlier = [one for one in items if (one.sort_key, one.pk) < place]
    later = [one for one in items if (one.sort_key, one.pk) > place]
    return (earlier[-1] if earlier else None), (later[0] if later else None)
