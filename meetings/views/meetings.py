"""The list of meetings, and a meeting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.filters import MeetingFilter
from meetings.finding.attending import delegations, party_counts
from meetings.finding.outline import outline
from meetings.finding.versions import versions
from meetings.models import Meeting
from meetings.views.errors import Missing
from meetings.views.paging import read_page
from meetings.vocabulary import Attendance, RegionSlug


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """List the meetings, the newest first, by KKR and year as the address asks."""
    found = MeetingFilter(request.GET, queryset=Meeting.objects.for_lists())
    if not found.is_valid():
        return render(request, "meetings.html", {"filter": found}, status=400)
    years = [day.year for day in Meeting.objects.dates("date", "year", order="DESC")]
    context = {"filter": found, "page": read_page(request, found.qs), "years": years, "regions": list(RegionSlug)}
    return render(request, "meetings.html", context)


@require_safe
def meeting(request: HttpRequest, region: str, address: str) -> HttpResponse:
    """Show a meeting: its agenda, who was there, its documents, the meetings before and after."""
    found = get_meeting(region, address)
    if found.get_absolute_url() != request.path:
        return redirect(found, permanent=True)
    items = list(found.items.select_related("decision").order_by("sort_key", "pk"))
    participants = list(found.participants.select_related("person", "municipality").order_by("position"))
    context = {
        "meeting": found,
        "outline": outline(item for item in items if item.is_current),
        "dropped": [item for item in items if not item.is_current],
        "delegations": delegations(participants),
        "parties": party_counts(participants),
        "present": sum(one.status == Attendance.PRESENT for one in participants),
        "absent": sum(one.status == Attendance.ABSENT for one in participants),
        "versions": versions(found.documents.read().defer("text", "record")),
        "previous": Meeting.objects.before(found).first(),
        "next": Meeting.objects.after(found).first(),
    }
    return render(request, "meeting.html", context)


def get_meeting(region: str, address: str) -> Meeting:
    """Give the meeting at an address, or one that was there before it was put right. Raises Missing."""
    date, sequence = Meeting.read_address(address)
    meetings = Meeting.objects.select_related("region")
    found = meetings.filter(region=region, date=date, sequence=sequence).first()
    found = found or meetings.filter(former_addresses__region=region, former_addresses__address=address).first()
    if not found:
        words = {"region": f"KKR {RegionSlug(region).label}", "date": date_format(date, "DATE_FORMAT")}
        raise Missing(_("Arkivet har intet møde i %(region)s den %(date)s.") % words)
    return found
