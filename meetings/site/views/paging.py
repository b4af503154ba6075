"""Pagination; the page number is the query parameter `side`."""

from __future__ import annotations

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.site.views.errors import Missing

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
    asked = request.GET.get("side") or "1"
    try:
        return paginator.page(asked)
    except InvalidPage as error:
        last = paginator.num_pages
        only = ngettext("Listen har kun %(last)d side.", "Listen har %(last)d sider.", last) % {"last": last}
        raise Missing(_("Der er ingen side »%(asked)s«.") % {"asked": asked[:20]} + " " + only) from error
