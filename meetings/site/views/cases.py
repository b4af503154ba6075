"""Cases: the items that share a case number."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import AgendaItem
from meetings.search import language
from meetings.search.execution.cases import cases_called
from meetings.site.pages.cases import case_numbers, case_timeline, count_cases, find_case
from meetings.site.pages.cases import cases as all_cases
from meetings.site.views.errors import Missing
from meetings.site.views.paging import read_page
from meetings.site.views.parameters import mended, read_parameter

CASES, ITEMS = 50, 40  # on a page


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """List the cases of a year, or all, newest first. Raise Missing if there are none of that year."""
    counts, asked = count_cases(), read_parameter(request, "aar")
    of_year = {str(year): n for year, n in counts.years}
    if asked and asked not in of_year:
        told = _("Arkivet har ingen sager med nummer fra »%(year)s«.") % {"year": asked[:20]}
        raise Missing(told, mended(request, "aar"))
    year = int(asked) if asked else None
    page = read_page(request, case_numbers(year), CASES, count=of_year[asked] if asked else counts.total)
    page.object_list = all_cases(page.object_list)
    return render(request, "cases.html", {"page": page, "years": counts.years, "year": year})


@require_safe
def case(request: HttpRequest, case: str) -> HttpResponse:
    """Show the items of a case by meeting; redirect other spellings of its number. Raise Missing if there is none.

    A number without its year is redirected too if it is that of one case only.
    """
    number = language.find_case_number(case) or case.upper()
    found = find_case(number)
    if not found and len(called := cases_called(number)) == 1:
        return redirect("case", called[0])  # another year may get the number
    if not found:
        raise Missing(_("Arkivet har ingen punkter med sagsnummer %(case)s.") % {"case": number})
    if number != case:
        return redirect("case", number, permanent=True)
    items = AgendaItem.objects.searchable().filter(case_number=number).for_lists().newest_first()
    context = {"case": found, "timeline": case_timeline(found), "page": read_page(request, items, ITEMS)}
    return render(request, "case.html", context)
