"""Pages that were made once are given again, for as long as the archive has not changed.

What readers are shown is the same for all of them, and changes when a document is read or an archivist corrects
something: some thousand times less often than it is read. Whoever is logged in gets every page made anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control

from meetings.models import Change

LARGEST = 200_000  # bytes, as sent: the largest overview takes 30,000


class PageCache:
    """Keep the pages last asked for in this process's memory, `settings.PAGES_KEPT` of them; none for 0.

    A page is kept under all that it is made by: the archive's edition, the address, the reader's language, the day.
    Browsers that show the page again ask with the key, and are told in a few bytes that it still holds.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Raises MiddlewareNotUsed if no pages are to be kept."""
        if not settings.PAGES_KEPT:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.pages = caches["pages"]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self.get_response(request)
        key = key_of(request)
        response = cast(HttpResponse | None, self.pages.get(key))
        if response is None:
            response = self.get_response(request)
            if not may_be_kept(response):
                return response
            patch_cache_control(response, no_cache=True)
            response.headers["ETag"] = f'W/"{key}"'
            self.pages.set(key, response)
        return cast(HttpResponse, get_conditional_response(request, response.headers["ETag"], response=response))


def key_of(request: HttpRequest) -> str:
    """Return the key of all that a page is made by."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    gzip = bool(re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")))
    host = request.headers.get("Host", "")
    told = [Change.objects.edition(), timezone.localdate(), request.scheme, host, chosen, gzip, request.get_full_path()]
    return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()


def may_be_kept(response: HttpResponse) -> bool:
    """Return whether a response is a page for everybody: whole, no cookie in it, not told to go unkept."""
    is_page = response.status_code == 200 and not response.streaming
    return is_page and not response.cookies and "Cache-Control" not in response and len(response.content) <= LARGEST
