"""Cases that a wrong address may have meant, by their numbers in any shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from meetings.addresses import address_of
from meetings.models import AgendaItem
from meetings.search import language
from meetings.site.forgiving.guess import NOTHING, Guess, Sureness, Way, one
from meetings.site.forgiving.spellings import MOST

_WHOLE = re.compile(r"(?<!\d)((?:19|20)\d{2})\D{0,3}(\d{1,6})(?!\d)")
_SERIAL = re.compile(r"(?<!\d)(\d{1,6})(?!\d)")
_YEARS = range(2000, 2100)
_DIGITS = "0123456789"


def guess_case(typed: str) -> Guess:
    """Return the case with this number, or of this year; else those with the same serial number, or a digit off."""
    if re.fullmatch(r"(?:19|20)\d{2}", typed):
        return _of_year(typed)
    number = find_number(typed)
    if not number:
        serial = _SERIAL.search(typed)
        return _held(_number(year, serial[1]) for year in _YEARS) if serial else NOTHING
    exact = _held([number], Sureness.SAME)
    return exact if exact.ways else _held(_slips(number)).at_most(Sureness.MAYBE)


def find_number(typed: str) -> str | None:
    """Return the case number in a text, in its standard form; None if there is no whole one."""
    number, whole = language.find_case_number(typed), _WHOLE.search(typed)
    if number and _WHOLE.search(number):
        return number
    return _number(whole[1], whole[2]) if whole else None


def _of_year(year: str) -> Guess:
    if not AgendaItem.objects.searchable().filter(case_number__startswith=f"SAG-{year}-").exists():
        return NOTHING
    return one(_("Sager fra %(year)s") % {"year": year}, f"{address_of('cases')}?aar={year}", Sureness.LIKELY)


def _number(year: str | int, serial: str) -> str:
    return f"SAG-{year}-{int(serial):05}"


def _held(numbers: Iterable[str], sureness: Sureness = Sureness.LIKELY) -> Guess:
    """Return the cases of these numbers that the archive has, the newest first. One query."""
    items = AgendaItem.objects.searchable().filter(case_number__in=list(numbers))
    found = items.order_by("-case_number").values_list("case_number", flat=True).distinct()[:MOST]
    ways = tuple(Way(_("Sag %(number)s") % {"number": number}, address_of("case", number)) for number in found)
    return Guess(ways, sureness if len(ways) == 1 else Sureness.MAYBE)


def _slips(number: str) -> Iterator[str]:
    """Yield the numbers with one digit changed, or two next to each other swapped."""
    for at, digit in enumerate(number):
        if digit.isdigit():
            yield from (f"{number[:at]}{other}{number[at + 1 :]}" for other in _DIGITS)
            yield f"{number[:at]}{number[at + 1 : at + 2]}{digit}{number[at + 2 :]}"
