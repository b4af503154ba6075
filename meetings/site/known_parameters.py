"""The query parameters that each page knows. All others, such as `utm_source` and `fbclid`, are dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl, quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from meetings.filters import ItemFilter, MeetingFilter, MentionFilter, PersonFilter
from meetings.site.pages.citation import VERSION
from meetings.site.pages.query_strings import PAGE

ASCII = bytes(range(128))
ON_PAGE = ("q", "punkt", "afsnit", "oplysning")
# By the names of pages in `meetings.site.urls`, in the order in which links have them; other pages know none.
KNOWN: dict[str, tuple[str, ...]] = {
    "search": (*ItemFilter.base_filters, PAGE),
    "suggest": ("q",),
    "meetings": (*MeetingFilter.base_filters, PAGE),
    "year": (*MeetingFilter.base_filters, PAGE),
    "month": (*MeetingFilter.base_filters, PAGE),
    "region": ("aar",),
    "cases": ("aar", PAGE),
    "case": (PAGE,),
    "topic": ("region", PAGE),
    "people": (*PersonFilter.base_filters, PAGE),
    "municipality": (*MentionFilter.base_filters, PAGE),
    "item": ("q", VERSION, "original"),
    "document": ("original",),
    "document-page": ON_PAGE,
    "place": ON_PAGE,
}


class KnownParameters:
    """Middleware that leaves in a request the parameters that its page knows, always in the same order.

    So one page has one address, however it was linked to: in the page cache, and in the links on the page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if query and request.method in {"GET", "HEAD"}:
            names = _names(request.path_info)
            request.META["QUERY_STRING"] = query if names is None else only(names, query)
        return self.get_response(request)


def only(names: Iterable[str], query: str) -> str:
    """Return a query string with the parameters of these names alone, in the order of the names."""
    given = _read(query)
    return urlencode([(name, value) for name in names for other, value in given if other == name])


def _read(query: str) -> list[tuple[str, str]]:
    """Return the parameters of a query string: in UTF-8 or, if it is not, in Windows-1252, as old links have it.

    WSGI hands on bytes beyond ASCII as the characters of Latin-1.
    """
    encoded = quote(query.encode("latin-1", "ignore"), safe=ASCII)
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        return parse_qsl(encoded, keep_blank_values=True, encoding="cp1252")


def _names(path: str) -> Iterable[str] | None:
    """Return the parameters that the page at a path knows; None for the admin, and where there is no page."""
    try:
        found = resolve(path)
    except Resolver404:
        return None
    return None if found.namespaces else KNOWN.get(found.url_name or "", ())
