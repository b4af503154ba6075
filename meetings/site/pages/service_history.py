"""The service history of people: seats by term, with attendance, for the pages of people and municipalities.

Attendance is counted over the meetings of the KKR from the first to the last that lists the person in the seat, and
only over those whose minutes say who was present. Meetings without a list, or with only an agenda's list of those
invited, count for nobody.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings.date_format import long_date
from meetings.models import Meeting, Municipality, Participant, Person, Region
from meetings.reference import by_region, municipality_codes
from meetings.shared.vocabulary import Attendance, RegionSlug
from meetings.site.charts.timelines import Dot, Lane, Timeline

FIRST_YEAR, FIRST_ELECTED, YEARS = 2007, 2006, 4  # KKR since 2007; councils take office in 2006, 2010 and so on


class Listing(NamedTuple):
    """An entry of a person in a meeting's list of participants."""

    meeting: int
    date: datetime.date
    region: str
    municipality: str | None
    party: str
    status: str


LISTING = ("meeting", "meeting__date", "meeting__region", "municipality", "party", "status")


@dataclass
class KnownMeetings:
    """The meetings with known attendance: their primary keys, and their sorted dates by KKR."""

    keys: set[int] = field(default_factory=set)
    days: defaultdict[str, list[datetime.date]] = field(default_factory=lambda: defaultdict(list))

    def count(self, region: str, first: datetime.date, last: datetime.date) -> int:
        """Return how many of them a KKR held from `first` to `last`, both included."""
        days = self.days[region]
        return bisect_right(days, last) - bisect_left(days, first)


@dataclass(frozen=True)
class Seat:
    """An unbroken period within one term in which a person sat in one KKR, for one municipality and one party.

    `held` counts the meetings with known attendance in that period; the person was present at `present` of them, sent
    apologies for `absent`, and is not on the list of the rest (`unnamed`).
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
class ServiceHistory:
    """A person's seats and meetings, latest first; each meeting with whether its attendance is known.

    `substitutes` has who came in the person's place, by the key of the meeting.
    """

    seats: list[Seat]
    meetings: list[tuple[Participant, bool]]
    substitutes: dict[int, Participant]

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
        """The timeline of the meetings, with a lane for each KKR; dots are hollow for absences."""
        words: dict[str, str] = {status: _(status.label).lower() for status in Attendance}
        told = {True: words, False: {**words, Attendance.PRESENT: _("på listen")}}
        dots = [(one.meeting.region_id, _dot(one, told[known][one.status])) for one, known in self.meetings]
        lanes = [
            Lane(f"KKR {_(region.label)}", [dot for place, dot in dots if place == region], region)
            for region in RegionSlug
        ]
        about = _("En fyldt prik er et møde, hvor personen står på listen; en tom prik er et afbud.")
        return Timeline("moeder-over-tid", _("Møder over tid"), lanes, about, listed_at="moeder")


def service(person: Person) -> ServiceHistory:
    """Return a person's service history. Three queries."""
    found = person.participations.select_related("meeting")
    participations = list(found.order_by("-meeting__date", "-meeting__sequence", "meeting__region__order"))
    for one in participations:
        one.meeting.region = by_region()[one.meeting.region_id][0]
    known = read_meetings_with_known_attendance({one.meeting.region_id for one in participations})
    return ServiceHistory(
        seats(map(_listing, participations), known),
        [(one, one.meeting_id in known.keys) for one in participations],
        _read_substitutes(participations),
    )


def _read_substitutes(participations: Sequence[Participant]) -> dict[int, Participant]:
    """Return who came in a person's place, by the key of the meeting. One query."""
    missed = {one.meeting_id: one for one in participations if one.status == Attendance.ABSENT}
    found = Participant.objects.filter(meeting__in=missed).exclude(substitute_for="").select_related("person")
    return {
        one.meeting_id: one
        for one in found
        if one.substitute_for == missed[one.meeting_id].name
        and one.municipality_id == missed[one.meeting_id].municipality_id
    }


def _listing(one: Participant) -> Listing:
    meeting = one.meeting
    return Listing(meeting.pk, meeting.date, meeting.region_id, one.municipality_id, one.party, one.status)


def read_meetings_with_known_attendance(regions: Iterable[str]) -> KnownMeetings:
    """Return the meetings of these KKR with known attendance. One query."""
    known = KnownMeetings()
    rows = Meeting.objects.filter(region__in=regions).with_known_attendance().order_by("date")
    for key, region, date in rows.values_list("pk", "region", "date"):
        known.keys.add(key)
        known.days[region].append(date)
    return known


def seats(listings: Iterable[Listing], known: KnownMeetings) -> list[Seat]:
    """Return a person's seats, latest first; `listings` must be the person's, latest first."""
    by_council = sorted(listings, key=lambda one: (-term_of(one.date)[0], by_region()[one.region][0].order))
    runs = groupby(by_council, key=lambda one: (term_of(one.date)[0], one.region, one.municipality, one.party))
    return [_seat(list(run), known) for _key, run in runs]


def _seat(run: Sequence[Listing], known: KnownMeetings) -> Seat:
    latest, first = run[0], run[-1].date
    statuses = [one.status for one in run if one.meeting in known.keys]
    return Seat(
        term=term_of(latest.date),
        region=by_region()[latest.region][0],
        municipality=municipality_codes()[latest.municipality] if latest.municipality else None,
        party=latest.party,
        first=first,
        last=latest.date,
        held=known.count(latest.region, first, latest.date),
        present=statuses.count(Attendance.PRESENT),
        absent=statuses.count(Attendance.ABSENT),
    )


def term_of(day: datetime.date) -> tuple[int, int]:
    """Return the first and last year of the municipal term of a day: 2022 and 2025."""
    start = day.year - (day.year - FIRST_ELECTED) % YEARS
    return max(start, FIRST_YEAR) if day.year >= FIRST_YEAR else start, start + YEARS - 1


def _dot(one: Participant, status: str) -> Dot:
    label = f"{long_date(one.meeting.date)}: {status}"
    return Dot(one.meeting.date, label, one.meeting.get_absolute_url(), one.status == Attendance.ABSENT)
