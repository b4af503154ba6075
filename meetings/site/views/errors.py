"""The error pages, the exception for pages that do not exist, and redirects from addresses that are nearly right."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import override

from kkrarchive.known_errors import is_database_away
from kkrarchive.language import chosen_language
from meetings.site.forgiving.address import read_address
from meetings.site.forgiving.guess import Sureness, Way

_FILES = {"page-picture", "original"}  # addresses that lead to no page: nothing else can be meant by them
RETRY_SECONDS = "10"  # value of the Retry-After header of a 503 response


class Missing(Http404):
    """A page that does not exist: a sentence for the reader that says what is missing, and `ways` to what is there."""

    def __init__(self, sentence: str, ways: Sequence[Way] = ()) -> None:
        super().__init__(sentence)
        self.ways = ways


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Redirect to the page that was meant if that is sure; else show the 404 page, with pages that may be meant."""
    is_file = request.resolver_match is not None and request.resolver_match.url_name in _FILES
    if is_file or request.method not in {"GET", "HEAD"}:
        return render(request, "404.html", {"message": ""}, status=404)
    read = read_address(request.path_info)
    target = read.guess.redirect
    if target and target.partition("?")[0] != request.path:
        kept = f"?{request.GET.urlencode()}" if request.GET and "?" not in target else ""
        to = HttpResponsePermanentRedirect if read.guess.sureness is Sureness.SAME else HttpResponseRedirect
        return to(target + kept)
    told, ways = (str(exception), exception.ways) if isinstance(exception, Missing) else ("", ())
    others = [way for way in read.guess.ways if way.address != request.get_full_path()]
    context = {"message": told, "ways": [*ways, *others], "words": read.words}
    return render(request, "404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Show the 500 page, or 503 if the database is unreachable; Django calls this inside its exception handler.

    Neither page depends on anything that may have caused the error.
    """
    is_away = is_database_away(sys.exc_info()[1])
    with override(chosen_language(request)):
        response = HttpResponse(render_to_string("503.html" if is_away else "500.html"), status=503 if is_away else 500)
    if is_away:
        response.headers["Retry-After"] = RETRY_SECONDS
        response.headers["Cache-Control"] = "no-store"
    return response
