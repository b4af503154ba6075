"""An item's texts with the hits of a search highlighted, counted and given anchors to link to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from meetings.models import AgendaItem
from meetings.search.execution.tiers import clauses_to_mark
from meetings.search.language.marking import MARK_START, find_hits


@dataclass
class MarkedTexts:
    """The texts of an item by section, with highlight markers; `hits` counts those in `texts`, not in the title."""

    texts: dict[str, str]
    title: str
    hits: int = 0
    typed: str = ""

    @property
    def in_title(self) -> bool:
        return MARK_START in self.title

    @property
    def anchors(self) -> list[str]:
        """The ids of the hits on the page, from the top; search results link to the first."""
        return ["fund", *(f"fund-{n}" for n in range(2, self.hits + 1))] if self.hits else []

    @cached_property
    def unwritten(self) -> Iterator[str]:
        """The anchors of the hits not yet rendered."""
        return iter(self.anchors)


def mark_item(item: AgendaItem, typed: str) -> MarkedTexts:
    """Return an item's texts with the matches of the query `typed` highlighted; unchanged for an empty query."""
    texts = item.texts
    clauses = clauses_to_mark(typed, [item.title, *texts.values()]) if typed else ()
    if not clauses:
        return MarkedTexts(texts, item.title)
    marked = MarkedTexts({}, find_hits(item.title, clauses).marked, typed=typed)
    for name, text in texts.items():
        marked.texts[name] = find_hits(text, clauses).marked
    marked.hits = sum(text.count(MARK_START) for text in marked.texts.values())
    return marked
