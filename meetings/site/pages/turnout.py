"""Attendance at one meeting, by municipality and by party."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from meetings.models import Municipality, Participant
from meetings.shared.vocabulary import Attendance


@dataclass
class Delegation:
    """The participants of one municipality (None if unknown) at a meeting."""

    municipality: Municipality | None
    present: list[Participant] = field(default_factory=list)
    absent: list[Participant] = field(default_factory=list)


@dataclass(frozen=True)
class Turnout:
    """Who was present at a meeting and who was absent; `is_listed` is false for a meeting without a participant list.

    Attendance `is_known` only from minutes that list somebody as present: an agenda lists those invited. `unlisted` are
    the municipalities of the KKR that nobody on the list represents.
    """

    present: int
    absentees: list[Participant]
    delegations: list[Delegation]
    parties: list[PartyCount]
    unlisted: list[Municipality]
    has_minutes: bool

    @property
    def absent(self) -> int:
        return len(self.absentees)

    @property
    def is_known(self) -> bool:
        return self.has_minutes and self.present > 0

    @property
    def is_listed(self) -> bool:
        return bool(self.delegations)


@dataclass(frozen=True)
class PartyCount:
    """The number of present and absent members of a party. `party` is its letter or list as printed."""

    party: str
    present: int
    absent: int


def turnout(
    participants: Iterable[Participant], municipalities: Iterable[Municipality], *, has_minutes: bool
) -> Turnout:
    """Return the turnout of a meeting; `municipalities` are those of its KKR."""
    listed = list(participants)
    there = {one.municipality_id for one in listed}
    return Turnout(
        present=sum(one.status == Attendance.PRESENT for one in listed),
        absentees=[one for one in listed if one.status == Attendance.ABSENT],
        delegations=delegations(listed),
        parties=party_counts(listed),
        unlisted=[one for one in municipalities if there and one.pk not in there],
        has_minutes=has_minutes,
    )


def delegations(participants: Iterable[Participant]) -> list[Delegation]:
    """Return the participants by municipality, in alphabetical order, those without one last."""
    found: dict[str | None, Delegation] = {}
    for one in participants:
        delegation = found.setdefault(one.municipality_id, Delegation(one.municipality))
        (delegation.present if one.status == Attendance.PRESENT else delegation.absent).append(one)
    return sorted(found.values(), key=lambda one: one.municipality.sort_key if one.municipality else "\U0010ffff")


def party_counts(participants: Iterable[Participant]) -> list[PartyCount]:
    """Return the counts by party, largest first; participants without a party are left out."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in participants:
        if one.party:
            counts[one.party][one.status] += 1
    rows = [PartyCount(party, n[Attendance.PRESENT], n[Attendance.ABSENT]) for party, n in counts.items()]
    return sorted(rows, key=lambda row: (-row.present - row.absent, row.party))
