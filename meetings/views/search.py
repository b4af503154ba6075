"""The search page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from meetings.filters import ItemFilter
from meetings.finding.chips import chips
from meetings.finding.results import find
from meetings.models import SearchEntry
from meetings.views.paging import read_page


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what answers the address; an address with empty fields, as a form gives, becomes one that can be cited."""
    if "" in request.GET.values():
        return redirect(f"{request.path}?{without_blanks(request)}".rstrip("?"))
    chosen = ItemFilter(request.GET, queryset=SearchEntry.objects.all())
    if not chosen.is_valid():
        return render(request, "search.html", {"filter": chosen}, status=400)
    found = find(chosen.query, chosen.qs, by_relevance=chosen.by_relevance)
    context = {
        "filter": chosen,
        "found": found,
        "page": read_page(request, found),
        "chips": chips(iter(chosen.form), chosen.form.cleaned_data, request.GET),
    }
    return render(request, "search.html", context)


def without_blanks(request: HttpRequest) -> str:
    """Give the query string without empty parameters."""
    kept = request.GET.copy()
    for name, values in list(kept.lists()):
        kept.setlist(name, [value for value in values if value])
    return kept.urlencode()
