"""The meetings that a query asks for: by date, the nearest one, the latest, the first."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from meetings.models import Meeting
from meetings.models.meeting import MeetingQuerySet
from meetings.reference import municipality_slugs
from meetings.search.answers.named import Kind
from meetings.search.answers.reading import Reading
from meetings.search.answers.wishes import Wish
from meetings.search.language.dates import AskedDate, days_of_years
from meetings.shared.vocabulary import MeetingStatus

MOST = 5
FEW = 3  # of the latest
MOST_COMPARED = 60  # of the latest, to find that of each council: they meet some six times a year
MIDDLE = 15  # of a month, to find the meeting that is nearest to it
OUTSIDE = datetime.timedelta(days=45)  # before the first meeting or after the last, a day still has a nearest one


class FoundMeetings(NamedTuple):
    """Meetings; `nearest_to` is the day that they are only the nearest to, in the middle of a month if `is_month`."""

    meetings: list[Meeting]
    nearest_to: datetime.date | None = None
    is_month: bool = False


def find_meetings(reading: Reading) -> FoundMeetings:
    """Return the meetings that a query asks for, at most five; none if it does not ask for meetings."""
    if reading.dates:
        return _dated(reading, _in_councils(reading))
    if reading.rest or not _asks_for_some(reading):
        return FoundMeetings([])
    return FoundMeetings(_latest_of_each(reading, _with_papers(reading, _in_councils(reading))))


def _asks_for_some(reading: Reading) -> bool:
    if reading.wishes & {Wish.NEXT, Wish.PLAN}:
        return False
    return reading.wants_meeting or bool(reading.wishes & {Wish.LATEST, Wish.FIRST} and reading.councils)


def _in_councils(reading: Reading) -> MeetingQuerySet:
    """Return the meetings of the councils that are named; without a full date, of those of municipalities; else all."""
    places = [municipality_slugs()[one.slug].region_id for one in reading.named if one.kind is Kind.MUNICIPALITY]
    is_full = any(asked.is_full for asked in reading.dates)
    councils = reading.councils or ([] if is_full else places)
    found = Meeting.objects.for_lists()
    if Wish.EXTRAORDINARY in reading.wishes:
        found = found.filter(extraordinary=True)
    if Wish.CANCELLED in reading.wishes:
        found = found.filter(status=MeetingStatus.CANCELLED)
    return found.filter(region__in=councils) if councils else found


def _with_papers(reading: Reading, meetings: MeetingQuerySet) -> MeetingQuerySet:
    """Keep those that have what is asked for: known attendance, minutes, or an agenda."""
    if reading.wants_attendance:
        return meetings.with_known_attendance()
    wanted = {Wish.MINUTES: "has_minutes", Wish.AGENDA: "has_agenda"}
    return meetings.filter(**{name: True for wish, name in wanted.items() if wish in reading.wishes})


def _dated(reading: Reading, meetings: MeetingQuerySet) -> FoundMeetings:
    """Return the meetings of the dates. With words left over only those of a day in full, which none but a date is."""
    found: list[Meeting] = []
    for asked in reading.dates:
        if not reading.rest or asked.is_full:
            found += _on(asked, meetings, reading)
    if found or reading.rest or len(reading.dates) > 1 or reading.dates[0].is_doubtful:
        return FoundMeetings(found[:MOST])
    return _nearest(reading.dates[0], meetings, reading)


def _on(asked: AskedDate, meetings: MeetingQuerySet, reading: Reading) -> list[Meeting]:
    """Return the meetings of a date; of a date without its year those of the latest year that has one."""
    if asked.day:
        days = list(days_of_years(asked, reading.today.year + 1))
        return _of_one(list(meetings.filter(date__in=days)[:MOST]), by_day=True)
    if asked.months is None:
        return _of_year(asked, meetings, reading)
    first, last = asked.months
    found = meetings.filter(date__month__range=(first, last))
    if asked.year:
        found = meetings.filter(date__range=_months(asked.year, first, last))
    return _of_one(list(found[:MOST]), by_day=False)


def _of_year(asked: AskedDate, meetings: MeetingQuerySet, reading: Reading) -> list[Meeting]:
    """Return the latest meetings of a year, if it is meetings that are wanted."""
    wanted = reading.wants_meeting or reading.councils
    return list(meetings.filter(date__year=asked.year)[:MOST]) if wanted else []


def _of_one(meetings: list[Meeting], *, by_day: bool) -> list[Meeting]:
    """Return those of the first's day, or year: they come latest first."""
    if by_day:
        return [one for one in meetings if one.date == meetings[0].date]
    return [one for one in meetings if one.date.year == meetings[0].date.year]


def _months(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    after = datetime.date(year + last // 12, last % 12 + 1, 1)
    return datetime.date(year, first, 1), after - datetime.timedelta(days=1)


def _nearest(asked: AskedDate, meetings: MeetingQuerySet, reading: Reading) -> FoundMeetings:
    """Return the meeting nearest to a day or month without one; none far outside of the archive's time."""
    if asked.months is None or not (asked.day or asked.year or reading.wants_meeting or reading.councils):
        return FoundMeetings([])
    latest = meetings.first()
    known = latest.date + OUTSIDE if latest else reading.today
    days = (day for day in days_of_years(asked._replace(day=asked.day or MIDDLE), reading.today.year + 1))
    day = next((day for day in days if day <= known), None)
    if not latest or day is None:
        return FoundMeetings([])
    before = meetings.filter(date__lt=day).first()
    after = meetings.filter(date__gt=day).order_by("date").first()
    near = [one for one in (after, before) if one and ((before and after) or abs(one.date - day) <= OUTSIDE)]
    return FoundMeetings(sorted(near, key=lambda one: abs(one.date - day))[:1], day, not asked.day)


def _latest_of_each(reading: Reading, meetings: MeetingQuerySet) -> list[Meeting]:
    """Return the latest meeting of each council, or the first of all; of one council alone the latest few."""
    if Wish.FIRST in reading.wishes:
        return list(meetings.order_by("date", "region__order")[:1])
    past = meetings.filter(date__lte=reading.today)
    if Wish.LATEST not in reading.wishes:
        return list(past[:FEW])
    latest: dict[str, Meeting] = {}
    for one in past[: MOST_COMPARED if len(reading.councils) != 1 else 1]:
        latest.setdefault(one.region_id, one)
    return list(latest.values())
