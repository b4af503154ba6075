"""Matches of terms with numbers: amounts, days, paragraphs, periods, abbreviations and words with numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meetings.search.language.clauses import Match, single
from meetings.search.language.numbers import CURRENCY, amount_forms, number_forms
from meetings.search.language.query import QueryTerm, TermKind
from meetings.search.language.words import PART, SURFACE, TAG, keys

AMONG = 4  # the greatest distance of a number from the "§§" before several
PERIOD = 2  # of the years of a period: "fra 2026 til 2030"
_PARAGRAPH = frozenset({f"{SURFACE}§", "paragraf"})
_PARAGRAPHS = frozenset({f"{SURFACE}§§"})
# A number and a word that hangs on it, also without a hyphen: 108-pladser, co2fangst.
_HANGING = re.compile(r"(.*\d)-?([^\W\d_]{3,})")
_ABBREVIATION = re.compile(r"([^\W\d_]+)-?(\d+)")


def matches_with_numbers(term: QueryTerm) -> list[Match]:
    """Return the matches of an amount, a run, an item's number, or a word with digits; the one as typed first."""
    first, *others = term.words
    if term.kind is TermKind.AMOUNT:
        return list(_amount(term.words))
    if term.kind is TermKind.ITEM:
        run = Match((frozenset(SURFACE + word for word in ("punkt", "pkt")), _keys(others[0])))
        return [run, single(f"{TAG}punkt:{others[0]}")]
    if term.kind is TermKind.RUN and first.startswith("§"):
        number = _keys(others[0])
        return [Match((_PARAGRAPH | _PARAGRAPHS, number)), Match((_PARAGRAPHS, number), within=AMONG)]
    if term.kind is TermKind.RUN:
        within = PERIOD if len(first) == len("2026") else 1
        return [Match(tuple(map(_keys, term.words)), within=within)]
    return list(_word("".join(term.words)))


def _amount(words: tuple[str, ...]) -> Iterator[Match]:
    for number, *units in amount_forms(words):
        count = frozenset(SURFACE + form for form in number)
        steps = tuple(frozenset(SURFACE + form for form in unit) for unit in units)
        yield Match((count, *steps), any_order=units == [CURRENCY]) if steps else Match((_digits(number),))


def _word(typed: str) -> Iterator[Match]:
    """Yield a word with digits as one word, in compounds, and with its number apart from its letters."""
    yield Match((_keys(typed),))
    apart = _HANGING.fullmatch(typed) or _ABBREVIATION.fullmatch(typed)
    if apart:
        yield Match((_keys(apart[1]), _keys(apart[2])))


def _keys(typed: str) -> frozenset[str]:
    """Return the keys of a number, or of a word with digits, alone or with more on it: DK2020 in DK2020-planer."""
    if typed.replace(".", "").replace(",", "").isdigit():
        return _digits(number_forms(typed))
    hanging = _HANGING.fullmatch(typed)
    spelled = {typed, f"{hanging[1]}-{hanging[2]}"} if hanging else {typed}
    wholes = {whole for one in spelled for whole in keys(one).wholes}
    return frozenset({keys(typed).surface, *wholes, *(PART + whole for whole in wholes)})


def _digits(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(start + form for form in forms for start in (SURFACE, "", PART))
