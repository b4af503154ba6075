"""Search results: the items of one page in order, their highlights, the counts, and corrections of typos."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import timezone

from meetings.models import AgendaItem
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search.execution.corrections import find_correction
from meetings.search.execution.counts import MatchCounts, MatchingEntries
from meetings.search.execution.database_query import DatabaseQuery, build_database_query
from meetings.search.execution.fetch import in_order, read_rows
from meetings.search.execution.parted_compounds import join_parted_compounds
from meetings.search.execution.ranking import ranked
from meetings.search.execution.snippets import with_hits
from meetings.search.execution.time_windows import ArchiveExtent, read_extent
from meetings.search.language import clause_sql
from meetings.search.language.clause_sql import SqlFragment
from meetings.search.language.framed_words import as_fields
from meetings.search.language.query import Query
from meetings.search.language.weights import CANDIDATES, MOST_COUNTED, MOST_LOOKED_AT, TITLED

FEW = 2  # so few results may be due to a typo that others made too: a correction is suggested


@dataclass(frozen=True)
class SearchResults:
    """All results of a search. `corrected` is the query that was used in place of one that found nothing."""

    asked: DatabaseQuery
    entries: SearchEntryQuerySet  # those that were searched
    answering: MatchingEntries
    newest: list[int]  # the keys of the newest matches: of all, or of as many as can be ranked
    by_relevance: bool = False
    corrected: Query | None = None
    suggestion: Query | None = None
    suggestion_count: int = 0

    @property
    def most(self) -> int:
        """The count at which counting stops."""
        return MOST_LOOKED_AT if clause_sql.needs_positions(self.asked.required + self.asked.checked) else MOST_COUNTED

    @cached_property
    def survey(self) -> MatchCounts:
        """The counts of the matches and of their facet values."""
        return self.answering.survey(self.most)

    @property
    def count(self) -> int:
        """How many entries match, as far as they were counted."""
        return self.survey.count

    @property
    def count_is_exact(self) -> bool:
        """Whether `count` is complete, not just where counting stopped."""
        return self.survey.is_whole

    @property
    def known(self) -> int:
        """How many are known before any are counted: all, or the newest."""
        return len(self.newest)

    @property
    def second_count(self) -> int:
        """How many of the matches have synonyms in place of the words (`tiers`)."""
        return 0

    @property
    def listed(self) -> int:
        """How many are listed: if there are more than can be ranked by relevance, only some of the newest."""
        return len(self.newest) if self.by_relevance else self.count

    @property
    def lists_all(self) -> bool:
        """Whether every matching item can be paged to."""
        return self.count_is_exact and self.listed == self.count

    @property
    def titles_first(self) -> bool:
        """Whether items with the words in their titles are listed even if they are older than others."""
        return self.by_relevance and bool(self.asked.titled)

    def __len__(self) -> int:
        return self.listed

    def __getitem__(self, part: slice) -> list[AgendaItem]:
        return self.items(part.start, part.stop)

    def without(self, entries: SearchEntryQuerySet) -> MatchCounts:
        """Return the counts that the query would have among other entries."""
        return MatchingEntries(self.asked.narrow(entries), self.answering.extent).survey(self.most)

    def items(self, start: int, end: int) -> list[AgendaItem]:
        """Return the items from `start` to before `end`, with `title_hits` and `snippet` marked."""
        rows = read_rows(self._page(start, end)) if self.newest else []
        return with_hits(rows, self.asked)

    def _page(self, start: int, end: int) -> SqlFragment:
        if self.by_relevance:
            return ranked(self.asked, self._candidates(), start, end)
        newest = self.newest
        if end > len(newest) >= CANDIDATES:
            newest = self.answering.newest(end)
        return in_order(newest[start:end])

    def _candidates(self) -> list[int]:
        """Return the keys to be ranked: all, or if there are many the newest and the newest whose titles match."""
        if len(self.newest) < CANDIDATES or not self.asked.titled:
            return self.newest
        in_titles = self.asked.in_titles.narrow(self.entries)
        titled = MatchingEntries(in_titles, self.answering.extent).newest(TITLED)
        return list(dict.fromkeys([*titled, *self.newest]))[:CANDIDATES]


def find(
    query: Query,
    entries: SearchEntryQuerySet,
    *,
    by_relevance: bool = True,
    widen: Callable[[SearchResults], SearchResults] = lambda found: found,
) -> SearchResults:
    """Return the results of a query among the entries; if there are none, those of the query with typos corrected.

    `widen` adds what else is found, such as by synonyms (`tiers`).
    """
    extent = read_extent()
    joined = join_parted_compounds(query)
    found = widen(_find(joined or query, entries, extent))
    if joined and not found.known:
        found = widen(_find(query, entries, extent))
    if found.known <= FEW and query.clauses:
        found = _as_may_be_meant(query, found, lambda other: widen(_find(other, entries, extent)))
    return replace(found, by_relevance=by_relevance and bool(found.asked.clauses))


def _as_may_be_meant(query: Query, found: SearchResults, search: Callable[[Query], SearchResults]) -> SearchResults:
    """Return the results of what may have been meant if nothing was found; else suggest it if it finds more."""
    for meant in _meanings(query, is_found=bool(found.known)):
        other = search(meant)
        if other.known and not found.known:
            return replace(other, corrected=meant)
        if other.known > found.known:
            return replace(found, suggestion=meant, suggestion_count=other.count)
    return found


def _meanings(query: Query, *, is_found: bool) -> Iterator[Query]:
    """Yield what may have been meant by a query: its day and council as fields, or its words without slips."""
    meant = as_fields(query, timezone.localdate())
    corrected = find_correction(query, doubts_compounds=not is_found)
    yield from filter(None, (meant, corrected))


def _find(query: Query, entries: SearchEntryQuerySet, extent: ArchiveExtent) -> SearchResults:
    """Return the results of a query as typed. If compounds as written match often, their parts are not searched for."""
    asked = build_database_query(query)
    if asked.apart:
        found = find_as_asked(build_database_query(query, spread=False), entries, extent)
        if len(found.newest) >= CANDIDATES:
            return found
    return find_as_asked(asked, entries, extent)


def find_as_asked(asked: DatabaseQuery, entries: SearchEntryQuerySet, extent: ArchiveExtent) -> SearchResults:
    """Return the results of a query as the database takes it."""
    answering = MatchingEntries(asked.narrow(entries), extent)
    return SearchResults(asked, entries, answering, answering.newest_and_counts(CANDIDATES))
