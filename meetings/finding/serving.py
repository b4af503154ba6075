"""A person over the years: seats by term, and attendance counted fairly.

Fair is: of the meetings of that KKR, from the first to the last that names the person in the seat, only those whose
minutes say who was there. A meeting without a list, or with an agenda's list of those invited, counts for nobody.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from meetings.days import long_date
from meetings.finding.timelines import Dot, Lane, Timeline
from meetings.models import Meeting, Municipality, Participant, Person, Region
from meetings.reference import by_region, municipality_codes
from meetings.vocabulary import Attendance, RegionSlug

FIRST_YEAR, FIRST_ELECTED, YEARS = 2007, 2006, 4  # KKR since 2007; councils take office in 2006, 2010 and so on

Held = Mapping[str, Sequence[datetime.date]]


@dataclass(frozen=True)
class Seat:
    """A time of one term in which a person sat in one KKR, for one municipality and one party without a break.

    `held` counts the meetings in that time of which it is known who came; the person was at `present` of them, sent
    regrets to `absent`, and is not on the list of the rest.
    """

    term: tuple[int, int]
    region: Region
    municipality: Municipality | None
    party: str
    first: datetime.date
    last: datetime.date
    held: int
    present: int
    absent: int

    @property
    def unnamed(self) -> int:
        return self.held - self.present - self.absent


@dataclass(frozen=True)
class Service:
    """A person's seats, the latest first, and meetings, each with what is known of the person's attendance."""

    seats: list[Seat]
    meetings: list[tuple[Participant, bool]]

    @property
    def held(self) -> int:
        return sum(seat.held for seat in self.seats)

    @property
    def present(self) -> int:
        return sum(seat.present for seat in self.seats)

    @property
    def absent(self) -> int:
        return sum(seat.absent for seat in self.seats)

    @property
    def unnamed(self) -> int:
        return self.held - self.present - self.absent

    @property
    def timeline(self) -> Timeline:
        """The meetings as dots, a line for each KKR, hollow where regrets were sent."""
        words: dict[str, str] = {status: _(status.label).lower() for status in Attendance}
        told = {True: words, False: {**words, Attendance.PRESENT: _("på listen")}}
        dots = [(one.meeting.region_id, _dot(one, told[known][one.status])) for one, known in self.meetings]
        lanes = [
            Lane(f"KKR {_(region.label)}", [dot for place, dot in dots if place == region], region)
            for region in RegionSlug
        ]
        about = _("En fyldt prik er et møde, hvor personen står på listen; en tom prik er et afbud.")
        return Timeline("moeder-over-tid", _("Møder over tid"), lanes, about, listed_at="moeder")


def service(person: Person) -> Service:
    """Give a person's service. Two queries."""
    found = person.participations.select_related("meeting")
    participations = list(found.order_by("-meeting__date", "-meeting__sequence", "meeting__region__order"))
    for one in participations:
        one.meeting.region = by_region()[one.meeting.region_id][0]
        one.municipality = municipality_codes()[one.municipality_id] if one.municipality_id else None
    regions = {one.meeting.region_id for one in participations}
    known = Meeting.objects.filter(region__in=regions).with_known_attendance().order_by()
    dates: dict[str, list[datetime.date]] = {region: [] for region in regions}
    keys = set()
    for key, region, date in known.values_list("pk", "region", "date"):
        dates[region].append(date)
        keys.add(key)
    return Service(seats(participations, dates, keys), [(one, one.meeting_id in keys) for one in participations])


def seats(participations: Iterable[Participant], held: Held, known: set[int]) -> list[Seat]:
    """Give the seats, the latest first, from participations in that order.

    `held` has the dates of the meetings of each KKR of which it is known who came, and `known` their keys.
    """
    by_council = sorted(participations, key=lambda one: (-term_of(one.meeting.date)[0], one.meeting.region.order))
    runs = groupby(by_council, key=_seat_key)
    return [_seat(list(run), held, known) for _key, run in runs]


def _seat_key(one: Participant) -> tuple[int, str, str | None, str]:
    return term_of(one.meeting.date)[0], one.meeting.region_id, one.municipality_id, one.party


def _seat(run: Sequence[Participant], held: Held, known: set[int]) -> Seat:
    latest, first = run[0], run[-1].meeting.date
    statuses = [one.status for one in run if one.meeting_id in known]
    return Seat(
        term=term_of(latest.meeting.date),
        region=latest.meeting.region,
        municipality=latest.municipality,
        party=latest.party,
        first=first,
        last=latest.meeting.date,
        held=sum(first <= date <= latest.meeting.date for date in held[latest.meeting.region_id]),
        present=statuses.count(Attendance.PRESENT),
        absent=statuses.count(Attendance.ABSENT),
    )


def term_of(day: datetime.date) -> tuple[int, int]:
    """Give the first and the last year of the municipal term that a day is in: 2022 and 2025."""
    start = day.year - (day.year - FIRST_ELECTED) % YEARS
    return max(start, FIRST_YEAR) if day.year >= FIRST_YEAR else start, start + YEARS - 1


def _dot(one: Participant, status: str) -> Dot:
    label = f"{long_date(one.meeting.date)}: {status}"
    return Dot(one.meeting.date, label, one.meeting.get_absolute_url(), one.status == Attendance.ABSENT)
