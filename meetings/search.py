"""Search as expressions: the stored vector, the query as PostgreSQL takes it, and how hits are marked.

The one table of weights is `WEIGHTS`. Nothing here knows a model or a request.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any, cast

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import Expression, F, TextField
from django.db.models.expressions import Combinable, Value
from django.db.models.functions import Concat

CONFIG = "danish"

# Weight letter and its share in the rank (PostgreSQL takes them in the order D, C, B, A). A hit in what an item is
# called or what was decided says more about it than one in a long presentation.
WEIGHTS = {"title": ("A", 1.0), "decision": ("B", 0.6), "recommendation": ("C", 0.4), "body": ("D", 0.1)}

# Characters for private use mark the hits, so that the text can be escaped before they become <mark> (PostgreSQL's
# ts_headline escapes nothing).
MARK_START, MARK_END = "\ue000", "\ue001"

CASE_NUMBER = re.compile(
    r"\bsag(?:snummer|snr\.?)?[\s:-]*(\d{4})[\s-]+(\d{3,6})\b|^\s*(\d{4})-(\d{5})\s*$", re.IGNORECASE
)
# Where nothing but a case number is asked for, less of it need be typed.
LONE_CASE_NUMBER = re.compile(r"(?:sag[\s:-]*)?(\d{4})[\s-]+(\d{3,6})", re.IGNORECASE | re.ASCII)


def stored_vector() -> Expression:
    """Give the expression of the stored column. The configuration is a constant, as a generated column needs."""
    parts = [SearchVector(field, weight=letter, config=CONFIG) for field, (letter, _share) in WEIGHTS.items()]
    return cast(Expression, reduce(add, parts))


@dataclass(frozen=True)
class Query:
    """What a reader typed: words for full-text search, and the case numbers among them."""

    text: str
    case_numbers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.case_numbers)

    @property
    def terms(self) -> SearchQuery:
        """The words as PostgreSQL reads a web search: "a phrase", or, -not."""
        return SearchQuery(self.text, config=CONFIG, search_type="websearch")


def read_query(typed: str) -> Query:
    """Take case numbers, however typed ("sag 2025 03687", "2025-03687"), out of the words. Never raises."""
    typed = typed.replace("\x00", " ")
    cases = tuple(_case_number(found) for found in CASE_NUMBER.finditer(typed))
    return Query(" ".join(CASE_NUMBER.sub(" ", typed).split()), cases)


def find_case_number(typed: str) -> str | None:
    """Give the case number in its written form, however it was typed ("sag-2025-3687"), None for anything else."""
    found = LONE_CASE_NUMBER.fullmatch(typed.strip())
    return _case_number(found) if found else None


def phrase(words: str) -> SearchQuery:
    """Give a query for the words right after one another."""
    return SearchQuery(words, config=CONFIG, search_type="phrase")


def name_pattern(name: str) -> str:
    """Give a regular expression (PostgreSQL's) for a name as a word of its own, also in the genitive."""
    return rf"\m{re.escape(name)}s?\M"


def _case_number(found: re.Match[str]) -> str:
    year, serial = [group for group in found.groups() if group]
    return f"SAG-{year}-{int(serial):05d}"


def rank(query: Query, vector: str = "vector") -> Expression:
    """Give how well the vector (a field's path) answers, higher is better.

    F(), as a bare name would be taken for text and everything ranked 0.
    """
    return SearchRank(F(vector), query.terms, weights=[share for _letter, share in reversed(WEIGHTS.values())])


def headline(query: Query, *fields: str) -> Expression:
    """Give a snippet of the fields' text with the hits between the mark characters; escape it before it is shown."""
    text = Concat(*[part for field in fields for part in (F(field), Value("\n", TextField()))])
    return _headline(text, query, max_words=26, min_words=14, short_word=0, max_fragments=2, fragment_delimiter=" … ")


def marked_whole(query: Query, field: str) -> Expression:
    """Give the whole text of the field with the hits between the mark characters; escape it before it is shown."""
    return _headline(F(field), query, highlight_all=True)


def _headline(text: Combinable, query: Query, **options: Any) -> Expression:
    return SearchHeadline(text, query.terms, config=CONFIG, start_sel=MARK_START, stop_sel=MARK_END, **options)
