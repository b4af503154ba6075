"""The index of people from A to Å, by letter of the Danish alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from django.db.models import Max, Min

from meetings.addresses import address_of
from meetings.models.people import PersonQuerySet
from meetings.reference import municipality_codes

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
# `Person.sort_key` uses these characters for the last three letters of the alphabet.
_LAST_LETTERS = {"{": "Æ", "|": "Ø", "}": "Å"}


@dataclass(frozen=True)
class PersonEntry:
    """An entry of the list of people; `letter` is the initial that it is listed under."""

    name: str
    address: str
    municipalities: list[str]
    years: str
    letter: str


def person_entries(people: PersonQuerySet) -> list[PersonEntry]:
    """Return the entries of the people in alphabetical order. One query."""
    seats = people.order_by("sort_key", "pk").values_list(
        "pk", "name", "slug", "sort_key", "participations__municipality"
    )
    day = "participations__meeting__date"
    rows = seats.annotate(first=Min(day), last=Max(day))
    # One address is resolved as a pattern for all: for a thousand people, resolving each would take most of the time.
    address = address_of("person", "slug")
    return [_listed(list(of_person), address) for _key, of_person in groupby(rows, key=itemgetter(0))]


def _listed(seats: Sequence[Any], address: str) -> PersonEntry:
    """Return a person's entry from the rows of `person_entries`, one for each municipality represented."""
    (_key, name, slug, sort_key, _code, first, last), known = seats[0], municipality_codes()
    if len(seats) > 1:
        first, last = min(row[5] for row in seats), max(row[6] for row in seats)
    places = sorted((known[row[4]] for row in seats if row[4]), key=attrgetter("sort_key"))
    return PersonEntry(
        name=name,
        address=address.replace("slug", slug),
        municipalities=[one.name for one in places],
        years=f"{first.year}–{last.year}" if first.year != last.year else f"{first.year}",
        letter=letter_of(sort_key),
    )


def by_letter(people: Iterable[PersonEntry]) -> list[tuple[str, list[PersonEntry]]]:
    """Return the letters of the alphabet, each with its people, who must be sorted; other letters come last."""
    held = {letter: list(group) for letter, group in groupby(people, key=lambda one: one.letter)}
    return [(letter, held.pop(letter, [])) for letter in ALPHABET] + list(held.items())


def letter_of(sort_key: str) -> str:
    """Return the letter that a sort key is listed under: "Å" for both Åse and Aase."""
    first = sort_key[:1]
    return _LAST_LETTERS.get(first, first.upper())
