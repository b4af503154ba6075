"""What words of a query may be besides: initials of a caseworker, or, with their neighbour, one word or a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.term_runs import LONGEST_ABBREVIATION, LONGEST_INITIALS
from meetings.search.language.words import knows

YEAR, NUMBER = re.compile("[0-9]{4}"), re.compile("[0-9]{1,4}")
Terms = tuple[QueryTerm, ...]  # of one clause


def with_choices(clauses: Sequence[Terms], *, beside_cases: bool) -> Iterator[Terms]:
    """Yield the clauses of a query, each with what its word may be besides, alone or together with its neighbour.

    Both neighbours get what they may be together: so an item needs either that or both of them.
    """
    for at, terms in enumerate(clauses):
        pairs = pairwise(clauses[max(0, at - 1) : at + 2])
        yield (*terms, *filter(None, (_together(*pair) for pair in pairs)), *_initials(terms, beside_cases))


def _initials(terms: Terms, beside_cases: bool) -> Iterator[QueryTerm]:
    one, is_word = terms[0].words[0], len(terms) == 1 and terms[0].kind is TermKind.WORD
    may_be = is_word and one.isalpha() and len(one) <= LONGEST_INITIALS
    if may_be and (beside_cases or not knows(one)):
        yield QueryTerm(TermKind.INITIALS, (one,))


def _together(before: Terms, after: Terms) -> QueryTerm | None:
    """Return the term that two clauses may be together: KV 25, or a day with its year."""
    if len(before) + len(after) > 2 or after[0].kind is not TermKind.WORD:
        return None
    (first, *month), (number,) = before[0].words, after[0].words
    if before[0].kind is TermKind.DAY and YEAR.fullmatch(number):
        return QueryTerm(TermKind.DAY, (first, *month, number))
    is_abbreviation = before[0].kind is TermKind.WORD and first.isalpha() and len(first) <= LONGEST_ABBREVIATION
    return QueryTerm(TermKind.TOGETHER, (first, number)) if is_abbreviation and NUMBER.fullmatch(number) else None
