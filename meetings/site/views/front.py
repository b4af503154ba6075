"""The front page, the page about the archive, and robots.txt."""

from __future__ import annotations

from django.db.models import Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem, Document, Meeting, Region
from meetings.site.charts.tile_map import tile_map
from meetings.site.pages.latest_decisions import latest_decisions
from meetings.site.statistics.tallies import read_tally
from meetings.site.statistics.topics import count_topics
from meetings.site.statistics.yearly_counts import decisions_by_year_and_region

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /soeg/\n"


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the introduction, search, the map, a chart by year, the latest decisions and meetings, and the topics."""
    tally = read_tally()
    context = {
        "map": tile_map(),
        "regions": Region.objects.with_meeting_counts(),
        "plot": decisions_by_year_and_region(tally),
        "decisions": latest_decisions(tally.letters),
        "meetings": Meeting.objects.for_lists()[:6],
        "topics": count_topics(tally),
    }
    return render(request, "front.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show what the archive contains and what it does not."""
    regions = Region.objects.with_meeting_counts().annotate(first=Min("meetings__date"), last=Max("meetings__date"))
    context = {
        "regions": regions,
        "items": AgendaItem.objects.searchable().count(),
        "documents": Document.objects.read().count(),
    }
    return render(request, "about.html", context)


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Return robots.txt, which keeps crawlers out of the endless space of searches."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
