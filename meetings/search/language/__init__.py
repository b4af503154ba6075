"""Search, below the models: it knows words and expressions, and no model.

In the order of the way from what was typed to what is shown: `language` (what was typed), `expansion` (what answers
it), `matching` (that as expressions), `marking` (the hits in a text); below them all `words` (what a word is called,
in documents and queries alike) and `weights` (the one table).
"""

from meetings.search.language.marking import MARK_END, MARK_START
from meetings.search.language.query import Query, find_case_number, read_query

__all__ = ["MARK_END", "MARK_START", "Query", "find_case_number", "read_query"]
