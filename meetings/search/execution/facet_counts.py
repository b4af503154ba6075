"""Facet counts: how many items each further choice of a facet (`meetings.search.language.facets`) would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from danish import alphabet
from meetings.models.search_choice import choice_letters
from meetings.reference import municipality_slugs
from meetings.search.execution.counts import MatchCounts
from meetings.search.language.facets import FACETS, MUNICIPALITY, YEAR, Facet

SHOWN = 8  # choices of a facet that are shown at once if there are many
MANY = 11


class Choice(NamedTuple):
    """A value of a facet: its label, how many items it would leave, the query string that selects or removes it.

    The count is 0 if the value was not counted.
    """

    label: str
    count: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class FacetChoices:
    """The choices of a facet: the most frequent, and all others by label. Years are sorted from the newest on.

    `empty` are the labels of values that other items have, but none of these: to choose them would leave nothing.
    """

    label: str
    first: Sequence[Choice]
    rest: Sequence[Choice]
    empty: Sequence[str] = ()

    @property
    def size(self) -> int:
        """How many choices there are."""
        return len(self.first) + len(self.rest)

    def narrows(self, found: MatchCounts) -> bool:
        """Whether there is something to select or remove: a single choice that all items have changes nothing."""
        return self.size > 1 or any(
            one.is_chosen or one.count < found.count or not found.is_whole for one in self.first
        )


def facets(found: MatchCounts, without: Mapping[str, MatchCounts], parameters: QueryDict) -> list[FacetChoices]:
    """Return the facets of the matches, with their counts.

    `without` has, for each facet chosen already, the matches without that filter: the other choices of the same facet
    are counted there. If not all matches were counted, any choice may have items, and all are listed.
    """
    letters = choice_letters()
    counts = _counts(found, letters)
    every = {name: _counts(each, letters) for name, each in without.items()}
    made = (_choices(facet, every.get(facet.name, counts), parameters, letters) for facet in FACETS)
    return [facet for facet in made if facet.narrows(found)]


def _counts(found: MatchCounts, letters: Mapping[str, str]) -> dict[str, int]:
    """Return how many items have each tag, counted by the characters of the tags."""
    counted = Counter(found.choices)
    return {tag: counted[letter] for tag, letter in letters.items() if letter in counted or not found.is_whole}


def _choices(facet: Facet, counts: Mapping[str, int], parameters: QueryDict, known: Container[str]) -> FacetChoices:
    name = facet.name
    others, chosen = _others(name, parameters), parameters.get(name)
    start = f"?{others}&" if others else "?"
    made = [
        Choice(label, n, f"?{others}" if value == chosen else f"{start}{name}={value}", value == chosen)
        for value, label, n in _values(facet, counts)
    ]
    made.sort(key=lambda one: (not one.is_chosen, -int(one.label) if facet.values == YEAR else -one.count))
    shown = SHOWN if len(made) >= MANY else len(made)
    first, rest = made[:shown], made[shown:]
    by_label = rest if facet.values == YEAR else sorted(rest, key=lambda one: _key(one.label))
    return FacetChoices(_(facet.label), first, by_label, _empty(facet, counts, known))


def _empty(facet: Facet, counts: Mapping[str, int], known: Container[str]) -> list[str]:
    """Return the labels of the `known` values without items, where a vocabulary is short enough to be shown whole."""
    if len(facet.members) > MANY:
        return []
    labels = _labels(facet, get_language())
    return [label for tag, label in labels.items() if tag not in counts and tag in known]


@lru_cache(maxsize=100)
def _labels(facet: Facet, _language: str | None) -> dict[str, str]:
    """Return the labels of a facet's values by their tags."""
    return {f"{facet.name}:{value}": _(member.label) for value, member in facet.members.items()}


@lru_cache(maxsize=1000)
def _key(label: str) -> str:
    return alphabet.sort_key(label)


def _values(facet: Facet, counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Return (value, label, count) of a facet, sorted by label; values that no longer exist are left out."""
    starts = f"{facet.name}:"
    language = get_language()
    named = [(*_named(facet, tag, language), n) for tag, n in counts.items() if tag.startswith(starts)]
    return [row[1:] for row in sorted(named, key=itemgetter(0)) if row[2]]


@lru_cache(maxsize=1000)
def _named(facet: Facet, tag: str, _language: str | None) -> tuple[str, str, str]:
    """Return what the value of a tag is sorted by, the value and its label; no label if it no longer exists."""
    value = tag.partition(":")[2]
    label = _name(facet, value)
    return _key(label), value, label


def _name(facet: Facet, value: str) -> str:
    if facet.vocabulary:
        return _(facet.members[value].label) if value in facet.members else ""
    return municipality_slugs()[value].name if facet.values == MUNICIPALITY else value


def _others(name: str, parameters: QueryDict) -> str:
    """Return the query string without a parameter, and without the page number, which another choice would change."""
    kept = ((other, values) for other, values in parameters.lists() if other not in {name, "side"})
    return urlencode([(other, value) for other, values in kept for value in values])


def chosen(parameters: QueryDict) -> Iterator[str]:
    """Return the names of the facets that have a chosen value in the URL."""
    return (facet.name for facet in FACETS if parameters.get(facet.name))
