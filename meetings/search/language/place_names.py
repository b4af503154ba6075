"""Names of municipalities in texts and queries: which a text names, and which words are places, not persons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from danish import alphabet
from meetings.shared.municipality_names import municipality_names
from meetings.shared.vocabulary import RegionSlug

_OTHER = frozenset(
    "danmark denmark jylland fyn sjaelland europa norden ukraine grenland faeroerne groenland midtjylland".split()
)


def municipalities_in(text: str) -> set[str]:
    """Return the slugs of the municipalities that a text names, also in the genitive: Vejen, but not "vejen"."""
    return {_slugs()[name] for name in _pattern().findall(text)}


def names_of(slug: str) -> list[str]:
    """Return the forms of a municipality's name that occur in texts, the longest first."""
    return sorted((name for name, one in _slugs().items() if one == slug), key=len, reverse=True)


@cache
def places_by_form() -> Mapping[str, str]:
    """Return the slugs of the municipalities by the slugs of all forms of their names."""
    return {alphabet.slug(form): slug for form, slug in _slugs().items()}


@cache
def is_place(word: str) -> bool:
    """Return whether a folded word is, or is part of, the name of a municipality, a KKR or a country."""
    return word.removesuffix("s") in place_words() or word in place_words()


@cache
def _slugs() -> Mapping[str, str]:
    return {form: one.slug for one in municipality_names() for form in one.forms}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_slugs(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])({names})(?=s?(?![\w]))")


@cache
def place_words() -> frozenset[str]:
    """Return the folded words that are, or are part of, the name of a municipality, a KKR or a country."""
    names = {part for slug in (*_slugs().values(), *RegionSlug) for part in slug.split("-")}
    return frozenset(names | {name.removesuffix("s") for name in names} | _OTHER)
