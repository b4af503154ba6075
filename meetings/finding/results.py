"""What answers a search: the items of one page in order, their hits, how many there are, and what was corrected."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from meetings.finding.asking import Asked, ask, find_correction
from meetings.models import AgendaItem, SearchEntry
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search import matching
from meetings.search.language import Query
from meetings.search.marking import Hits, find_hits
from meetings.search.matches import Clause
from meetings.search.weights import CANDIDATES, MOST_COUNTED, REPEATED, SPREAD, YEAR

FEW = 2  # so few found may be due to a slip that others made too: another word is offered


@dataclass(frozen=True)
class Found:
    """Everything that answers. `corrected` is the query that was used in place of one that found nothing."""

    asked: Asked
    entries: SearchEntryQuerySet
    count: int
    by_relevance: bool
    most: int = MOST_COUNTED  # where counting stopped
    corrected: Query | None = None
    suggestion: Query | None = None
    suggestion_count: int = 0

    @property
    def count_is_exact(self) -> bool:
        """Whether `count` is all there are, and not where counting stopped."""
        return self.count <= self.most

    @property
    def at_least(self) -> int:
        """How many were counted, where there are more."""
        return min(self.count, self.most)

    @property
    def listed(self) -> int:
        """How many are listed: of more than can be put in order by relevance, the newest."""
        return min(self.count, CANDIDATES) if self.by_relevance else self.at_least

    def __len__(self) -> int:
        return self.listed

    def __getitem__(self, part: slice) -> list[AgendaItem]:
        return self.items(part.start, part.stop)

    @property
    def newest(self) -> SearchEntryQuerySet:
        """The entries, the newest first.

        Few are fetched by their words and then put in order: the limit, which cuts nothing, keeps the planner from
        walking all dates for them. Many are soon met on such a walk.
        """
        if not self.count_is_exact:
            return self.entries.newest_first()
        fetched = self.entries.order_by().values("pk")[: self.most + 1]
        return SearchEntry.objects.filter(pk__in=fetched).newest_first()

    def items(self, start: int, end: int) -> list[AgendaItem]:
        """Give the items from one place to before another, with `title_hits` and `snippet` marked."""
        keys = self._keys(start, end)
        rows = AgendaItem.objects.for_lists().prefetch_related("attachments").in_bulk(keys)
        return [_with_hits(rows[key], self.asked) for key in keys if key in rows]

    def _keys(self, start: int, end: int) -> list[int]:
        if not self.by_relevance:
            return list(self.newest.values_list("pk", flat=True)[start:end])
        newest = self.newest.values("pk")[:CANDIDATES]
        candidates = SearchEntry.objects.filter(pk__in=newest) if self.count > CANDIDATES else self.entries
        rank = matching.rank(self.asked.ranked, self.asked.as_typed, len(self.asked.clauses))
        rows = candidates.annotate(rank=rank).order_by("-rank", "-date", "meeting_id", "place")
        if start >= SPREAD:
            return list(rows.values_list("pk", flat=True)[start:end])
        best = _spread(rows.values_list("pk", "meeting_id", "date", "rank")[: max(SPREAD, end)])
        return best[start:end]


def find(query: Query, entries: SearchEntryQuerySet, *, by_relevance: bool = True) -> Found:
    """Give what answers a query among the entries; where nothing does, what answers it with its slips corrected."""
    asked = ask(query)
    found = _found(asked, entries, by_relevance)
    corrected = find_correction(query) if found.count <= FEW and query.clauses else None
    if corrected:
        other = _found(ask(corrected), entries, by_relevance)
        if not found.count and other.count:
            return replace(other, corrected=corrected)
        if other.count > found.count:
            return replace(found, suggestion=corrected, suggestion_count=other.count)
    return found


def _found(asked: Asked, entries: SearchEntryQuerySet, by_relevance: bool) -> Found:
    answering = asked.narrow(entries)
    # Words that must stand together are looked for item by item, so fewer of them are counted.
    together = any(len(match.steps) > 1 for clause in asked.clauses for match in clause.matches)
    most = CANDIDATES if together else MOST_COUNTED
    count = answering.order_by()[: most + 1].count()
    return Found(asked, answering, count, by_relevance and bool(asked.clauses), most)


def _spread(rows: Iterable[tuple[int, int, datetime.date, float]]) -> list[int]:
    """Give the keys by rank, each item of a meeting that has better ones a little lower, and older ones too."""
    seen: Counter[int] = Counter()
    today = datetime.date.today().year  # noqa: DTZ011 - a year's difference is all that counts
    ranked: list[tuple[float, int]] = []
    for key, meeting, date, rank in rows:
        ranked.append((rank * REPEATED ** seen[meeting] - YEAR * (today - date.year), key))
        seen[meeting] += 1
    return [key for _rank, key in sorted(ranked, key=lambda one: -one[0])]


def _with_hits(item: AgendaItem, asked: Asked) -> Any:
    """Set on an item its title with hits, and the snippet: the decision's own words first."""
    clauses = asked.clauses
    item.title_hits = find_hits(item.title, clauses).marked  # type: ignore[attr-defined]
    item.snippet = _best(_readable(item), clauses)  # type: ignore[attr-defined]
    return item


def _readable(item: AgendaItem) -> list[str]:
    texts = item.texts
    attachments = "\n".join(one.name for one in item.attachments.all())
    return [texts["decision"], texts["recommendation"], texts["background"], texts["presentation"], attachments]


def _best(sections: Iterable[str], clauses: Sequence[Clause]) -> str:
    """Give the snippet of the section that answers most of the query, the first among equals."""
    best: Hits | None = None
    for text in sections if clauses else ():
        hits = find_hits(text, clauses)
        if best is None or hits.clauses > best.clauses:
            best = hits
        if best.clauses == len(clauses):
            break
    return best.snippet if best else ""
