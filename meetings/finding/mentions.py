"""What touches one of the 98 municipalities: where items name it, and who has sat for it, term by term."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, Q, QuerySet, prefetch_related_objects

from meetings.finding.results import READ
from meetings.finding.serving import term_of
from meetings.models import Municipality, Person
from meetings.search.marking import MARK_END, MARK_START
from meetings.search.places import names_of
from meetings.vocabulary import Attendance

AROUND = 130  # characters shown on each side of the name
CELL = " | "  # stands between the cells of a table's row


@dataclass(frozen=True)
class Term:
    """Those who were last seen in a term of the municipal councils, which goes from one year to another."""

    first_year: int
    last_year: int
    people: list[Person]


def people_of(municipality: Municipality) -> list[Term]:
    """Give who has sat for a municipality, under the term they were last seen in, the latest first. One query.

    Each person has `first`, `last`, `meeting_count`, `present_count` and `parties` of the time for this municipality.
    """
    named = "participations__"
    people: QuerySet[Any] = Person.objects.filter(participations__municipality=municipality).annotate(
        first=Min(f"{named}meeting__date"),
        last=Max(f"{named}meeting__date"),
        meeting_count=Count("participations"),
        present_count=Count("participations", filter=Q(participations__status=Attendance.PRESENT)),
        parties=ArrayAgg(f"{named}party", filter=~Q(participations__party=""), distinct=True, default=[]),
    )
    by_term = groupby(people.order_by("-last", "sort_key"), key=lambda one: term_of(one.last))
    return [Term(*term, sorted(seen, key=lambda one: one.sort_key)) for term, seen in by_term]


def with_places(items: Iterable[Any], municipality: Municipality) -> None:
    """Set on each item as `snippet` the words around the place where its text names the municipality, marked."""
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
    """Give the cells after the first of a table's row, each with the heading of its column, if all have one."""
    rest, columns = cells.split(CELL)[1:], headings.split(CELL)[1:]
    if len(rest) != len(columns) or not all(map(_is_heading, columns)):
        return cells
    return "".join(f"{CELL}{heading}: {cell}" for heading, cell in zip(columns, rest, strict=True))


def _is_heading(cell: str) -> bool:
    """Tell whether a cell may be the heading of a column, be it a year, and not empty or a number."""
    return bool(cell.strip()) and not (cell.isdigit() and len(cell) < 4)
