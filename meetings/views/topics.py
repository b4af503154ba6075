"""The topics, and the items of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem, Topic
from meetings.views.errors import Missing
from meetings.views.paging import read_page


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """List the topics with the number of items in each."""
    return render(request, "topics.html", {"topics": Topic.objects.with_item_counts()})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """List the items of a topic, the newest first."""
    found = Topic.objects.filter(slug=slug).first()
    if not found:
        raise Missing(_("Der er intet emne med adressen “%(slug)s”.") % {"slug": slug})
    items = AgendaItem.objects.current().filter(topics=found).for_lists().newest_first()
    return render(request, "topic.html", {"topic": found, "page": read_page(request, items)})
