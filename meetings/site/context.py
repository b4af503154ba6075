"""The context processor of the public pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from meetings.models import Document, Meeting


def archive(_request: HttpRequest) -> dict[str, Any]:
    """Return lazy variables for all templates; each queries the database only if a template uses it, and only once.

    `samples_shown`: the documents on the site include samples; `samples_only`: there are no others; `archive_is_empty`:
    there are no meetings.
    """
    return {
        "samples_shown": SimpleLazyObject(Document.objects.samples().read().exists),
        "samples_only": SimpleLazyObject(lambda: not Document.objects.own().read().exists()),
        "archive_is_empty": SimpleLazyObject(lambda: not Meeting.objects.exists()),
    }
