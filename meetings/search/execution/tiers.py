"""The two tiers of a search: the items that have the words, and below them those that have synonyms of some of them.

The second tier is searched for only where the first is small enough to be listed whole, whatever filters are set: so
the counts of facets are those of the lists that they lead to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from itertools import chain
from typing import Any, cast

from meetings.models import AgendaItem, SearchEntry
from meetings.models.search_entry import SearchEntryQuerySet
from meetings.search.execution import results
from meetings.search.execution.counts import MatchCounts
from meetings.search.execution.database_query import build_database_query
from meetings.search.execution.listed_synonyms import read_listed
from meetings.search.execution.results import SearchResults
from meetings.search.language.clauses import Clause
from meetings.search.language.marking import MARK_END, MARK_START, HighlightTerms
from meetings.search.language.query import Query, read_query
from meetings.search.language.synonyms import Synonym, Widening, find_loose_synonyms, find_synonyms, widened
from meetings.search.language.weights import CANDIDATES
from meetings.search.language.words import all_keys

_MARKED = re.compile(f"{MARK_START}([^{MARK_END}]*){MARK_END}")


@dataclass(frozen=True)
class TieredResults(SearchResults):
    """Results in two tiers: those of SearchResults are the first. The second is searched for by `synonyms`."""

    second: SearchResults = field(kw_only=True)
    synonyms: tuple[Synonym, ...] = field(kw_only=True)

    @cached_property
    def survey(self) -> MatchCounts:
        """The counts of the matches of both tiers, and of their facet values."""
        return _sum(self.answering.survey(self.most), self.second.survey)

    @property
    def known(self) -> int:
        """How many of both tiers are known before any are counted."""
        return len(self.newest) + self.second.known

    @property
    def second_count(self) -> int:
        """How many matches are in the second tier, as far as they were counted."""
        return self.second.count

    @property
    def listed(self) -> int:
        """How many are listed."""
        return len(self.newest) + self.second.listed

    def without(self, entries: SearchEntryQuerySet) -> MatchCounts:
        """Return the counts that the query would have among other entries."""
        return _sum(super().without(entries), self.second.without(entries))

    def items(self, start: int, end: int) -> list[AgendaItem]:
        """Return the items from `start` to before `end`: those of the second tier come last, each with `also`."""
        first = len(self.newest)
        items = super().items(start, min(end, first)) if start < first else []
        return [*items, *self._of_second(max(start - first, 0), end - first)]

    def _of_second(self, start: int, end: int) -> list[AgendaItem]:
        second = replace(self.second, by_relevance=self.by_relevance)
        items = second.items(start, end) if end > start else []
        for item in cast(list[Any], items):
            marked = _marked_keys(f"{item.title_hits} {item.snippet}")
            item.also = [one.text for one in self.synonyms if _is_among(one, marked)]
        return items


def _sum(first: MatchCounts, second: MatchCounts) -> MatchCounts:
    whole = first.is_whole and second.is_whole
    return MatchCounts(first.count + second.count, first.choices + second.choices, whole)


def _marked_keys(text: str) -> frozenset[str]:
    """Return the keys of the marked words of a text."""
    return frozenset().union(*map(all_keys, _MARKED.findall(text)))


def _is_among(synonym: Synonym, marked: frozenset[str]) -> bool:
    """Return whether the words of a synonym are among those that are marked."""
    return any(all(step & marked for step in match.steps) for match in synonym.matches)


def find(
    query: Query, entries: SearchEntryQuerySet, *, by_relevance: bool = True, synonyms: bool = True
) -> SearchResults:
    """Return the results of a query among the entries, with synonyms in a second tier unless they are not wanted."""
    widen = _with_second_tier if synonyms else _alone
    return results.find(query, entries, by_relevance=by_relevance, widen=widen)


def _alone(found: SearchResults) -> SearchResults:
    return found


def _with_second_tier(found: SearchResults) -> SearchResults:
    """Return results with a second tier if the first is small; by looser synonyms only where else nothing is found."""
    query = found.asked.query
    everywhere = _everywhere(found)
    if not query.clauses or everywhere.known >= CANDIDATES or (query.is_question and everywhere.known):
        return found  # what answers a question is enough
    listed = read_listed(query)
    strict = _second(found, find_synonyms(query, listed))
    # "is None", since an empty list of results is false, and to know that it must be counted.
    if everywhere.known or (strict is not None and _everywhere(strict.second).known):
        return found if strict is None else strict
    loose = _second(found, find_loose_synonyms(query, listed))
    return found if loose is None else loose


def clauses_to_mark(typed: str, texts: Sequence[str]) -> tuple[Clause, ...]:
    """Return what a query marks in texts: its words, and synonyms too unless the texts have all words."""
    query = read_query(typed)
    clauses = build_database_query(query).clauses
    looked = HighlightTerms(clauses)
    met = frozenset().union(*(looked.hits(text).met for text in texts))
    if len(met) == len(clauses):
        return clauses
    return widened(clauses, find_loose_synonyms(query, read_listed(query)))


def _everywhere(found: SearchResults) -> SearchResults:
    """Return the same results without the filters that were set."""
    if not found.entries.query.has_filters():
        return found
    return results.find_as_asked(found.asked, SearchEntry.objects.all(), found.answering.extent)


def _second(found: SearchResults, also: Widening) -> TieredResults | None:
    """Return results with the second tier that synonyms of each clause make; None if there are none."""
    synonyms = tuple(dict.fromkeys(chain.from_iterable(also)))
    if not synonyms:
        return None
    wider = build_database_query(found.asked.query, spread=False, also=also)  # words apart are in the first tier
    if not wider.required:
        return None
    # Only few match, and no title need be looked for among the many.
    has_others = found.asked.required and not found.asked.query.is_question  # of a question none were found
    required = f"{wider.required} & !({found.asked.required})" if has_others else wider.required
    second = results.find_as_asked(replace(wider, required=required, titled=""), found.entries, found.answering.extent)
    first = {one.name: getattr(found, one.name) for one in fields(found)}
    return TieredResults(**first, second=second, synonyms=synonyms)
