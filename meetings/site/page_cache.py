"""The page cache: middleware that serves rendered pages again for as long as the archive has not changed.

The public pages are the same for all readers and change only when a document is parsed or an archivist corrects
something: some thousand times less often than they are read. Only requests of those who are logged in bypass the cache.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module
from threading import Lock
from typing import cast
from weakref import WeakValueDictionary

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control

from meetings.models import Change
from meetings.models.editions import of_edition
from meetings.site.kept_pages import KeptPages

LARGEST = 200_000  # bytes, as sent: the largest overview takes 30,000


class PageCache:
    """Middleware that keeps up to `settings.PAGES_MB` of pages in the memory of its process; 0 turns it off.

    The key of a page covers all that it depends on, such as the archive's edition, the address, the reader's language
    and the day. It is also the ETag, so that browsers that revalidate a page get a 304 response.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Raise MiddlewareNotUsed if the cache is turned off."""
        if not settings.PAGES_MB:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.pages = KeptPages(round(settings.PAGES_MB * 1_000_000))
        self.turns: WeakValueDictionary[str, Lock] = WeakValueDictionary()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or is_logged_in(request):
            return self.get_response(request)
        edition = Change.objects.edition()
        key = key_of(request, edition)
        with of_edition(edition):
            response = self.pages.get(key) or self._make(key, request)
        if response.headers.get("ETag") != _tag(key):
            return response
        return cast(HttpResponse, get_conditional_response(request, _tag(key), response=response))

    def _make(self, key: str, request: HttpRequest) -> HttpResponse:
        """Return a page made anew, or the one that another thread is making just now."""
        turn = self.turns.setdefault(key, Lock())
        if turn.acquire(blocking=False):
            try:
                return self._keep(key, self.get_response(request))
            finally:
                turn.release()
        with turn:
            pass
        return self.pages.get(key) or self._keep(key, self.get_response(request))

    def _keep(self, key: str, response: HttpResponse) -> HttpResponse:
        """Keep a page if it may be kept; return it."""
        if is_cacheable(response):
            patch_cache_control(response, no_cache=True)
            response.headers["ETag"] = _tag(key)
            self.pages.keep(key, response)
        return response


def _tag(key: str) -> str:
    return f'W/"{key}"'


def is_logged_in(request: HttpRequest) -> bool:
    """Return whether a request has the cookie of a session in which somebody logged in."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    return bool(key) and SESSION_KEY in import_module(settings.SESSION_ENGINE).SessionStore(key)


def key_of(request: HttpRequest, edition: str) -> str:
    """Return the cache key of a request in an edition of the archive: a hash of all that the page depends on."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    gzip = bool(re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")))
    host = request.headers.get("Host", "")
    told = [edition, timezone.localdate(), request.scheme, host, chosen, gzip, request.get_full_path()]
    return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()


def is_cacheable(response: HttpResponse) -> bool:
    """Return whether a response may be cached: a complete page without cookies or a Cache-Control header of its own."""
    is_page = response.status_code == 200 and not response.streaming
    return is_page and not response.cookies and "Cache-Control" not in response and len(response.content) <= LARGEST
