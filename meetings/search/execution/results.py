"""What answers a search: the items of one page in order, their hits, how many there are, and what was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from meetings.models import AgendaItem
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search.execution.counts import MatchCounts, MatchingEntries
from meetings.search.execution.database_query import DatabaseQuery, build_database_query, find_correction
from meetings.search.execution.fetch import in_order, read_rows
from meetings.search.execution.ranking import ranked
from meetings.search.execution.time_windows import ArchiveExtent, read_extent
from meetings.search.language import clause_sql
from meetings.search.language.clause_sql import SqlFragment
from meetings.search.language.clauses import Clause
from meetings.search.language.marking import HighlightTerms, Hits
from meetings.search.language.query import Query
from meetings.search.language.weights import CANDIDATES, MOST_COUNTED, MOST_LOOKED_AT, TITLED

READ = ("decision", "recommendation", "background", "presentation")  # in this order words to show are looked for
FEW = 2  # so few found may be due to a slip that others made too: another word is offered


@dataclass(frozen=True)
class SearchResults:
    """Everything that answers. `corrected` is the query that was used in place of one that found nothing."""

    asked: DatabaseQuery
    entries: SearchEntryQuerySet  # among which was looked
    answering: MatchingEntries
    newest: list[int]  # the keys of the newest that answer: of all, or of as many as are put in order
    by_relevance: bool = False
    corrected: Query | None = None
    suggestion: Query | None = None
    suggestion_count: int = 0

    @property
    def most(self) -> int:
        """Where counting stops."""
        return MOST_LOOKED_AT if clause_sql.looks_at_places(self.asked.required) else MOST_COUNTED

    @cached_property
    def survey(self) -> MatchCounts:
        """How many answer, and their choices."""
        return self.answering.survey(self.most)

    @property
    def count(self) -> int:
        """How many answer, as far as they were counted."""
        return self.survey.count

    @property
    def count_is_exact(self) -> bool:
        """Whether `count` is all there are, and not where counting stopped."""
        return self.survey.is_whole

    @property
    def listed(self) -> int:
        """How many are listed: of more than can be put in order by relevance, some of the newest."""
        return len(self.newest) if self.by_relevance else self.count

    @property
    def lists_all(self) -> bool:
        """Whether every item that answers can be paged to."""
        return self.count_is_exact and self.listed == self.count

    @property
    def titles_first(self) -> bool:
        """Whether those with the words in their titles are among the listed, be they older than others."""
        return self.by_relevance and bool(self.asked.titled)

    def __len__(self) -> int:
        return self.listed

    def __getitem__(self, part: slice) -> list[AgendaItem]:
        return self.items(part.start, part.stop)

    def without(self, entries: SearchEntryQuerySet) -> MatchCounts:
        """Look over what would be found among other entries."""
        return MatchingEntries(self.asked.narrow(entries), self.answering.extent).survey(self.most)

    def items(self, start: int, end: int) -> list[AgendaItem]:
        """Return the items from one place to before another, with `title_hits` and `snippet` marked."""
        rows = read_rows(self._page(start, end)) if self.newest else []
        return _with_hits(rows, self.asked.clauses)

    def _page(self, start: int, end: int) -> SqlFragment:
        if self.by_relevance:
            return ranked(self.asked, self._candidates(), start, end)
        newest = self.newest
        if end > len(newest) >= CANDIDATES:
            newest = self.answering.newest(end)
        return in_order(newest[start:end])

    def _candidates(self) -> list[int]:
        """Return what is put in order: all, or of many the newest and the newest whose titles answer."""
        if len(self.newest) < CANDIDATES or not self.asked.titled:
            return self.newest
        in_titles = self.asked.in_titles.narrow(self.entries)
        titled = MatchingEntries(in_titles, self.answering.extent).newest(TITLED)
        return list(dict.fromkeys([*titled, *self.newest]))[:CANDIDATES]


def find(query: Query, entries: SearchEntryQuerySet, *, by_relevance: bool = True) -> SearchResults:
    """Return what answers a query among the entries; where nothing does, what answers it with its slips corrected."""
    extent = read_extent()
    found = _find(query, entries, extent)
    corrected = find_correction(query) if len(found.newest) <= FEW and query.clauses else None
    if corrected:
        other = _find(corrected, entries, extent)
        if other.newest and not found.newest:
            found = replace(other, corrected=corrected)
        elif len(other.newest) > len(found.newest):
            found = replace(found, suggestion=corrected, suggestion_count=other.count)
    return replace(found, by_relevance=by_relevance and bool(found.asked.clauses))


def _find(query: Query, entries: SearchEntryQuerySet, extent: ArchiveExtent) -> SearchResults:
    """Return what answers a query as it stands. Where compounds as written do, and often, their parts need not."""
    asked = build_database_query(query)
    if asked.apart:
        found = _found(build_database_query(query, spread=False), entries, extent)
        if len(found.newest) >= CANDIDATES:
            return found
    return _found(asked, entries, extent)


def _found(asked: DatabaseQuery, entries: SearchEntryQuerySet, extent: ArchiveExtent) -> SearchResults:
    answering = MatchingEntries(asked.narrow(entries), extent)
    return SearchResults(asked, entries, answering, answering.newest(CANDIDATES))


def _with_hits(items: Sequence[AgendaItem], clauses: tuple[Clause, ...]) -> list[AgendaItem]:
    """Set on items their titles with hits, their pages in the originals, and the snippets."""
    looked = HighlightTerms(clauses)
    for item in cast(Sequence[Any], items):
        item.original_page = _original_page(item)
        item.title_hits = looked.hits(item.title).marked
        item.snippet_of, item.snippet = _best(item, looked, len(clauses)) if clauses else ("", "")
    return list(items)


def _original_page(item: AgendaItem) -> str:
    """Return the address of the page where the item begins in the PDF that it was read in; nothing for other kinds."""
    is_there = item.document and item.document.is_pdf and item.first_page
    return f"{item.document.original_url}#page={item.first_page}" if is_there and item.document else ""


def _best(item: Any, looked: HighlightTerms, clauses: int) -> tuple[str, str]:
    """Return a section and the snippet of it that answers most of the query, the first among equals; else attachments.

    The decision's own words come first.
    """
    texts, section, best = item.texts, "", Hits("")
    for name in READ:
        hits = looked.hits(texts[name])
        if hits.clauses > best.clauses:
            section, best = name, hits
        if best.clauses == clauses:
            break
    return section, best.snippet or looked.hits("\n".join(item.attachment_names)).snippet
