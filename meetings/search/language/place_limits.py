"""The places and years that a question names, as limits of what answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause
from meetings.search.language.place_names import is_place
from meetings.search.language.words import fold
from meetings.shared.municipality_names import municipality_names
from meetings.shared.vocabulary import RegionSlug


def is_year(typed: str) -> bool:
    """Return whether a word is a year."""
    return len(typed) == 4 and typed.isdecimal() and typed[:2] in {"19", "20"}


def limits(required: str, clauses: Sequence[Clause], council: str, about: Sequence[Clause]) -> list[str]:
    """Return texts of tsqueries for what a question requires, the narrowest first; the last is for want of others.

    The narrowest name every year of the question, and its places near what it is `about`; the widest are at least of a
    council of these places. An item of `council`, or of one that is named as a place, need not say so.
    """
    years = [clause_sql.by_single_words(one) for one in clauses if is_year(one.word)]
    places = [one for one in clauses if is_place(fold(one.word)) and one not in about]
    of_council = [one for one in places if _council(one) in {council, fold(one.word).removesuffix("s")}]
    own = [_here(one) for one in of_council]
    others = [one for one in places if one not in of_council]
    near = [clause_sql.any_of(clause_sql.together(one, word) for word in about) for one in others if about]
    named = [clause_sql.by_single_words(one) for one in others]
    of_councils = [_here(one) for one in others if _council(one)]
    narrower = ([*own, *near, *years], [*own, *named, *years], [*own, *named], [*own, *of_councils])
    return list(dict.fromkeys(" & ".join(filter(None, [required, *more])) for more in narrower))


def _here(place: Clause) -> str:
    """Return the text of a tsquery for items that name a place, or are of its council."""
    return clause_sql.any_of([clause_sql.by_single_words(place), clause_sql.tagged([f"region:{_council(place)}"])])


def _council(place: Clause) -> str:
    word = fold(place.word)
    return _councils().get(word) or _councils().get(word.removesuffix("s"), "")


@cache
def _councils() -> Mapping[str, str]:
    """Return the councils by the folded words that name them or one of their municipalities."""
    municipalities = {fold(form): one.region for one in municipality_names() for form in one.forms}
    return {**municipalities, **{str(slug): str(slug) for slug in RegionSlug}}
