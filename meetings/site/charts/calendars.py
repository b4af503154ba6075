"""Calendars of meetings: a year by month, a month by week, and the nearest other periods that have meetings."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count

from meetings.models import Meeting
from meetings.models.meeting import MeetingQuerySet


@dataclass(frozen=True)
class Day:
    """A day in a month's calendar; `is_outside` marks days of adjacent months, in its first and last week."""

    date: datetime.date
    meetings: Sequence[Meeting]
    is_outside: bool


@dataclass(frozen=True)
class Month:
    """A month and its meetings, earliest first."""

    first: datetime.date
    meetings: Sequence[Meeting]

    @property
    def weeks(self) -> list[list[Day]]:
        """The weeks that have a day in the month, each from Monday to Sunday."""
        held = {day: list(those) for day, those in groupby(self.meetings, key=lambda one: one.date)}
        weeks = calendar.Calendar().monthdatescalendar(self.first.year, self.first.month)
        return [[Day(day, held.get(day, []), day.month != self.first.month) for day in week] for week in weeks]


@dataclass(frozen=True)
class NearestPeriods:
    """The nearest earlier and later period with meetings, each by its first day; the periods are months or years."""

    previous: datetime.date | None
    next: datetime.date | None


def months_of(year: int, meetings: Iterable[Meeting]) -> list[Month]:
    """Return the twelve months of a year with its meetings; `meetings` must be that year's, sorted earliest first."""
    held = {month: list(those) for month, those in groupby(meetings, key=lambda one: one.date.month)}
    return [Month(datetime.date(year, month, 1), held.get(month, [])) for month in range(1, 13)]


def neighbours(here: datetime.date, times: Iterable[datetime.date]) -> NearestPeriods:
    """Return the nearest of `times` before and after `here`; all are first days of months, or all of years."""
    held = list(times)
    return NearestPeriods(
        previous=max((one for one in held if one < here), default=None),
        next=min((one for one in held if one > here), default=None),
    )


def count_years(meetings: MeetingQuerySet) -> list[tuple[int, int]]:
    """Return pairs of year and number of meetings held in it, latest year first. One query."""
    rows = meetings.order_by().values_list("date__year").annotate(n=Count("pk")).order_by("-date__year")
    return [(year, n) for year, n in rows]
