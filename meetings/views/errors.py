"""What is not here, said in words."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


class Missing(Http404):
    """A page that does not exist, with a sentence for the reader that says what is missing."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show the 404 page, with the sentence of a `Missing`."""
    message = str(exception) if isinstance(exception, Missing) else ""
    return render(request, "404.html", {"message": message}, status=404)
