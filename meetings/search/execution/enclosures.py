"""The pages of enclosures that a search finds, beside the items."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from meetings.models import Document, EnclosurePage
from meetings.search.execution.database_query import DatabaseQuery
from meetings.search.language.marking import HighlightTerms

MOST = 10  # shown of a search


class EnclosureHit(NamedTuple):
    """A page of an enclosure that a search found, and a snippet of it with the hits marked."""

    document: Document
    number: int
    snippet: str


def find_enclosure_pages(
    asked: DatabaseQuery, tags: Sequence[str], since: datetime.date | None, until: datetime.date | None
) -> list[EnclosureHit]:
    """Return the pages of the newest meetings' enclosures that match a query of words; none if there are no words.

    No enclosure is of a case.
    """
    if not asked.required or asked.narrowing.cases:
        return []
    found = EnclosurePage.objects.answering(asked.required).tagged(*asked.narrowing.tags, *tags)
    found = found.between(asked.narrowing.since, asked.narrowing.until).between(since, until)
    found = found.filter(document__meeting__isnull=False, document__record__isnull=False)
    rows = found.select_related("document__meeting__region").defer("document__record", "document__changes")
    looked = HighlightTerms(asked.clauses)
    return [
        EnclosureHit(one.document, one.number, looked.hits(one.document.text.split("\f")[one.number - 1]).snippet)
        for one in rows.order_by("-document__meeting__date", "document", "number")[:MOST]
    ]
