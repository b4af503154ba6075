"""Overviews: what the whole archive shows, and what it lacks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meetings.finding import counting


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the archive's size by year and KKR, and lead to the other overviews."""
    return render(request, "overview.html", {"plot": counting.decisions_by_year_and_region()})
