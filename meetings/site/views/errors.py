"""The error pages, and the exception for pages that do not exist."""

from __future__ import annotations

import sys

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import override

from kkrarchive.known_errors import is_database_away
from kkrarchive.language import chosen_language

RETRY_SECONDS = "10"  # value of the Retry-After header of a 503 response


class Missing(Http404):
    """A page that does not exist, with a sentence for the reader that says what is missing."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show the 404 page, with the sentence of a `Missing`."""
    message = str(exception) if isinstance(exception, Missing) else ""
    return render(request, "404.html", {"message": message}, status=404)


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
