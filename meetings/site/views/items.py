"""The page of an agenda item, and redirects from former addresses of items."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.filters import MAX_QUERY_LENGTH
from meetings.models import AgendaItem, Attachment, FormerItemAddress, ItemAddress, Meeting, Topic
from meetings.provenance.item_provenance import provenance
from meetings.provenance.repairs import visible_repairs
from meetings.site.pages.agenda_outline import neighbours
from meetings.site.pages.citation import VERSION, cite, has_changed
from meetings.site.pages.facts import facts_of_item
from meetings.site.pages.item_enclosures import enclosures_of
from meetings.site.pages.same_matter import same_matter
from meetings.site.pages.search_hit_anchors import mark_item
from meetings.site.views.errors import Missing
from meetings.site.views.meetings import find_meeting, get_meeting

LONG = 3_000  # characters; longer items have a table of contents


@require_safe
def item(request: HttpRequest, region: str, day: str, address: str) -> HttpResponse:
    """Show an item with all its sections; redirect from former addresses. Raise Missing if there is no such item."""
    meeting = find_meeting(region, day)
    if not meeting or (meeting.region_id, meeting.address) != (region, day):
        return moved_with_meeting(request, region, day, address)
    attachments = Prefetch("attachments", Attachment.objects.order_by("position"))
    items = meeting.items.select_related("decision", "document").prefetch_related(attachments).order_by()
    items = items.defer("document__text", "document__record", "document__changes")
    found = items.filter(address=address).first()
    if not found:
        return moved(request, meeting, address)
    found.meeting = meeting
    context = {"meeting": meeting, "item": found, **_text(request, found), **_around(meeting, found)}
    full_address = request.build_absolute_uri(found.get_absolute_url())
    enclosures = meeting.documents.read().enclosures().only("name", "record")
    context["enclosures"] = enclosures_of(found, list(enclosures))
    context["citation"] = cite(found, full_address, timezone.localdate())
    context["has_changed"] = has_changed(found, request.GET.get(VERSION, ""))
    return render(request, "item.html", context)


def _text(request: HttpRequest, item: AgendaItem) -> dict[str, Any]:
    """Return the context for the item's own text."""
    original = "original" in request.GET
    hits = mark_item(item, request.GET.get("q", "")[:MAX_QUERY_LENGTH])
    is_long = sum(map(len, hits.texts.values())) > LONG
    return {"original": original, "repairs": visible_repairs(item, original=original), "hits": hits, "is_long": is_long}


def _around(meeting: Meeting, item: AgendaItem) -> dict[str, Any]:
    """Return the context around an item: parent, subitems, neighbours, same matter elsewhere, provenance and topics."""
    agenda = meeting.items.only("meeting", "address", "number", "title", "sort_key").order_by("sort_key", "pk")
    everything: list[Any] = list(agenda.annotate(entry=F("search_entry")))
    siblings = [one for one in everything if one.entry]
    parent = next((one for one in everything if one.pk == item.parent_id), None)
    topics = item.itemtopic_set.order_by("position").values_list("topic", flat=True)
    previous, following = neighbours(item, siblings)
    children = [one for one in siblings if one.number.startswith(f"{item.number}.")] if item.is_current else []
    found: dict[str, Any] = {"matter": same_matter(item), "provenance": provenance(item), "facts": facts_of_item(item)}
    found["topics"] = list(map(Topic, topics))
    return {"parent": parent, "children": children, "previous": previous, "next": following, **found}


def moved(request: HttpRequest, meeting: Meeting, address: str) -> HttpResponse:
    """Redirect permanently to the item's new address; 410 if it left the archive. Raise Missing if never there."""
    known = ItemAddress.objects.filter(meeting=meeting, address=address).select_related("item__meeting").first()
    if known and known.item:
        return redirect(known.item, permanent=True)
    former = find_former(meeting.region_id, meeting.address, address)
    if former and former.item:
        return redirect(former.item, permanent=True)
    if not known and not former:
        words = {"address": address, "meeting": meeting}
        raise Missing(_("Mødet i %(meeting)s har intet punkt %(address)s.") % words)
    return gone(request, meeting, address)


def moved_with_meeting(request: HttpRequest, region: str, day: str, address: str) -> HttpResponse:
    """Redirect permanently from a moved meeting's address; 410 if the item is gone. Raise Missing if neither."""
    former = find_former(region, day, address)
    if former and former.item:
        return redirect(former.item, permanent=True)
    meeting = get_meeting(region, day)
    if former:
        return gone(request, meeting, address)
    return redirect("item", meeting.region_id, meeting.address, address, permanent=True)


def find_former(region: str, day: str, address: str) -> FormerItemAddress | None:
    """Return the former address of an item whose document was moved to another meeting; None if there is none."""
    there = FormerItemAddress.objects.filter(region=region, meeting_address=day, address=address)
    return there.select_related("item__meeting").first()


def gone(request: HttpRequest, meeting: Meeting, address: str) -> HttpResponse:
    """Show the 410 page: the item was there and no longer is, with a link to its meeting."""
    return render(request, "gone.html", {"meeting": meeting, "address": address}, status=410)
