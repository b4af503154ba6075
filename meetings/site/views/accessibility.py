"""The accessibility statement that the law requires of public bodies' websites."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

# When the pages were last assessed as the statement describes. Whoever repeats the assessment updates it.
ASSESSED = datetime.date(2026, 11, 22)


@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    """Show the statement, following the EU model (2018/1523), with the operator's name and contact if known."""
    context = {"host": request.get_host(), "operator": settings.OPERATOR, "assessed": ASSESSED}
    return render(request, "accessibility.html", {**context, "was_url": settings.WAS_URL})


@require_safe
def was(_request: HttpRequest) -> HttpResponse:
    """Redirect to the statement from the short address that Digitaliseringsstyrelsen asks every website to have."""
    return redirect(settings.WAS_URL or "accessibility")
