"""The page of a municipality: where items mention it, and who has represented it, by term."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import prefetch_related_objects

from meetings.models import Municipality, Participant, Person
from meetings.search.execution.snippets import READ
from meetings.search.language.marking import MARK_END, MARK_START
from meetings.search.language.place_names import names_of
from meetings.site.pages.service_history import (
    LISTING,
    Listing,
    Seat,
    read_meetings_with_known_attendance,
    seats,
    term_of,
)

AROUND = 130  # characters shown on each side of the name
CELL = " | "  # separates the cells of a table row


@dataclass(frozen=True)
class Representative:
    """A person who has represented a municipality, with the seats held for it, latest first."""

    person: Person
    seats: Sequence[Seat]

    @property
    def first(self) -> datetime.date:
        return min(seat.first for seat in self.seats)

    @property
    def last(self) -> datetime.date:
        return max(seat.last for seat in self.seats)

    @property
    def parties(self) -> list[str]:
        return sorted({seat.party for seat in self.seats if seat.party})

    @property
    def held(self) -> int:
        """The number of meetings with known attendance during these seats."""
        return sum(seat.held for seat in self.seats)

    @property
    def present(self) -> int:
        return sum(seat.present for seat in self.seats)


@dataclass(frozen=True)
class CouncilTerm:
    """A term of the municipal councils, and the representatives whose last meeting was in it."""

    first_year: int
    last_year: int
    people: list[Representative]


def people_of(municipality: Municipality) -> list[CouncilTerm]:
    """Return the representatives of a municipality by the term of their last meeting, latest first. Three queries.

    Seats and attendance are the same as on a person's page, without seats for other municipalities.
    """
    people = Person.objects.sitting(municipality=municipality).in_bulk()
    rows = Participant.objects.filter(person__in=people).order_by(
        "person", "-meeting__date", "-meeting__sequence", "meeting__region__order"
    )
    listed = {
        key: [Listing(*row[1:]) for row in group]
        for key, group in groupby(rows.values_list("person", *LISTING), itemgetter(0))
    }
    known = read_meetings_with_known_attendance({one.region for listings in listed.values() for one in listings})
    seated = [
        Representative(people[key], [seat for seat in seats(listings, known) if seat.municipality == municipality])
        for key, listings in listed.items()
    ]
    seated.sort(key=lambda one: (-term_of(one.last)[0], one.person.sort_key))
    return [CouncilTerm(*term, list(group)) for term, group in groupby(seated, key=lambda one: term_of(one.last))]


def set_snippets(items: Iterable[Any], municipality: Municipality) -> None:
    """Set the `snippet` of each item: the text around its first mention of the municipality, highlighted."""
    names = "|".join(map(re.escape, names_of(municipality.slug)))
    named = re.compile(rf"(?<![\w-])(?:{names})s?(?!\w)")
    bare: list[Any] = []
    for item in items:
        texts = item.texts
        item.snippet = next((found for name in READ if (found := _place(texts[name], named))), "")
        if not item.snippet:
            bare.append(item)
    prefetch_related_objects(bare, "attachments")
    for item in bare:
        item.snippet = _place("\n".join(one.name for one in item.attachments.all()), named)


def _place(text: str, named: re.Pattern[str]) -> str:
    found = named.search(text)
    if not found:
        return ""
    start, end = found.span()
    before = text[:start].rsplit("\n", 1)[-1]
    after = text[end:].split("\n", 1)[0]
    if after.startswith(CELL):
        after = _under_headings(after, text[:start].rsplit("\n\n", 1)[-1].split("\n", 1)[0])
    if len(before) > AROUND:
        before = before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0]
    return f"{before}{MARK_START}{found.group()}{MARK_END}{after}"


def _under_headings(cells: str, headings: str) -> str:
    """Return the remaining cells of a table row, each after its column's heading; unchanged if any has none."""
    rest, columns = cells.split(CELL)[1:], headings.split(CELL)[1:]
    if len(rest) != len(columns) or not all(map(_is_heading, columns)):
        return cells
    return "".join(f"{CELL}{heading}: {cell}" for heading, cell in zip(columns, rest, strict=True))


def _is_heading(cell: str) -> bool:
    """Return whether a cell may be a column heading: neither empty nor a number, unless it may be a year."""
    return bool(cell.strip()) and not (cell.isdigit() and len(cell) < 4)
