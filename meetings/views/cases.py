"""Cases: the items that share a case number."""

from __future__ import annotations

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings import search
from meetings.models import AgendaItem
from meetings.views.errors import Missing
from meetings.views.paging import read_page


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """List the case numbers, the newest first, with how many items each has, when and in which KKR."""
    found = (
        AgendaItem.objects.current()
        .exclude(case_number="")
        .values("case_number")
        .annotate(
            item_count=Count("pk"),
            first=Min("meeting__date"),
            last=Max("meeting__date"),
            title=Min("title"),
            regions=ArrayAgg("meeting__region", distinct=True),
        )
        .order_by("-case_number")
    )
    return render(request, "cases.html", {"page": read_page(request, found, 50)})


@require_safe
def case(request: HttpRequest, case: str) -> HttpResponse:
    """List the items of a case; send other spellings of its number on to the one."""
    number = search.find_case_number(case) or case.upper()
    items = AgendaItem.objects.current().filter(case_number=number).for_lists().newest_first()
    page = read_page(request, items)
    if not page.object_list:
        raise Missing(_("Arkivet har ingen punkter med sagsnummer %(case)s.") % {"case": number})
    if number != case:
        return redirect("case", number, permanent=True)
    return render(request, "case.html", {"case": number, "page": page})
