"""Which consecutive words of a query belong together: amounts, days, paragraphs, numbers of items, names of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from danish.shipped import shipped_lexicon
from meetings.search.language.numbers import CURRENCY, MONTHS, NUMBER_WORDS, UNITS
from meetings.search.language.place_names import is_place
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.words import STOP_WORDS, fold, readings

LONGEST_RUN = 4  # of words that belong together
LONGEST_ABBREVIATION, LONGEST_INITIALS = 4, 5
_CASEWORKER = frozenset({"sagsbehandler", "sagsbehandlere"})
_ITEM = frozenset({"punkt", "pkt"})


def first_run(words: Sequence[str]) -> QueryTerm | None:
    """Return the term that the first words form together; None if the first stands alone."""
    runs = ((kind, read(words)) for kind, read in _RUNS.items())
    return next((QueryTerm(kind, tuple(words[:length])) for kind, length in runs if length > 1), None)


def _amount(words: Sequence[str]) -> int:
    """Return how many of the first words form an amount: "2,7 mia kr", "kr 250"."""
    before = int(len(words) > 1 and words[0].lower() in CURRENCY)
    if not words or not (words[before][0].isdigit() or words[before].lower() in NUMBER_WORDS):
        return 0
    length = before + 1
    while length < len(words) and words[length].lower() in UNITS:
        length += 1
    return length


def _signed(words: Sequence[str]) -> int:
    """Return 2 if the first words are a paragraph's sign and number; else 0."""
    return 2 if len(words) > 1 and words[0].startswith("§") and words[1][0].isdigit() else 0


def _day(words: Sequence[str]) -> int:
    """Return 2 if the first words are a day and the name of its month; else 0."""
    return 2 if len(words) > 1 and re.fullmatch(r"\d{1,2}", words[0]) and words[1].lower() in MONTHS else 0


def _item(words: Sequence[str]) -> int:
    """Return 2 if the first words are "punkt" and an item's number; else 0."""
    return 2 if len(words) > 1 and words[0].lower() in _ITEM and words[1][0].isdigit() else 0


def _caseworker(words: Sequence[str]) -> int:
    """Return 2 if the first words are "sagsbehandler" and initials; else 0."""
    return 2 if len(words) > 1 and words[0].lower() in _CASEWORKER and len(words[1]) <= LONGEST_INITIALS else 0


def _name(words: Sequence[str]) -> int:
    """Return how many of the first words form a person's name: two or more that are names, but not of places."""
    length = 0
    while length < len(words) and _goes_on_a_name(words[:length], words[length]):
        length += 1
    return length if length > 1 and any(_is_only_name(word) for word in words[:length]) else 0


def _goes_on_a_name(before: Sequence[str], word: str) -> bool:
    """Return whether a word may begin or continue a name: after a first name any capitalised word may."""
    after_name = any(_is_only_name(one) for one in before) and word.istitle() and not is_place(fold(word))
    return after_name or _may_be_name(word)


def _may_be_name(word: str) -> bool:
    low = word.lower()
    is_abbreviation = word.isupper() and len(word) <= LONGEST_ABBREVIATION
    if is_abbreviation or is_place(fold(low)) or low in STOP_WORDS or not low.replace("-", "").isalpha():
        return False
    cost = shipped_lexicon().cost(low)
    return _is_only_name(low) or (word[0].isupper() and not word.isupper() and (cost is None or cost > 11))


def _is_only_name(word: str) -> bool:
    return any(all(map(shipped_lexicon().is_name, one.lower().split("-"))) for one in readings(word))


_RUNS: dict[TermKind, Callable[[Sequence[str]], int]] = {
    TermKind.AMOUNT: _amount,
    TermKind.RUN: _signed,
    TermKind.DAY: _day,
    TermKind.ITEM: _item,
    TermKind.INITIALS: _caseworker,
    TermKind.NAME: _name,
}
