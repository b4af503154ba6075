"""Compounds typed apart: "supercykel sti" is read as supercykelsti where the archive has that word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q

from danish.inflection import headwords, is_known
from meetings.models import SearchWord
from meetings.search.language.query import Query
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.term_choices import Terms
from meetings.search.language.words import readings

LONGEST = 3  # parts of a compound
MOST_WORDS = 8  # of a query; more are a pasted line
SHORTEST = 7  # letters of a compound; fewer may begin other words by chance


class _Parted(NamedTuple):
    """A compound by the indexes of the clauses that are its parts, and as one word."""

    start: int
    end: int
    word: str


def join_parted_compounds(query: Query) -> Query | None:
    """Return the query with the words that are compounds of the archive as one word; None if there are none.

    Where more was typed, and the parts are words by themselves, an item may as well have these.
    """
    possible = [] if query.is_question or len(query.clauses) > MOST_WORDS else list(_possible(query))
    held = _held({one.word for one in possible}) if possible else set()
    clauses, at = list(query.clauses), len(query.clauses)
    for one in sorted(possible, key=lambda one: (-one.end, one.start)):
        if one.word in held and one.end <= at:
            clauses[one.start : one.end] = _joined(query.clauses, one)
            at = one.start
    return replace(query, clauses=tuple(clauses)) if at < len(query.clauses) else None


def _joined(clauses: Sequence[Terms], parted: _Parted) -> list[Terms]:
    parts, word = clauses[parted.start : parted.end], QueryTerm(TermKind.WORD, (parted.word,))
    typed = tuple(terms[0].words[0] for terms in parts)
    if len(parts) == len(clauses) or any(map(_is_bound, typed[:-1])):
        return [(word, QueryTerm(TermKind.PHRASE, typed))]
    return [(*terms, word) for terms in parts]


def _is_bound(part: str) -> bool:
    """Return whether a word is one only within compounds, with the s that links it: sundheds."""
    low = part.lower()
    return low.endswith("s") and low not in headwords(low)


def _possible(query: Query) -> Iterator[_Parted]:
    words = [_plain(terms) for terms in query.clauses]
    for start in range(len(words)):
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            parts = words[start:end]
            word = "".join(readings(part)[0].lower() for part in parts)
            if all(parts) and len(word) >= SHORTEST and is_known(word) and _stand_together(parts, query.text):
                yield _Parted(start, end, word)


def _plain(terms: Sequence[QueryTerm]) -> str:
    """Return the word of a clause of one plain word; else ""."""
    first, *others = terms
    is_plain = first.kind is TermKind.WORD and not any(term.kind is TermKind.WORD for term in others)
    return first.words[0] if is_plain and first.words[0].isalpha() else ""


def _stand_together(parts: Sequence[str], text: str) -> bool:
    return re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)", text) is not None


def _held(words: set[str]) -> set[str]:
    """Return which of the words the archive has, also as the first part of a longer one."""
    begun = reduce(or_, (Q(word__startswith=word) for word in words))
    found = "\n" + "\n".join(SearchWord.objects.filter(begun).values_list("word", flat=True)[:1000])
    return {word for word in words if f"\n{word}" in found}
