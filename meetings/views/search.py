"""The search page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from meetings.filters import ItemFilter
from meetings.finding.chips import chips
from meetings.models import AgendaItem
from meetings.views.paging import read_page


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what answers the address; an address with empty fields, as a form gives, becomes one that can be cited."""
    if "" in request.GET.values():
        return redirect(f"{request.path}?{without_blanks(request)}".rstrip("?"))
    found = ItemFilter(request.GET, queryset=AgendaItem.objects.searchable().for_lists())
    if not found.is_valid():
        return render(request, "search.html", {"filter": found}, status=400)
    context = {
        "filter": found,
        "page": read_page(request, found.qs),
        "chips": chips(iter(found.form), found.form.cleaned_data, request.GET),
    }
    return render(request, "search.html", context)


def without_blanks(request: HttpRequest) -> str:
    """Give the query string without empty parameters."""
    kept = request.GET.copy()
    for name, values in list(kept.lists()):
        kept.setlist(name, [value for value in values if value])
    return kept.urlencode()
