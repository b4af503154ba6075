"""Cases, the items that share a case number: lists by year of the number, and a timeline of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.db.models import Count, Max, Min, QuerySet
from django.utils.translation import gettext as _

from meetings.date_format import long_date
from meetings.models import AgendaItem, Meeting
from meetings.shared.vocabulary import RegionSlug
from meetings.site.charts.timelines import Dot, Lane, Timeline
from meetings.site.statistics.yearly_counts import item_count_label

_BY_YEAR = """
    SELECT substr(case_number, 5, 4), count(*) FILTER (WHERE case_number LIKE 'SAG-%%'), count(*)
    FROM ({numbers}) AS numbered GROUP BY 1 ORDER BY 1 DESC
"""


@dataclass(frozen=True)
class CaseCounts:
    """The number of case numbers, in total and by year, latest year first."""

    total: int
    years: list[tuple[int, int]]


@dataclass(frozen=True)
class Case:
    """A case number and the meetings with it on the agenda, latest first; `n` of each is its number of such items."""

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
        """Whether a meeting has more than three items of the case, so that the number says little of its subject."""
        return any(meeting.n > 3 for meeting in self.meetings)


def case_numbers(year: int | None = None) -> QuerySet[AgendaItem, str]:
    """Return the case numbers of a year, or all, newest first."""
    numbered = AgendaItem.objects.searchable().exclude(case_number="")
    if year:
        numbered = numbered.filter(case_number__startswith=f"SAG-{year}-")
    return numbered.order_by("-case_number").values_list("case_number", flat=True).distinct()


def cases(numbers: Iterable[str]) -> QuerySet[AgendaItem, Any]:
    """Return the cases with these numbers, newest first, as rows with counts, first and last date, title and KKR."""
    numbered = AgendaItem.objects.searchable().filter(case_number__in=list(numbers)).values("case_number")
    return numbered.annotate(
        item_count=Count("pk"),
        meeting_count=Count("meeting", distinct=True),
        first=Min("meeting__date"),
        last=Max("meeting__date"),
        title=Min("title"),
        regions=ArrayAgg("meeting__region", distinct=True),
    ).order_by("-case_number")


def count_cases() -> CaseCounts:
    """Count the case numbers, by the year that most of them contain: SAG-2025-03687. One query."""
    sql, params = case_numbers().order_by().query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_BY_YEAR.format(numbers=sql), params)
        rows = cursor.fetchall()
    return CaseCounts(sum(n for _year, _of_year, n in rows), [(int(year), n) for year, n, _all in rows if n])


def find_case(number: str) -> Case | None:
    """Return the case with exactly this number; None if there is none. Two queries."""
    items = AgendaItem.objects.searchable().filter(case_number=number)
    counts = dict(items.order_by().values_list("meeting").annotate(n=Count("pk")))
    meetings = list(Meeting.objects.filter(pk__in=counts).select_related("region"))
    for meeting in meetings:
        meeting.n = counts[meeting.pk]  # type: ignore[attr-defined]
    return Case(number, meetings) if meetings else None


def case_timeline(case: Case) -> Timeline:
    """Return the timeline of a case's meetings, with a lane for each KKR."""
    lanes = [Lane(f"KKR {_(region.label)}", list(_dots(case.meetings, region)), region) for region in case.regions]
    return Timeline("sagens-forloeb", _("Sagen over tid"), lanes, listed_at="moeder")


def _dots(meetings: Iterable[Any], region: RegionSlug) -> Iterable[Dot]:
    for meeting in meetings:
        if meeting.region_id == region:
            label = f"{long_date(meeting.date)}: {item_count_label(meeting.n)}"
            yield Dot(meeting.date, label, meeting.get_absolute_url())
