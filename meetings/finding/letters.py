"""People from A to Å: the Danish alphabet, and who stands under each letter of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Max, Min, Q

from meetings.addresses import address_of
from meetings.models.people import PersonQuerySet

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
# `Person.sort_key` has these in place of the last three letters.
_LAST_LETTERS = {"{": "Æ", "|": "Ø", "}": "Å"}


@dataclass(frozen=True)
class Listed:
    """What the list tells of a person: the name, the address, the municipalities and the years."""

    name: str
    address: str
    municipalities: list[str]
    years: str
    letter: str


def listed(people: PersonQuerySet) -> list[Listed]:
    """Give the people in the alphabet's order, each with what the list tells. One query."""
    municipalities = ArrayAgg(
        "participations__municipality__name",
        filter=Q(participations__municipality__isnull=False),
        distinct=True,
        default=[],
    )
    days = {"first": Min("participations__meeting__date"), "last": Max("participations__meeting__date")}
    told = people.annotate(places=municipalities, **days).order_by("sort_key", "pk")
    # One address is made for all: of a thousand people that is most of the time the page takes.
    address = address_of("person", "slug")
    return [
        Listed(
            name=name,
            address=address.replace("slug", slug),
            municipalities=places,
            years=f"{first.year}–{last.year}" if first.year != last.year else f"{first.year}",
            letter=letter_of(sort_key),
        )
        for name, slug, sort_key, places, first, last in told.values_list(
            "name", "slug", "sort_key", "places", "first", "last"
        )
    ]


def by_letter(people: Iterable[Listed]) -> list[tuple[str, list[Listed]]]:
    """Give the letters of the alphabet, each with its people, who come in order; letters of other alphabets last."""
    held = {letter: list(group) for letter, group in groupby(people, key=lambda one: one.letter)}
    return [(letter, held.pop(letter, [])) for letter in ALPHABET] + list(held.items())


def letter_of(sort_key: str) -> str:
    """Give the letter that a sort key stands under: "Å" for both Åse and Aase."""
    first = sort_key[:1]
    return _LAST_LETTERS.get(first, first.upper())
