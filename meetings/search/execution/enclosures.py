"""The pages of enclosures that a search finds, beside the items."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from meetings.models import Document, Meeting
from meetings.reference import by_region
from meetings.search.execution.database_query import DatabaseQuery
from meetings.search.language import clause_sql
from meetings.search.language.marking import HighlightTerms

MOST = 10  # shown of a search
_PAGES = f"""
    SELECT document.id, document.name, region_id, date, sequence, number, split_part(document.text, chr(12), number)
    FROM meetings_enclosurepage AS page JOIN meetings_document AS document ON document.id = page.document_id
    JOIN meetings_meeting AS meeting ON meeting.id = document.meeting_id
    WHERE vector @@ %s::tsquery AND document.record IS NOT NULL
    AND date BETWEEN coalesce(%s::date, '-infinity') AND coalesce(%s::date, 'infinity')
    ORDER BY date DESC, document.created_at DESC, document.id DESC, number LIMIT {MOST}
"""  # noqa: S608 - a number of ours


class EnclosureHit(NamedTuple):
    """A page of an enclosure that a search found, and a snippet of it with the hits marked."""

    document: Document
    number: int
    snippet: str


def find_enclosure_pages(
    asked: DatabaseQuery, tags: Sequence[str], since: datetime.date | None, until: datetime.date | None
) -> list[EnclosureHit]:
    """Return the pages of the newest meetings' enclosures that match a query of words; none if there are no words.

    No enclosure is of a case. Their documents have only what a link shows.
    """
    if not asked.required or asked.narrowing.cases:
        return []
    narrowing = asked.narrowing
    tagged = clause_sql.tagged((*narrowing.tags, *tags))
    words = asked.checked or asked.required
    required = f"({words}) & {tagged}" if tagged else words
    period = _latest(narrowing.since, since), _earliest(narrowing.until, until)
    with connection.cursor() as cursor:
        cursor.execute(_PAGES, [required, *period])
        rows = cursor.fetchall()
    looked = HighlightTerms(asked.clauses)
    return [EnclosureHit(_document(*row[:5]), row[5], looked.hits(row[6]).snippet) for row in rows]


def _document(pk: int, name: str, region: str, date: datetime.date, sequence: int) -> Document:
    meeting = Meeting(region=by_region()[region][0], date=date, sequence=sequence)
    return Document(pk=pk, name=name, meeting=meeting)


def _latest(*days: datetime.date | None) -> datetime.date | None:
    return max(filter(None, days), default=None)


def _earliest(*days: datetime.date | None) -> datetime.date | None:
    return min(filter(None, days), default=None)
