"""What every page's template knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from meetings.models import Document, Meeting


def archive(_request: HttpRequest) -> dict[str, Any]:
    """Return what every template may ask of the archive; the database is asked once, if a template asks.

    `samples_shown`: are samples among the documents shown; `samples_only`: are there no others; `archive_is_empty`: has
    it no meetings.
    """
    return {
        "samples_shown": SimpleLazyObject(Document.objects.samples().read().exists),
        "samples_only": SimpleLazyObject(lambda: not Document.objects.own().read().exists()),
        "archive_is_empty": SimpleLazyObject(lambda: not Meeting.objects.exists()),
    }
