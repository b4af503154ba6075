"""The page cache: middleware that serves rendered pages again for as long as the archive has not changed.

The public pages are the same for all readers and change only when a document is parsed or an archivist corrects
something: some thousand times less often than they are read. Requests with a session cookie bypass the cache.
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
    """Middleware that keeps up to `settings.PAGES_KEPT` pages in the memory of its process; 0 turns it off.

    The key of a page covers all that it depends on, such as the archive's edition, the address, the reader's language
    and the day. It is also the ETag, so that browsers that revalidate a page get a 304 response.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Raise MiddlewareNotUsed if the cache is turned off."""
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
            if not is_cacheable(response):
                return response
            patch_cache_control(response, no_cache=True)
            response.headers["ETag"] = f'W/"{key}"'
            self.pages.set(key, response)
        return cast(HttpResponse, get_conditional_response(request, response.headers["ETag"], response=response))


def key_of(request: HttpRequest) -> str:
    """Return the cache key of a request: a hash of all that the page depends on."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    gzip = bool(re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")))
    host = request.headers.get("Host", "")
    told = [Change.objects.edition(), timezone.localdate(), request.scheme, host, chosen, gzip, request.get_full_path()]
    return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()


def is_cacheable(response: HttpResponse) -> bool:
    """Return whether a response may be cached: a complete page without cookies or a Cache-Control header of its own."""
    is_page = response.status_code == 200 and not response.streaming
    return is_page and not response.cookies and "Cache-Control" not in response and len(response.content) <= LARGEST
