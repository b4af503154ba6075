"""People from A to Å: the Danish alphabet, and who stands under each letter of it."""

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
# `Person.sort_key` has these in place of the last three letters.
_LAST_LETTERS = {"{": "Æ", "|": "Ø", "}": "Å"}


@dataclass(frozen=True)
class PersonEntry:
    """What the list tells of a person: the name, the address, the municipalities and the years."""

    name: str
    address: str
    municipalities: list[str]
    years: str
    letter: str


def person_entries(people: PersonQuerySet) -> list[PersonEntry]:
    """Return the people in the alphabet's order, each with what the list tells. One query."""
    seats = people.order_by("sort_key", "pk").values_list(
        "pk", "name", "slug", "sort_key", "participations__municipality"
    )
    day = "participations__meeting__date"
    rows = seats.annotate(first=Min(day), last=Max(day))
    # One address is made for all: of a thousand people that is most of the time the page takes.
    address = address_of("person", "slug")
    return [_listed(list(of_person), address) for _key, of_person in groupby(rows, key=itemgetter(0))]


def _listed(seats: Sequence[Any], address: str) -> PersonEntry:
    """Return a person by rows of `person_entries`, one for each municipality that the person sat for."""
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
    """Return the letters of the alphabet, each with its people, who come in order; letters of other alphabets last."""
    held = {letter: list(group) for letter, group in groupby(people, key=lambda one: one.letter)}
    return [(letter, held.pop(letter, [])) for letter in ALPHABET] + list(held.items())


def letter_of(sort_key: str) -> str:
    """Return the letter that a sort key stands under: "Å" for both Åse and Aase."""
    first = sort_key[:1]
    return _LAST_LETTERS.get(first, first.upper())
