"""Meetings by date: the list of them, a year, a month."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.filters import MeetingFilter
from meetings.models import Meeting
from meetings.models.meeting import MeetingQuerySet
from meetings.shared.vocabulary import RegionSlug
from meetings.site.charts.calendars import Month, count_years, months_of, neighbours
from meetings.site.views.errors import Missing
from meetings.site.views.paging import read_page


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """List the meetings, newest first, filtered by KKR and year as in the query string."""
    found = MeetingFilter(request.GET, queryset=Meeting.objects.for_lists())
    if not found.is_valid():
        return render(request, "meetings.html", {"filter": found}, status=400)
    years = count_years(in_region(found))
    context = {**shared(found), "page": read_page(request, found.qs), "years": years}
    return render(request, "meetings.html", context)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the meetings of a year by month, of one KKR or of all. Raise Missing outside the archive's years."""
    found = MeetingFilter(request.GET, queryset=Meeting.objects.held_in_year(year).for_lists())
    if not found.is_valid():
        return render(request, "meetings_year.html", {"filter": found, "year": year}, status=400)
    require_year(year)
    held = list(found.qs.order_by("date", "region__order", "sequence"))
    here, years = datetime.date(year, 1, 1), in_region(found).dates("date", "year")
    context = {
        **shared(found),
        "year": year,
        "months": months_of(year, held),
        "count": len(held),
        "neighbours": neighbours(here, years),
    }
    return render(request, "meetings_year.html", context)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show the meetings of a month as a calendar and as a list. Raise Missing outside the archive's years."""
    here = datetime.date(year, month, 1)
    found = MeetingFilter(request.GET, queryset=Meeting.objects.held_in_month(here).for_lists())
    if not found.is_valid():
        return render(request, "meetings_month.html", {"filter": found, "month": Month(here, [])}, status=400)
    require_year(year)
    context = {
        **shared(found),
        "month": Month(here, list(found.qs.order_by("date", "region__order", "sequence"))),
        "neighbours": neighbours(here, in_region(found).dates("date", "month")),
    }
    return render(request, "meetings_month.html", context)


def shared(found: MeetingFilter) -> dict[str, Any]:
    """Return the context that the three pages share; `keep` is the query string that keeps the chosen KKR."""
    region = found.form.cleaned_data.get("region")
    keep = f"?region={region}" if region else ""
    return {"filter": found, "regions": list(RegionSlug), "region": region, "keep": keep}


def in_region(found: MeetingFilter) -> MeetingQuerySet:
    """Return the meetings of the chosen KKR in any year; all meetings if none is chosen."""
    region = found.form.cleaned_data.get("region")
    return Meeting.objects.filter(region=region) if region else Meeting.objects.all()


def require_year(year: int) -> None:
    """Raise Missing for a year before the archive's first meeting or after its last."""
    years = [day.year for day in Meeting.objects.dates("date", "year")]
    if not years or not years[0] <= year <= years[-1]:
        raise Missing(_("Arkivet har ingen møder i %(year)s.") % {"year": year})
