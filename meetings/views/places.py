"""A KKR, the municipalities, and one of them."""

from __future__ import annotations

from django.db.models import Count, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem, Meeting, Municipality, Person, Region
from meetings.views.errors import Missing


@require_safe
def region(request: HttpRequest, region: str) -> HttpResponse:
    """Show a KKR: its meetings by year and its municipalities."""
    found = Region.objects.get(slug=region)
    context = {
        "region": found,
        "meetings": Meeting.objects.for_lists().filter(region=found),
        "municipalities": found.municipalities.all(),
    }
    return render(request, "region.html", context)


@require_safe
def municipalities(request: HttpRequest) -> HttpResponse:
    """List the 98 municipalities by KKR."""
    context = {"regions": Region.objects.prefetch_related("municipalities")}
    return render(request, "municipalities.html", context)


@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a municipality: who has sat for it, and the latest items that name it."""
    found = Municipality.objects.select_related("region").filter(slug=slug).first()
    if not found:
        raise Missing(_("Der er ingen kommune med adressen “%(slug)s”.") % {"slug": slug})
    people = Person.objects.filter(participations__municipality=found).annotate(
        first=Min("participations__meeting__date"),
        last=Max("participations__meeting__date"),
        meeting_count=Count("participations"),
    )
    items = AgendaItem.objects.searchable().mentioning(found)
    context = {
        "municipality": found,
        "people": people.order_by("-last", "sort_key"),
        "items": items.for_lists().newest_first()[:10],
        "item_count": items.count(),
    }
    return render(request, "municipality.html", context)
