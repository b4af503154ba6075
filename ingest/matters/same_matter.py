"""Whether two agenda items of different meetings treat one matter, and what to tell a reader that this rests on.

A link that is false is worse than one that is missing. The limits were set by hand on all pairs of the samples and of
three real documents (`tests/ingest/test_same_matter.py`): titles and texts of the wanted pairs have 0.77 in sum at the
least; the false ones that come near share a word of the title and little else ("bus og lokaltog": 0.69).
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from ingest.matters.similarity import JOINT, ItemTerms, Rarity, Similarity, TermVectors, compare, shared_words, telling
from meetings.shared.item_matching import likeness, title_key
from meetings.shared.vocabulary import Sameness

ENOUGH = 0.36  # how alike all words must be, at meetings of one day
A_YEAR = 0.04  # more for each year between the meetings: what returns after years must be the plainer
MOST_YEARS = 8  # two terms; a matter of an earlier time has another story, unless it has the same case number
TITLES_ENOUGH = 0.3  # less alike titles are never of one matter, whatever the texts
TEXTS_ENOUGH = 0.2  # texts with less in common only share a word of the title
TOGETHER = 0.73  # and the less they have in common, the more the titles must have: so much in sum
TITLES_ALONE = 0.6  # such titles need no text beside them, if they share so many words that tell something:
TELLS_ALONE = 2  # "Psykiatri" may head any matter, "Kommunekvoter for flygtninge" one
SAME_TITLE, SAME_LETTERS = 0.8, 0.8  # titles "nearly the same": in words, and in letters as difflib counts
DAYS_A_YEAR = 365.25


class JudgedItem(NamedTuple):
    """An item as it is judged: `own_case` is its case number if no other item of its meeting has it, else empty."""

    title: str
    date: datetime.date
    own_case: str
    words: ItemTerms
    weighed: TermVectors


class MatchReason(NamedTuple):
    """Why two items are thought to treat one matter, the words where that is words, and how alike they are, 0 to 1."""

    reason: Sameness
    words: tuple[str, ...]
    likeness: float


def find_sameness(one: JudgedItem, other: JudgedItem, rarity: Rarity) -> MatchReason | None:
    """Tell why two items are thought to treat one matter; None if they are not."""
    alike = compare(one.weighed, other.weighed)
    same_case = bool(one.own_case) and one.own_case == other.own_case
    if not (same_case or _are_alike(one, other, alike, rarity)):
        return None
    reason = Sameness.CASE_NUMBER if same_case else _reason(one, other, alike)
    shared = shared_words(one.words, other.words, rarity) if reason == Sameness.WORDS else ()
    return MatchReason(reason, tuple(shared), round(min(alike.all, 1.0), 3))


def _are_alike(one: JudgedItem, other: JudgedItem, alike: Similarity, rarity: Rarity) -> bool:
    years = abs((one.date - other.date).days) / DAYS_A_YEAR
    if years > MOST_YEARS or alike.titles < TITLES_ENOUGH or alike.all < ENOUGH + A_YEAR * years:
        return False
    told = [term for term in telling(one.words.title & other.words.title, rarity) if JOINT not in term]
    by_texts = alike.texts >= TEXTS_ENOUGH and alike.titles + alike.texts >= TOGETHER
    return bool(told) and (by_texts or (alike.titles >= TITLES_ALONE and len(told) >= TELLS_ALONE))


def _reason(one: JudgedItem, other: JudgedItem, alike: Similarity) -> Sameness:
    if title_key(one.title) == title_key(other.title):
        return Sameness.TITLE
    if alike.titles >= SAME_TITLE and likeness(one.title, other.title) >= SAME_LETTERS:
        return Sameness.LIKE_TITLE
    return Sameness.WORDS
