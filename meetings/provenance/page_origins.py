"""Labels that say where the text of each page of a document comes from."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from meetings.models import Document
from meetings.number_format import percent
from meetings.shared.vocabulary import PageOrigin


def origin_labels(document: Document) -> list[str]:
    """Return for each page of a PDF a label of its origin and confidence; an empty list for a text file."""
    return [_told(row) for row in document.page_origins] if document.is_pdf else []


def _told(row: dict[str, Any]) -> str:
    told = _(PageOrigin(row["origin"]).label)
    if row["confidence"] is not None:
        told = _("%(origin)s, %(percent)s sikkert") % {"origin": told, "percent": percent(row["confidence"])}
    return _("%(origin)s, fejllæste bogstaver rettet") % {"origin": told} if row["repaired"] else told
