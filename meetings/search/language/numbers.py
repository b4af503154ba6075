"""Numbers in texts and queries, however grouped: 10.000, 10 000 and 10000; 2,7 and 2.7; and amounts with units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

_SPACE = "[ \u00a0\u202f\u2009]"
_SPACED = rf"\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))++(?:,\d++)?+"
NUMBER = rf"(?:{_SPACED}|\d++(?:[.,]\d++)*+)"
GROUPED = r"\d{1,3}(?:\.\d{3})++"
UNIT_SIGNS = "mia|mio|mill|kr|pct|tkr"  # may follow a number without a space: "250mio."
_IN_GROUPS = re.compile(rf"(\d{{1,3}}(?:(?:{_SPACE}|[.’'])\d{{3}})+)(?:,0+|(,\d+))?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SPACED_NUMBER = re.compile(rf"(?<![\w.,]){_SPACED}")

SCALES = {
    **dict.fromkeys(("tusind", "tusinde"), 3),
    **dict.fromkeys(("mio", "mill", "million", "millioner"), 6),
    **dict.fromkeys(("mia", "milliard", "milliarder"), 9),
}
CURRENCY = frozenset(("kr", "krone", "kroner", "dkk"))
PERCENT = frozenset(("pct", "procent", "%"))
UNITS = frozenset((*SCALES, *CURRENCY, *PERCENT, "tkr"))
_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
# The number of each month, by its name and by the first letters that stand for it.
MONTHS = {name: n for n, month in enumerate(_MONTHS, 1) for name in (month, month[:3])} | {"sept": 9}
_UP_TO_TWELVE = "en to tre fire fem seks syv otte ni ti elleve tolv".split()
NUMBER_WORDS = {**{word: str(n) for n, word in enumerate(_UP_TO_TWELVE, 1)}, "et": "1", "tyve": "20", "hundrede": "100"}


def plain_number(text: str) -> str:
    """Return a number without what groups its digits and without decimals that are noughts; else the text."""
    found = _IN_GROUPS.fullmatch(text)
    return re.sub(r"\D", "", found[1]) + (found[2] or "") if found else text


def without_spaces(text: str) -> str:
    """Return a text whose numbers have no spaces between their digits: "30 000 svar" -> "30000 svar"."""
    return _SPACED_NUMBER.sub(lambda found: plain_number(found[0]), text)


def held_together(text: str) -> str:
    """Return a text, as long as before, whose numbers are not parted by the spaces that group their digits."""
    return _SPACED_NUMBER.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def groups_of(number: str) -> tuple[str, ...]:
    """Return the groups of digits of a number with spaces, which may be numbers by themselves; else none."""
    groups = re.split(_SPACE, number) if not number.isalnum() else []
    return tuple(group for group in groups if group.strip("0")) if len(groups) > 1 else ()


def number_forms(typed: str) -> frozenset[str]:
    """Return the forms in which a typed number may stand: point or comma, grouped as in English, a word as digits."""
    plain = NUMBER_WORDS.get(typed.lower(), plain_number(typed))
    forms = {plain, typed.lower()} if typed.isalpha() else {plain}
    if _DECIMAL.fullmatch(plain):
        forms |= {plain.replace(".", ","), plain.replace(",", ".")}
    if _ENGLISH.fullmatch(typed):
        forms.add(typed.replace(",", "").replace(".", ","))
    return frozenset(forms)


def amount_forms(words: Sequence[str]) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield the ways to write an amount, each as the forms of its words, the way typed first.

    "2,7 mia. kr." is also 2.700 mio. and 2.700.000.000; kroner need not be said of millions.
    """
    number, *others = (*words[1:], words[0]) if words[0].lower() in CURRENCY else words
    units = [word.lower() for word in others]
    scale = next((SCALES[unit] for unit in units if unit in SCALES), 0)
    yield number_forms(number), *_unit_forms(units)
    value = _value(number, scale) if scale or CURRENCY & set(units) else Decimal(0)
    for other in sorted({0, *SCALES.values()} - {scale}) if value >= 1000 else ():
        count = value.scaleb(-other)
        if (other == 0 or 1 <= count < 10_000) and count == round(count, 3):
            yield number_forms(f"{count.normalize():f}"), *([_names_of(other)] if other else [])


def _unit_forms(units: Sequence[str]) -> Iterator[frozenset[str]]:
    scaled = any(unit in SCALES for unit in units)
    for unit in units:
        if unit in SCALES:
            yield _names_of(SCALES[unit])
        elif unit in PERCENT:
            yield PERCENT
        elif not (unit in CURRENCY and scaled):
            yield CURRENCY if unit in CURRENCY else frozenset({unit})


def _names_of(scale: int) -> frozenset[str]:
    return frozenset(name for name, power in SCALES.items() if power == scale)


def _value(number: str, scale: int) -> Decimal:
    plain = next((form for form in sorted(number_forms(number)) if re.fullmatch(r"\d{1,15}(?:\.\d{1,6})?", form)), "")
    return Decimal(plain).scaleb(scale) if plain else Decimal(0)


def month_forms(month: str) -> frozenset[str]:
    """Return the names and digits of a month, given by either."""
    number = MONTHS.get(month.lower()) or int(month)
    return frozenset({str(number), f"{number:02}", *(name for name, one in MONTHS.items() if one == number)})
