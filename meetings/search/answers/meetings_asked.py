"""The meetings that a query asks for: by date, the nearest one, the latest, the first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q

from meetings.models import Document, Meeting
from meetings.models.meeting import MeetingQuerySet
from meetings.reference import municipality_slugs, regions
from meetings.search.answers.dates import AskedDate, days_of_years
from meetings.search.answers.named import Kind
from meetings.search.answers.reading import Reading
from meetings.search.answers.wishes import Wish
from meetings.shared.vocabulary import DocumentKind

MOST = 5
MIDDLE = 15  # of a month, to find the meeting that is nearest to it
OUTSIDE = datetime.timedelta(days=45)  # before the first meeting or after the last, a day still has a nearest one


class FoundMeetings(NamedTuple):
    """Meetings; `nearest_to` is the day that they are only the nearest to, in the middle of a month if `is_month`."""

    meetings: list[Meeting]
    nearest_to: datetime.date | None = None
    is_month: bool = False


def find_meetings(reading: Reading) -> FoundMeetings:
    """Return the meetings that a query asks for, at most five; none if it does not ask for meetings."""
    meetings = _in_councils(reading)
    if reading.dates:
        return _dated(reading, meetings)
    if reading.rest or not _asks_for_some(reading):
        return FoundMeetings([])
    return FoundMeetings(_latest_of_each(reading, meetings))


def _asks_for_some(reading: Reading) -> bool:
    if reading.wishes & {Wish.NEXT, Wish.PLAN}:
        return False
    return reading.wants_meeting or bool(reading.wishes & {Wish.LATEST, Wish.FIRST} and reading.councils)


def _in_councils(reading: Reading) -> MeetingQuerySet:
    """Return the meetings of the councils that are named, or of those of the municipalities that are; else all."""
    places = [municipality_slugs()[one.slug].region_id for one in reading.named if one.kind is Kind.MUNICIPALITY]
    councils = reading.councils or places
    found = Meeting.objects.filter(region__in=councils) if councils else Meeting.objects.all()
    if reading.dates:
        return found
    if reading.wants_attendance:
        return found.with_known_attendance()
    kinds = {Wish.MINUTES: DocumentKind.MINUTES, Wish.AGENDA: DocumentKind.AGENDA}
    wanted = [kind for wish, kind in kinds.items() if wish in reading.wishes]
    papers = Document.objects.read().filter(meeting=OuterRef("pk"), kind__in=wanted)
    return found.filter(Exists(papers)) if wanted else found


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
        return _of_one(list(meetings.filter(date__in=days).for_lists()[:MOST]), by_day=True)
    if asked.months is None:
        return _of_year(asked, meetings, reading)
    first, last = asked.months
    found = meetings.filter(date__month__range=(first, last))
    if asked.year:
        found = meetings.filter(date__range=_months(asked.year, first, last))
    return _of_one(list(found.for_lists()[:MOST]), by_day=False)


def _of_year(asked: AskedDate, meetings: MeetingQuerySet, reading: Reading) -> list[Meeting]:
    """Return the latest meetings of a year, if it is meetings that are wanted."""
    wanted = reading.wants_meeting or reading.councils
    return list(meetings.filter(date__year=asked.year).for_lists()[:MOST]) if wanted else []


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
    latest = meetings.for_lists().first()
    known = latest.date + OUTSIDE if latest else reading.today
    days = (day for day in days_of_years(asked._replace(day=asked.day or MIDDLE), reading.today.year + 1))
    day = next((day for day in days if day <= known), None)
    if not latest or day is None:
        return FoundMeetings([])
    before = meetings.filter(date__lt=day).for_lists().first()
    after = meetings.filter(date__gt=day).for_lists().order_by("date").first()
    near = [one for one in (after, before) if one and ((before and after) or abs(one.date - day) <= OUTSIDE)]
    return FoundMeetings(sorted(near, key=lambda one: abs(one.date - day))[:1], day, not asked.day)


def _latest_of_each(reading: Reading, meetings: MeetingQuerySet) -> list[Meeting]:
    """Return the latest meeting of each council, or the first; of one council that is asked for several."""
    if Wish.FIRST in reading.wishes:
        return list(meetings.for_lists().order_by("date", "region__order")[:1])
    past = meetings.filter(date__lte=reading.today)
    if len(reading.councils) == 1 or Wish.LATEST not in reading.wishes:
        one = Wish.LATEST in reading.wishes
        return list(past.for_lists()[: 1 if one else 3])
    return _one_of_each(past, reading.councils or [region.pk for region in regions()])


def _one_of_each(meetings: MeetingQuerySet, councils: Sequence[str]) -> list[Meeting]:
    keys = [Q(pk__in=meetings.filter(region=one).order_by("-date", "-sequence").values("pk")[:1]) for one in councils]
    found = Q()
    for key in keys:
        found |= key
    return list(Meeting.objects.filter(found).for_lists())
