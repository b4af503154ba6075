"""The search page, and the suggestions for its search box."""

from __future__ import annotations

from typing import Any, cast

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from meetings.filters import MAX_QUERY_LENGTH, ItemFilter
from meetings.models import SearchEntry
from meetings.search.answers.suggesting import suggestions
from meetings.search.execution.counts import MatchCounts
from meetings.search.execution.enclosures import EnclosureHit, find_enclosure_pages
from meetings.search.execution.facet_counts import chosen, facets
from meetings.search.execution.results import SearchResults
from meetings.search.execution.tiers import find
from meetings.search.execution.timeout import limited, was_stopped
from meetings.site.pages.search_answers import shown_answers
from meetings.site.pages.search_chips import chips
from meetings.site.pages.search_title import title_in_words
from meetings.site.views.paging import read_page

UNCOUNTED = MatchCounts(0, "", is_whole=False)  # for a search that reached its time limit


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the results of a search; redirect from a URL with empty parameters, as forms send, to one without them."""
    if "" in request.GET.values():
        return redirect(f"{request.path}?{without_blanks(request)}".rstrip("?"))
    asked = ItemFilter(request.GET, queryset=SearchEntry.objects.all())
    if not asked.is_valid():
        return render(request, "search.html", {"filter": asked}, status=400)
    try:
        with limited():
            return answer(request, asked)
    except OperationalError as error:
        if not was_stopped(error):
            raise
        return stopped(request, asked)


def answer(request: HttpRequest, asked: ItemFilter) -> HttpResponse:
    """Show a page of results."""
    found = find(asked.query, asked.qs, by_relevance=asked.by_relevance, synonyms=asked.by_synonyms)
    narrower = {name: found.without(asked.without(name)) for name in chosen(request.GET)}
    context = {
        "filter": asked,
        "found": found,
        "page": read_page(request, cast(Any, found)),
        "title": title_in_words(
            {**asked.form.cleaned_data, **({"q": found.corrected.text} if found.corrected else {})}
        ),
        "chips": chips(iter(asked.form), asked.form.cleaned_data, request.GET),
        "facets": facets(found.survey, narrower, request.GET),
        "marked_query": found.asked.query.text,
        "enclosure_hits": enclosures_of(asked, found) if request.GET.get("side", "1") == "1" else [],
        "answers": shown_answers(asked.form.cleaned_data["q"] or "", request.GET),
    }
    return render(request, "search.html", context)


def enclosures_of(asked: ItemFilter, found: SearchResults) -> list[EnclosureHit]:
    """Return the pages of enclosures that match what the items were searched for."""
    said = asked.form.cleaned_data
    return find_enclosure_pages(found.asked, asked.tags, said["fra"], said["til"])


def stopped(request: HttpRequest, asked: ItemFilter) -> HttpResponse:
    """Show that the search took too long, with all filters to narrow it by."""
    context = {
        "filter": asked,
        "was_stopped": True,
        "chips": chips(iter(asked.form), asked.form.cleaned_data, request.GET),
        "facets": facets(UNCOUNTED, {}, request.GET),
    }
    return render(request, "search.html", context, status=503)


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Return suggestions for a partly typed query, as JSON; none if that takes too long."""
    try:
        with limited():
            found = suggestions(request.GET.get("q", "")[:MAX_QUERY_LENGTH])
    except OperationalError as error:
        if not was_stopped(error):
            raise
        found = []
    return JsonResponse({"suggestions": [one._asdict() for one in found]})


def without_blanks(request: HttpRequest) -> str:
    """Return the query string without empty parameters."""
    kept = request.GET.copy()
    for name, values in list(kept.lists()):
        kept.setlist(name, [value for value in values if value])
    return kept.urlencode()
