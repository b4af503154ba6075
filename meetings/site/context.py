"""The context processor of the public pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from meetings.models import Document, Meeting
from meetings.models.editions import kept


@kept
def _shows_samples() -> bool:
    return Document.objects.samples().read().exists()


@kept
def _shows_samples_only() -> bool:
    return not Document.objects.own().read().exists()


@kept
def _is_empty() -> bool:
    return not Meeting.objects.exists()


def archive(_request: HttpRequest) -> dict[str, Any]:
    """Return lazy variables for all templates; each queries the database only if a template uses it, and only once.

    `samples_shown`: the documents on the site include samples; `samples_only`: there are no others; `archive_is_empty`:
    there are no meetings.
    """
    return {
        "samples_shown": SimpleLazyObject(_shows_samples),
        "samples_only": SimpleLazyObject(_shows_samples_only),
        "archive_is_empty": SimpleLazyObject(_is_empty),
    }
