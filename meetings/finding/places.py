"""From a hit to its place: an item's texts with the hits of a search marked, counted, and the first one told."""

from __future__ import annotations

from dataclasses import dataclass, field

from meetings.finding.asking import ask
from meetings.models import AgendaItem
from meetings.search.language import read_query
from meetings.search.marking import FIRST_MARK, MARK_START, find_hits


@dataclass
class Marked:
    """The texts of an item by section, with marks, and how many there are."""

    texts: dict[str, str]
    title: str
    hits: int = 0
    typed: str = ""
    order: tuple[str, ...] = field(default=("decision", "background", "recommendation", "presentation"))


def mark_item(item: AgendaItem, typed: str) -> Marked:
    """Give an item's texts with what answers `typed` marked; as they are where nothing was typed."""
    texts = item.texts
    clauses = ask(read_query(typed)).clauses if typed else ()
    if not clauses:
        return Marked(texts, item.title)
    marked = Marked({}, find_hits(item.title, clauses).marked, typed=typed)
    for name, text in texts.items():
        marked.texts[name] = find_hits(text, clauses).marked
    marked.hits = sum(text.count(MARK_START) for text in marked.texts.values())
    first = next((name for name in marked.order if MARK_START in marked.texts.get(name, "")), None)
    if first:
        marked.texts[first] = marked.texts[first].replace(MARK_START, FIRST_MARK, 1)
    return marked
