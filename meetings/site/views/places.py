"""The list of municipalities, and the page of a municipality."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.filters import MentionFilter
from meetings.models import SearchEntry
from meetings.reference import by_region, municipality_slugs
from meetings.search.execution.results import find
from meetings.search.language.query import read_query
from meetings.site.charts.tile_map import tile_map
from meetings.site.pages.municipality import people_of, set_snippets
from meetings.site.pages.search_chips import chips
from meetings.site.statistics.yearly_counts import items_by_year_and_region
from meetings.site.views.errors import Missing
from meetings.site.views.paging import read_page
from meetings.site.views.search import without_blanks


@require_safe
def municipalities(request: HttpRequest) -> HttpResponse:
    """Show the 98 municipalities on the map and by KKR."""
    return render(request, "municipalities.html", {"map": tile_map(), "regions": by_region().values()})


@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a municipality: the items that mention it, filtered by the query string, and its representatives."""
    found = municipality_slugs().get(slug)
    if not found:
        raise Missing(_("Der er ingen kommune med adressen »%(slug)s«.") % {"slug": slug})
    if "" in request.GET.values():
        return redirect(f"{request.path}?{without_blanks(request)}".rstrip("?"))
    entries = SearchEntry.objects.tagged(f"kommune:{slug}")
    asked = MentionFilter(request.GET, queryset=entries)
    title = _("Punkter, der nævner %(name)s, efter år og KKR") % {"name": found}
    plot = items_by_year_and_region(entries, "naevnt", title, kommune=slug)
    context = {
        "municipality": found,
        "map": tile_map(found),
        "terms": people_of(found),
        "plot": plot,
        "mentions": sum(plot.values.values()),
        "filter": asked,
    }
    if not asked.is_valid():
        return render(request, "municipality.html", context, status=400)
    page = read_page(request, cast(Any, find(read_query(""), asked.qs, by_relevance=False)))
    set_snippets(page, found)
    context |= {"page": page, "chips": chips(iter(asked.form), asked.form.cleaned_data, request.GET)}
    return render(request, "municipality.html", context)
