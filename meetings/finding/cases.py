"""Cases: the items that share a case number, by the year of the number, and along the years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from meetings.days import long_date
from meetings.finding.counting import said_items
from meetings.finding.timelines import Dot, Lane, Timeline
from meetings.models import AgendaItem, Meeting
from meetings.vocabulary import RegionSlug

YEAR_IN_NUMBER = (5, 4)  # SAG-2025-03687


@dataclass(frozen=True)
class Case:
    """A case number with the meetings at which it was on the agenda, the latest first; each has `n`, its items."""

    number: str
    meetings: list[Any]

    @property
    def item_count(self) -> int:
        return sum(meeting.n for meeting in self.meetings)

    @property
    def regions(self) -> list[RegionSlug]:
        """The KKR that have had the case, from north to east."""
        held = {meeting.region_id for meeting in self.meetings}
        return [region for region in RegionSlug if region in held]

    @property
    def is_of_many_items(self) -> bool:
        """Whether the number covers most of a meeting, and so says nothing of what the case is about."""
        return any(meeting.n > 3 for meeting in self.meetings)


def cases() -> QuerySet[AgendaItem, Any]:
    """Give the case numbers, the newest first, each with its items counted, when and in which KKR they were."""
    numbered = AgendaItem.objects.searchable().exclude(case_number="").values("case_number")
    return numbered.annotate(
        item_count=Count("pk"),
        meeting_count=Count("meeting", distinct=True),
        first=Min("meeting__date"),
        last=Max("meeting__date"),
        title=Min("title"),
        regions=ArrayAgg("meeting__region", distinct=True),
    ).order_by("-case_number")


def count_case_years() -> list[tuple[int, int]]:
    """Give how many cases have a number of each year, the latest first. One query."""
    numbered = AgendaItem.objects.searchable().filter(case_number__startswith="SAG-")
    by_year = numbered.order_by().annotate(year=Substr("case_number", *YEAR_IN_NUMBER)).values_list("year")
    counted = by_year.annotate(n=Count("case_number", distinct=True)).order_by("-year")
    return [(int(year), n) for year, n in counted]


def find_case(number: str) -> Case | None:
    """Find the case of this number, as written. Two queries."""
    items = AgendaItem.objects.searchable().filter(case_number=number)
    counts = dict(items.order_by().values_list("meeting").annotate(n=Count("pk")))
    meetings = list(Meeting.objects.filter(pk__in=counts).select_related("region"))
    for meeting in meetings:
        meeting.n = counts[meeting.pk]  # type: ignore[attr-defined]
    return Case(number, meetings) if meetings else None


def case_timeline(case: Case) -> Timeline:
    """Give a case's meetings as dots along the years, a line for each KKR."""
    lanes = [Lane(f"KKR {_(region.label)}", list(_dots(case.meetings, region)), region) for region in case.regions]
    return Timeline("sagens-forloeb", _("Sagen over tid"), lanes, listed_at="moeder")


def _dots(meetings: Iterable[Any], region: RegionSlug) -> Iterable[Dot]:
    for meeting in meetings:
        if meeting.region_id == region:
            label = f"{long_date(meeting.date)}: {said_items(meeting.n)}"
            yield Dot(meeting.date, label, meeting.get_absolute_url())
