"""Matches of terms with numbers: amounts, days, paragraphs, periods, abbreviations and words with numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from meetings.search.language.clauses import Match, single
from meetings.search.language.numbers import CURRENCY, amount_forms, month_forms, number_forms
from meetings.search.language.query_terms import QueryTerm, TermKind
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
    return list(_MATCHES.get(term.kind, _word)(*term.words))


def _run(*words: str) -> Iterator[Match]:
    """Yield numbers or signs that follow each other; a number after several paragraphs' sign may stand further off."""
    if words[0].startswith("§"):
        yield Match((_PARAGRAPH | _PARAGRAPHS, _keys(words[1])))
        yield Match((_PARAGRAPHS, _keys(words[1])), within=AMONG)
    else:
        yield Match(tuple(map(_keys, words)), within=PERIOD if len(words[0]) == len("2026") else 1)


def _item(_punkt: str, number: str) -> Iterator[Match]:
    yield Match((_surfaces(("punkt", "pkt")), _keys(number)))
    yield single(f"{TAG}punkt:{number}")


def _amount(*words: str) -> Iterator[Match]:
    for number, *units in amount_forms(words):
        steps = tuple(map(_surfaces, units))
        yield Match((_surfaces(number), *steps), any_order=units == [CURRENCY]) if steps else Match((_digits(number),))


def _day(day: str, month: str, *year: str) -> Iterator[Match]:
    """Yield a day as its number before the month's name or number, and as one word: 24.10.2025, also without nought."""
    days, months = frozenset({day.lstrip("0"), day.zfill(2)}), month_forms(month)
    yield Match(tuple(_surfaces(forms) for forms in (days, months, *({one} for one in year))))
    digits = [one for one in months if one.isdigit()]
    yield Match((_surfaces(".".join([one, two, *year]) for one in days for two in digits),))
    if year:
        yield Match((_surfaces(year), _surfaces(digits), _surfaces(days)))


def _surfaces(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(SURFACE + form for form in forms)


def _word(typed: str) -> Iterator[Match]:
    """Yield a word with digits as one word, in compounds, and with its number apart from its letters."""
    yield Match((_keys(typed),))
    apart = _HANGING.fullmatch(typed) or _ABBREVIATION.fullmatch(typed)
    if apart:
        yield Match((_keys(apart[1]), _keys(apart[2])))


def _together(*words: str) -> Iterator[Match]:
    yield Match((_keys("".join(words)),))  # apart they are the other choice, wherever they stand


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


_MATCHES: dict[TermKind, Callable[..., Iterator[Match]]] = {
    TermKind.AMOUNT: _amount,
    TermKind.RUN: _run,
    TermKind.DAY: _day,
    TermKind.ITEM: _item,
    TermKind.TOGETHER: _together,
}
