"""The page of a meeting, and the page of what its documents changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem, Document, Fact, Meeting
from meetings.provenance.current_documents import find_repaired_document, has_minutes, missing_kind, versions
from meetings.reference import by_region
from meetings.shared.vocabulary import RegionSlug
from meetings.site.comparing.versions import differences_by_item, stages
from meetings.site.pages.agenda_outline import outline
from meetings.site.pages.turnout import turnout
from meetings.site.views.errors import Missing


@require_safe
def meeting(request: HttpRequest, region: str, address: str) -> HttpResponse:
    """Show a meeting: agenda, changes in the minutes, attendance, documents, and the meetings before and after."""
    found = get_meeting(region, address)
    if found.get_absolute_url() != request.path:
        return redirect(found, permanent=True)
    items, documents = get_agenda(found), get_documents(found)
    current = [item for item in items if item.is_current]
    changed = stages(documents, items)
    participants = found.participants.select_related("person", "municipality").order_by("position")
    is_known = has_minutes(documents) and found.is_gathering
    context = {
        "meeting": found,
        "item_count": sum(not item.is_heading for item in current),
        "heading_count": sum(item.is_heading for item in current),
        "outline": outline(current, differences_by_item(changed)),
        "dropped": [item for item in items if not item.is_current],
        "turnout": turnout(participants, by_region()[found.region_id][1], has_minutes=is_known),
        "versions": versions(documents),
        "repaired": find_repaired_document(documents),
        "missing": missing_kind(documents),
        "enclosures": found.documents.read().enclosures().defer("text", "changes"),
        "stages": changed,
        "announced": Fact.objects.announced_by(found),
        "mentions": Fact.objects.about_meeting(found),
        "previous": Meeting.objects.before(found).first(),
        "next": Meeting.objects.after(found).first(),
    }
    return render(request, "meeting.html", context)


@require_safe
def changes(request: HttpRequest, region: str, address: str) -> HttpResponse:
    """Show what each document of a meeting changed in its predecessor, word by word."""
    found = get_meeting(region, address)
    if (found.region_id, found.address) != (region, address):
        return redirect("changes", found.region_id, found.address, permanent=True)
    items = found.items.only("meeting", "number", "address", "title", "case_number", "is_current")
    context = {"meeting": found, "stages": stages(get_documents(found), list(items.order_by("sort_key", "pk")))}
    return render(request, "changes.html", context)


def get_agenda(meeting: Meeting) -> list[AgendaItem]:
    """Return all items of a meeting in order of number, including dropped ones."""
    return list(meeting.items.select_related("decision").order_by("sort_key", "pk"))


def get_documents(meeting: Meeting) -> list[Document]:
    """Return the parsed documents of a meeting, with their records but not their texts."""
    return list(meeting.documents.read().papers().defer("text", "changes"))


def get_meeting(region: str, address: str) -> Meeting:
    """Return the meeting at a current or former address. Raise Missing if there is none."""
    found = find_meeting(region, address)
    if not found:
        date, _sequence = Meeting.read_address(address)
        words = {"region": f"KKR {RegionSlug(region).label}", "date": date_format(date, "DATE_FORMAT")}
        raise Missing(_("Arkivet har intet møde i %(region)s den %(date)s.") % words)
    return found


def find_meeting(region: str, address: str) -> Meeting | None:
    """Return the meeting at an address, or the one that had it before a correction; None if there is neither."""
    date, sequence = Meeting.read_address(address)
    meetings = Meeting.objects.order_by()
    found = meetings.filter(region=region, date=date, sequence=sequence).first()
    found = found or meetings.filter(former_addresses__region=region, former_addresses__address=address).first()
    if found:
        found.region = by_region()[found.region_id][0]
    return found
