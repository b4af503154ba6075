"""An agenda item, and what became of an address that no longer has one."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.filters import MAX_QUERY_LENGTH
from meetings.finding.outline import neighbours
from meetings.finding.places import mark_item
from meetings.finding.repairs import shown_repairs
from meetings.models import ItemAddress, ItemTopic, Meeting
from meetings.views.errors import Missing
from meetings.views.meetings import get_meeting


@require_safe
def item(request: HttpRequest, region: str, day: str, address: str) -> HttpResponse:
    """Show an item with all its sections; send an earlier address on."""
    meeting = get_meeting(region, day)
    if (meeting.region_id, meeting.address) != (region, day):
        return redirect("item", meeting.region_id, meeting.address, address, permanent=True)
    topics = Prefetch("itemtopic_set", ItemTopic.objects.select_related("topic"))
    items = meeting.items.select_related("decision", "document", "parent").defer("document__text", "document__record")
    found = items.filter(address=address).prefetch_related(topics, "attachments").first()
    if not found:
        return moved(request, meeting, address)
    found.meeting = meeting
    siblings = list(meeting.items.current().readable().only("meeting", "address", "number", "title", "sort_key"))
    previous, following = neighbours(found, siblings)
    children = [one for one in siblings if one.number.startswith(f"{found.number}.")] if found.is_current else []
    original = "original" in request.GET
    repairs = shown_repairs(found, original=original)
    context = {"meeting": meeting, "item": found, "children": children, "previous": previous, "next": following}
    hits = mark_item(found, request.GET.get("q", "")[:MAX_QUERY_LENGTH])
    return render(request, "item.html", {**context, "repairs": repairs, "original": original, "hits": hits})


def moved(request: HttpRequest, meeting: Meeting, address: str) -> HttpResponse:
    """Redirect for good to where the item now is; 410 where it left the archive. Raises Missing."""
    known = ItemAddress.objects.filter(meeting=meeting, address=address).select_related("item__meeting").first()
    if not known:
        words = {"address": address, "meeting": meeting}
        raise Missing(_("Mødet i %(meeting)s har intet punkt %(address)s.") % words)
    if not known.item:
        return render(request, "gone.html", {"meeting": meeting, "address": address}, status=410)
    return redirect(known.item, permanent=True)
