"""Typos of a query, corrected by words that the archive has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q
from django.db.models.functions import Length

from danish.inflection import is_listed
from danish.shipped import shipped_lexicon
from meetings.models import SearchWord
from meetings.search.language.query import Query, read_query
from meetings.search.language.query_terms import TermKind
from meetings.search.language.slips import LONG, one_slip_away, same_letters, slips, slips_allowed
from meetings.search.language.words import knows, readings

MOST_CANDIDATES = 60  # words similar to one that was typed


def find_correction(query: Query, *, doubts_compounds: bool = False) -> Query | None:
    """Return the query with its typos corrected; None if it has none, or none that can be corrected.

    A typo is a plain word that is not in the dictionary. Call this only if few items match, or none: then a compound
    that only happens to be possible may be one too, by one slip (`doubts_compounds`).
    """
    text = query.text
    for word in _plain_words(query):
        if meant := _find_meant(word, doubts_compounds=doubts_compounds):
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", meant, text)
    return None if text == query.text else replace(read_query(text), case_numbers=query.case_numbers)


def _plain_words(query: Query) -> Iterator[str]:
    for term in (term for clause in query.clauses for term in clause):
        if term.kind in {TermKind.WORD, TermKind.NAME}:
            yield from (word for word in term.words if word.isalpha())


def _find_meant(word: str, *, doubts_compounds: bool) -> str | None:
    """Return the word of the archive that was meant by a typed one; None if Danish has that, or if none is near."""
    likely, *_ = forms = [one.lower() for one in reversed(readings(word))]
    most = slips_allowed(likely)
    if knows(word) and not doubts_compounds:
        return None
    if knows(word) and any(map(is_listed, forms)):
        return _with_or_without_double(likely) if shipped_lexicon().is_name(likely) else None
    return next(filter(None, (_nearest(one, min(1, most) if knows(word) else most) for one in forms)), None)


def _with_or_without_double(name: str) -> str | None:
    """Return the word of the archive that a name is but for a double letter: Midttrafik for Midtrafik."""
    alike = {name[:at] + name[at - 1] + name[at:] for at in range(1, len(name) + 1)}
    alike |= {name[:at] + name[at + 1 :] for at in range(1, len(name)) if name[at - 1] == name[at]}
    return SearchWord.objects.filter(word__in=alike).values_list("word", flat=True).first()


def _nearest(word: str, most: int) -> str | None:
    """Return the word of the archive that is fewest slips away; None if none is near.

    Of several it is the one that begins most like it, since first letters are the surest, and then the most similar.
    """
    if not most:
        return None
    alike = Q(word__trigram_similar=word, length__gte=len(word) - most, length__lte=len(word) + most)
    if len(word) < LONG:  # a slip of a short word may leave it nothing alike in trigrams
        alike = Q(word__in=one_slip_away(word))
    near = SearchWord.objects.annotate(length=Length("word"), likeness=TrigramSimilarity("word", word)).filter(alike)
    words = near.order_by("-likeness", "word").values_list("word", flat=True)[:MOST_CANDIDATES]
    ranked = sorted((slips(word, one, most), -same_letters(word, one), at, one) for at, one in enumerate(words))
    return ranked[0][-1] if ranked and 0 < ranked[0][0] <= most else None
