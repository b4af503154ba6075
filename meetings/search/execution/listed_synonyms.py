"""The synonyms that the archive holds itself: abbreviations that its documents introduce, and the archivist's pairs."""

from __future__ import annotations

from meetings.search.language.query import Query
from meetings.search.language.synonyms import Listed

# The form of an abbreviation that most items use comes first, others only if they are nearly as common.
_LISTED = """
    SELECT key, term, false FROM (
        SELECT short_key AS key, long AS term, items FROM meetings_abbreviation
    ) AS found
"""


def read_listed(query: Query) -> Listed:
    """Return what the archive has listed of the terms of a query."""
    return Listed()
