"""Pagination; the page number is the query parameter `side`."""

from __future__ import annotations

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.site.forgiving.guess import Way
from meetings.site.pages.query_strings import PAGE, with_value
from meetings.site.views.errors import Missing
from meetings.site.views.parameters import read_parameter

PAGE_SIZE = 20


def read_page(
    request: HttpRequest, rows: QuerySet[Any, Any], size: int = PAGE_SIZE, count: int | None = None
) -> Page[Any]:
    """Return the requested page of `rows`. Raise Missing if there is no such page.

    `count` is the number of rows, if it is already known.
    """
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count  # saves the query for it
    asked = read_parameter(request, PAGE) or "1"
    try:
        return paginator.page(asked)
    except InvalidPage as error:
        last = paginator.num_pages
        only = ngettext("Listen har kun %(last)d side.", "Listen har %(last)d sider.", last) % {"last": last}
        told = _("Der er ingen side »%(asked)s«.") % {"asked": asked[:20]}
        raise Missing(f"{told} {only}", _ends(request, last)) from error


def _ends(request: HttpRequest, last: int) -> list[Way]:
    """Return the first page of a list and its last."""
    first, final = (request.path + with_value(request.GET, PAGE, value) for value in ("", str(last)))
    return [Way(_("Den første side"), first), Way(_("Den sidste side"), final)][: min(last, 2)]
