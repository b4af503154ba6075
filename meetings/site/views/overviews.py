"""The overviews: statistics of the whole archive, and its coverage."""

from __future__ import annotations

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.models import Document
from meetings.site.statistics.attendance import attendance_overview
from meetings.site.statistics.coverage import ledgers
from meetings.site.statistics.outcomes import outcomes_overview
from meetings.site.statistics.tallies import read_tally
from meetings.site.statistics.topics import topics_overview
from meetings.site.statistics.yearly_counts import decisions_by_year_and_region


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the decisions by year and KKR, and links to the other overviews."""
    return render(request, "overview.html", {"plot": decisions_by_year_and_region(read_tally())})


@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    """Show the outcomes of decisions, by KKR and year."""
    return render(request, "overview_outcomes.html", {"overview": outcomes_overview()})


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """Show the topics of items, by year and KKR."""
    return render(request, "overview_topics.html", {"heats": topics_overview()})


@require_safe
def attendance(request: HttpRequest) -> HttpResponse:
    """Show attendance by KKR and year, where the minutes record it."""
    return render(request, "overview_attendance.html", {"overview": attendance_overview()})


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """Show which meetings the archive has, with which documents, and how well these were parsed."""
    last_read = Document.objects.read().aggregate(last=Max("read_at"))["last"]
    return render(request, "coverage.html", {"ledgers": ledgers(), "last_read": last_read})
