"""The accessibility statement that the law asks of public bodies' websites."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

# When the pages were last looked through as the statement says. Moved forward by who does it again.
ASSESSED = datetime.date(2026, 11, 22)


@require_safe
def statement(request: HttpRequest) -> HttpResponse:
    """Show the statement, in the order of the EU's model (2018/1523), with the operator's name and contact if given."""
    context = {"host": request.get_host(), "operator": settings.OPERATOR, "assessed": ASSESSED}
    return render(request, "accessibility.html", {**context, "was_url": settings.WAS_URL})


@require_safe
def was(_request: HttpRequest) -> HttpResponse:
    """Lead to the statement from the short address that Digitaliseringsstyrelsen asks every website to have."""
    return redirect(settings.WAS_URL or "accessibility")
