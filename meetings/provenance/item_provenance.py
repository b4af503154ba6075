"""Where an item's text comes from: the document and its pages, how they were read, what an archivist stated."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Document
from meetings.provenance.page_origins import origin_labels


@dataclass(frozen=True)
class Provenance:
    """The document of an item, how its pages were read (each way once), and which of its facts an archivist stated."""

    document: Document
    ways: list[str]
    stated: list[str]


def provenance(item: AgendaItem) -> Provenance | None:
    """Return where an item's text comes from; None if its document has left the archive."""
    if item.document is None:
        return None
    pages = origin_labels(item.document)
    if item.first_page:
        pages = pages[item.first_page - 1 : item.last_page]
    return Provenance(item.document, list(dict.fromkeys(pages)) or [_("tekst i filen")], list(_stated(item.document)))


def _stated(document: Document) -> list[str]:
    told = ((_("KKR"), document.stated_region), (_("dato"), document.stated_date), (_("art"), document.stated_kind))
    return [name for name, stated in told if stated]
