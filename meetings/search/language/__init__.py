"""The language of search, below the models: parsing, expansion and highlighting of queries, indexing of texts.

In order of processing: `typed` (reads letters, signs and operators as they were meant), `case_numbers`, `query`
(parses what was typed), `expansion` (adds other forms and compounds), `clause_sql` (turns the result into SQL),
`marking` (finds the hits in a text). `indexing` writes the text of the index. All of them build on `words` (the keys of
a word, in documents and queries alike) and `weights` (the one table of weights).
"""

from meetings.search.language.case_numbers import find_case_number
from meetings.search.language.marking import MARK_END, MARK_START
from meetings.search.language.query import Query, read_query

__all__ = ["MARK_END", "MARK_START", "Query", "find_case_number", "read_query"]
