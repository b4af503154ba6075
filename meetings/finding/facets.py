"""How many items each further choice would leave: by KKR, year, topic, outcome, kind and municipality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from meetings.finding.survey import Survey
from meetings.models import Municipality, SearchChoice
from meetings.vocabulary import DocumentKind, Labelled, Outcome, RegionSlug, TopicSlug

MOST_SHOWN = 12
_VOCABULARIES: dict[str, type[Labelled]] = {
    "region": RegionSlug,
    "emne": TopicSlug,
    "udfald": Outcome,
    "art": DocumentKind,
}


@dataclass(frozen=True)
class Choice:
    """A value of a facet: its name, how many items it would leave, the query string that chooses or drops it."""

    label: str
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """Something that items can be narrowed by, with its choices, the most frequent first."""

    label: str
    choices: list[Choice]


def facets(found: Survey, without: Mapping[str, Survey], parameters: QueryDict) -> list[Facet]:
    """Give the facets of what was found.

    `without` has, for each parameter that is chosen already, what would be found but for it: the other choices of the
    same facet are counted there.
    """
    letters = SearchChoice.objects.letters()
    counts = _counts(found.choices, letters)
    all_counts = {name: _counts(without[name].choices, letters) if name in without else counts for name in _labels()}
    made = (_facet(name, label, all_counts[name], parameters) for name, label in _labels().items())
    return [facet for facet in made if len(facet.choices) > 1 or any(choice.is_chosen for choice in facet.choices)]


def _labels() -> dict[str, str]:
    return {
        "region": _("KKR"),
        "aar": _("År"),
        "emne": _("Emne"),
        "udfald": _("Udfald"),
        "art": _("Dokument"),
        "kommune": _("Nævner kommunen"),
    }


def _counts(choices: str, letters: Mapping[str, str]) -> dict[str, int]:
    """Give how many items have each tag, by the letters of their choices."""
    counted = Counter(choices)
    return {tag: counted[letter] for tag, letter in letters.items() if letter in counted}


def _facet(name: str, label: str, counts: Mapping[str, int], parameters: QueryDict) -> Facet:
    rows = [(tag.partition(":")[2], n) for tag, n in counts.items() if tag.startswith(f"{name}:")]
    labels = _names(name, [value for value, _n in rows])
    chosen = parameters.get(name)
    rows.sort(key=lambda row: (row[0] != chosen, *((-int(row[0]),) if name == "aar" else (-row[1], labels[row[0]]))))
    others = _others(name, parameters)
    made = (
        Choice(labels[value], n, f"?{others}" if value == chosen else f"?{others}{name}={value}", value == chosen)
        for value, n in rows[:MOST_SHOWN]
    )
    return Facet(label, list(made))


def _others(name: str, parameters: QueryDict) -> str:
    """Give the beginning of a query string, all of it but a parameter and the page, which another choice changes."""
    kept = parameters.copy()
    for gone in (name, "side"):
        kept.pop(gone, None)
    return f"{kept.urlencode()}&" if kept else ""


def _names(name: str, values: list[str]) -> dict[str, str]:
    if name == "kommune":
        return dict(Municipality.objects.filter(slug__in=values).values_list("slug", "name"))
    if name == "aar":
        return {value: value for value in values}
    return {value: _(_VOCABULARIES[name](value).label) for value in values}


def chosen(parameters: QueryDict) -> Iterator[str]:
    """Give the names of the facets that the address chooses from."""
    return (name for name in _labels() if parameters.get(name))
