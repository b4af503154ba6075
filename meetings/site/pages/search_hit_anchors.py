"""From a hit to its place: an item's texts with the hits of a search marked and counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from meetings.models import AgendaItem
from meetings.search.execution.database_query import build_database_query
from meetings.search.language.marking import MARK_START, find_hits
from meetings.search.language.query import read_query


@dataclass
class MarkedTexts:
    """The texts of an item by section, with marks, and how many there are."""

    texts: dict[str, str]
    title: str
    hits: int = 0
    typed: str = ""

    @property
    def in_title(self) -> bool:
        return MARK_START in self.title

    @property
    def anchors(self) -> list[str]:
        """What the hits of the texts are called on the page, from its top: a search leads to the first."""
        return ["fund", *(f"fund-{n}" for n in range(2, self.hits + 1))] if self.hits else []

    @cached_property
    def unwritten(self) -> Iterator[str]:
        """The anchors of the hits that the page has not come to yet, while it is written."""
        return iter(self.anchors)


def mark_item(item: AgendaItem, typed: str) -> MarkedTexts:
    """Return an item's texts with what answers `typed` marked; as they are where nothing was typed."""
    texts = item.texts
    clauses = build_database_query(read_query(typed)).clauses if typed else ()
    if not clauses:
        return MarkedTexts(texts, item.title)
    marked = MarkedTexts({}, find_hits(item.title, clauses).marked, typed=typed)
    for name, text in texts.items():
        marked.texts[name] = find_hits(text, clauses).marked
    marked.hits = sum(text.count(MARK_START) for text in marked.texts.values())
    return marked
