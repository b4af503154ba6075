"""The list of people from A to Å, and the page of a person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.filters import PersonFilter
from meetings.models import Fact, Person
from meetings.shared.vocabulary import RegionSlug
from meetings.site.pages.people_index import by_letter, person_entries
from meetings.site.pages.person_mentions import find_mentions
from meetings.site.pages.service_history import service
from meetings.site.views.errors import Missing


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List people by initial, with municipalities and years, optionally of one KKR, municipality or party."""
    found = PersonFilter(request.GET, queryset=Person.objects.standing())
    if not found.is_valid():
        return render(request, "people.html", {"filter": found}, status=400)
    said = found.form.cleaned_data
    rows = person_entries(found.qs)
    context = {
        "filter": found,
        "count": len(rows),
        "letters": by_letter(rows),
        "regions": list(RegionSlug),
        "region": said["region"],
        "municipality": said["kommune"],
        "named": said["q"],
        "party": said["parti"],
    }
    return render(request, "people.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a person's seats, meetings and mentions; redirect if merged into another. Raise Missing if there is none."""
    found = Person.objects.select_related("merged_into").filter(slug=slug).first()
    if not found:
        raise Missing(_("Der er ingen deltager med adressen »%(slug)s«.") % {"slug": slug})
    if found.merged_into:
        return redirect(found.merged_into, permanent=True)
    context = {"person": found, "service": service(found), "named": find_mentions(found)}
    context["appointments"] = Fact.objects.appointing(found)
    return render(request, "person.html", context)
