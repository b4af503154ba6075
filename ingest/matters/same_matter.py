"""Whether two agenda items of different meetings treat one matter, and the reason to show a reader.

A false link is worse than a missing one. The limits were set by hand on all pairs of the samples and of three real
documents (`tests/ingest/matters/test_same_matter.py`): the similarities of titles and texts of true pairs add up to at
least 0.77; the closest false pairs share a word of the title and little else ("bus og lokaltog": 0.69).
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from ingest.matters.similarity import (
    JOINT,
    ItemTerms,
    Rarity,
    Similarity,
    TermVectors,
    compare,
    distinctive_terms,
    shared_words,
)
from meetings.shared.item_matching import likeness, title_key
from meetings.shared.vocabulary import Sameness

ENOUGH = 0.36  # how similar all words must be, at meetings of one day
A_YEAR = 0.04  # added for each year between the meetings: a matter that returns after years must be plainer
MOST_YEARS = 8  # two terms of office; older items are only linked by case number
TITLES_ENOUGH = 0.3  # less similar titles are never of one matter, whatever the texts
TEXTS_ENOUGH = 0.2  # texts less similar than this only share a word of the title
TOGETHER = 0.73  # what the similarities of titles and texts must add up to
TITLES_ALONE = 0.6  # titles this similar need no similar texts, if they share TELLS_ALONE distinctive words:
TELLS_ALONE = 2  # "Psykiatri" may be the title of any matter, "Kommunekvoter for flygtninge" of one
SAME_TITLE, SAME_LETTERS = 0.8, 0.8  # titles "nearly the same": in words, and in letters by difflib's ratio
DAYS_A_YEAR = 365.25


class JudgedItem(NamedTuple):
    """An item as compared: `own_case` is its case number if no other item of its meeting has it, else empty."""

    title: str
    date: datetime.date
    own_case: str
    words: ItemTerms
    weighed: TermVectors


class MatchReason(NamedTuple):
    """Why two items seem to treat one matter, the shared words if that is the reason, and their similarity, 0 to 1."""

    reason: Sameness
    words: tuple[str, ...]
    likeness: float


def find_match(one: JudgedItem, other: JudgedItem, rarity: Rarity) -> MatchReason | None:
    """Return why two items seem to treat one matter; None if they do not."""
    alike = compare(one.weighed, other.weighed)
    same_case = bool(one.own_case) and one.own_case == other.own_case
    if not (same_case or _are_alike(one, other, alike, rarity)):
        return None
    reason = Sameness.CASE_NUMBER if same_case else _reason(one, other, alike)
    shared = shared_words(one.words, other.words, rarity) if reason == Sameness.WORDS else ()
    return MatchReason(reason, tuple(shared), round(min(alike.all, 1.0), 3))


def _are_alike(one: JudgedItem, other: JudgedItem, alike: Similarity, rarity: Rarity) -> bool:
    """Return whether two items are similar enough in titles and texts, for the time between them."""
    years = abs((one.date - other.date).days) / DAYS_A_YEAR
    if years > MOST_YEARS or alike.titles < TITLES_ENOUGH or alike.all < ENOUGH + A_YEAR * years:
        return False
    told = [term for term in distinctive_terms(one.words.title & other.words.title, rarity) if JOINT not in term]
    by_texts = alike.texts >= TEXTS_ENOUGH and alike.titles + alike.texts >= TOGETHER
    return bool(told) and (by_texts or (alike.titles >= TITLES_ALONE and len(told) >= TELLS_ALONE))


def _reason(one: JudgedItem, other: JudgedItem, alike: Similarity) -> Sameness:
    if title_key(one.title) == title_key(other.title):
        return Sameness.TITLE
    if alike.titles >= SAME_TITLE and likeness(one.title, other.title) >= SAME_LETTERS:
        return Sameness.LIKE_TITLE
    return Sameness.WORDS
