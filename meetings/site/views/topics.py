"""The list of topics, and the page of a topic."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem, ItemTopic, SearchEntry, Topic
from meetings.shared.vocabulary import RegionSlug
from meetings.site.statistics.tallies import read_tally
from meetings.site.statistics.topics import count_topics
from meetings.site.statistics.yearly_counts import items_by_year_and_region, search_address
from meetings.site.views.errors import Missing
from meetings.site.views.paging import read_page
from meetings.site.views.parameters import mended, read_parameter


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """List the topics with the number of items in each."""
    return render(request, "topics.html", {"topics": count_topics(read_tally())})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a topic by year and KKR, and its items, newest first, of one KKR or of all."""
    found = Topic.objects.filter(slug=slug).first()
    if not found:
        raise Missing(_("Der er intet emne med adressen »%(slug)s«.") % {"slug": slug})
    region = read_region(request)
    entries = SearchEntry.objects.filter(pk__in=ItemTopic.objects.filter(topic=found).values("item"))
    shown = entries.filter(meeting__region=region) if region else entries
    plot = items_by_year_and_region(entries, "aar", _("Punkter om emnet efter år og KKR"), emne=slug)
    count = sum(n for (_year, of_region), n in plot.values.items() if region in ("", of_region))
    context = {
        "topic": found,
        "plot": plot,
        "page": with_items(read_page(request, shown.newest_first().values_list("pk", flat=True), count=count)),
        "regions": list(RegionSlug),
        "region": region,
        "search_url": search_address(emne=slug, region=region),
    }
    return render(request, "topic.html", context)


def with_items(page: Page[Any]) -> Page[Any]:
    """Return the page with its primary keys replaced by items: sorting keys avoids sorting long texts."""
    keys = list(page.object_list)
    items = AgendaItem.objects.listed().in_bulk(keys)
    page.object_list = [items[key] for key in keys if key in items]
    return page


def read_region(request: HttpRequest) -> str:
    """Return the requested KKR, "" for none. Raise Missing if there is no such KKR."""
    asked = read_parameter(request, "region")
    if asked and asked not in set(RegionSlug):
        ways = mended(request, "region", ((f"KKR {_(one.label)}", one) for one in RegionSlug))
        raise Missing(_("Der er ingen KKR, der hedder »%(region)s«.") % {"region": asked[:20]}, ways)
    return asked
