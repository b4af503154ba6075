"""The facts of an item with the pages that they lead to: the person appointed, the meeting referred to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q

from meetings.models import AgendaItem, Fact, Meeting, Person
from meetings.shared.vocabulary import FactKind


@dataclass(frozen=True)
class ShownFact:
    """A fact, and the page of the person or the meeting that it names; "" if the archive has none, or several."""

    fact: Fact
    address: str = ""


@dataclass(frozen=True)
class FactsOfKind:
    """The facts of one kind, in the order of the text."""

    kind: FactKind
    facts: Sequence[ShownFact]


def facts_of_item(item: AgendaItem) -> list[FactsOfKind]:
    """Return the facts of an item by kind, in the vocabulary's order; `item.meeting` should be loaded."""
    facts = sorted(item.facts.all(), key=lambda fact: (FactKind(fact.kind).rank, fact.position))
    addresses = {**_people(facts), **_meetings(facts)}
    return [
        FactsOfKind(FactKind(kind), [ShownFact(fact, addresses.get(fact.pk, "")) for fact in of_kind])
        for kind, of_kind in groupby(facts, key=lambda fact: fact.kind)
    ]


def _people(facts: Sequence[Fact]) -> dict[int, str]:
    """Return the addresses of the people appointed, by fact; none of one whose name several people bear."""
    names = {fact.person for fact in facts if fact.person}
    found = list(Person.objects.standing().filter(name__in=names)) if names else []
    bearers = Counter(person.name for person in found)
    known = {person.name: person.get_absolute_url() for person in found if bearers[person.name] == 1}
    return {fact.pk: known[fact.person] for fact in facts if fact.person in known}


def _meetings(facts: Sequence[Fact]) -> dict[int, str]:
    """Return the addresses of the earlier meetings referred to, by fact; none of a day with several meetings."""
    named = {(fact.council, fact.date) for fact in facts if fact.council and fact.date}
    if not named:
        return {}
    of_day = Q()
    for council, date in named:
        of_day |= Q(region=council, date=date)
    found = list(Meeting.objects.filter(of_day).order_by())
    held = Counter((meeting.region_id, meeting.date) for meeting in found)
    known = {(one.region_id, one.date): one.get_absolute_url() for one in found if held[one.region_id, one.date] == 1}
    return {fact.pk: known[key] for fact in facts if (key := (fact.council, fact.date)) in known}
