"""The page of a KKR: its calendar, topics and latest decisions (both without formalities), municipalities."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem, Meeting, Region
from meetings.reference import by_region
from meetings.shared.vocabulary import TopicSlug
from meetings.site.charts.calendars import count_years, months_of
from meetings.site.statistics.topics import most_frequent_topics
from meetings.site.views.errors import Missing
from meetings.site.views.parameters import mended, read_parameter

LATEST = 5


@require_safe
def region(request: HttpRequest, region: str) -> HttpResponse:
    """Show a KKR, with the calendar of the requested year, by default the latest year with meetings."""
    found, municipalities = by_region()[region]
    years = count_years(Meeting.objects.filter(region=found))
    year = read_year(request, [year for year, _n in years])
    held = meetings_of(found, year) if year else []
    decided = AgendaItem.objects.current().filter(meeting__region=found, decision__isnull=False)
    decided = decided.exclude(itemtopic__topic=TopicSlug.MOEDEFORMALIA)
    context = {
        "region": found,
        "years": years,
        "year": year,
        "months": months_of(year, held) if year else [],
        "meetings": held[::-1],
        "municipalities": municipalities,
        "topics": most_frequent_topics(found),
        "latest": decided.listed().newest_first()[:LATEST],
    }
    return render(request, "region.html", context)


def meetings_of(region: Region, year: int) -> list[Meeting]:
    """Return the meetings of a KKR in a year, earliest first."""
    held = Meeting.objects.filter(region=region).held_in_year(year)
    return list(held.for_lists().order_by("date", "sequence"))


def read_year(request: HttpRequest, years: list[int]) -> int | None:
    """Return the requested year, by default the first of `years`. Raise Missing if it is not one of them."""
    asked = read_parameter(request, "aar")
    if not asked:
        return years[0] if years else None
    if asked not in {str(year) for year in years}:
        raise Missing(_("Arkivet har ingen møder her i %(year)s.") % {"year": asked[:20]}, mended(request, "aar"))
    return int(asked)
