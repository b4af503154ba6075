"""What every page's template knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from meetings.models import Document


def archive(_request: HttpRequest) -> dict[str, Any]:
    """Give `samples_shown`: are samples among the documents shown? Asked of the database once, if a template asks."""
    return {"samples_shown": SimpleLazyObject(Document.objects.read().filter(is_sample=True).exists)}
