"""Dates in what is typed: a day, a month or a year, in the forms that people write in Danish and in English.

Texts are folded (`meetings.search.language.words.fold`): lower case, æ, ø and å written out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

_MONTHS = (
    ("januar", "january", "jan"), ("februar", "february", "feb"), ("marts", "march", "mar"), ("april", "apr"),
    ("maj", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"),
    ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_SEASONS = {
    "foraar": (3, 5), "spring": (3, 5), "sommer": (6, 8), "summer": (6, 8), "efteraar": (9, 11), "autumn": (9, 11),
}  # fmt: skip
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ENGLISH = frozenset("january february march may june july october oct".split())
_SHORTENED = "|".join(sorted(_NUMBER, key=len, reverse=True))
_FULL = "|".join(sorted((name for name in _NUMBER if len(name) > 4 or name in {"maj", "juni", "juli"}), key=len)[::-1])
_WEEKDAY = (
    r"(?:(?:(?:man|tirs|ons|tors|fre|loer|soen)(?:dag(?:en)?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?,?\s+)?"
)
_THE = r"(?:(?:den|d\.|d|on|the)\s*)?"
_BEFORE = rf"(?<![\w.,/-]){_WEEKDAY}{_THE}(?<![\d.,/-])"
_DAY, _MONTH = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})"
_YEAR, _LONG_YEAR = r"(?P<y>(?:19|20)\d\d|\d\d)", r"(?P<y>(?:19|20)\d\d)"
_NAMED, _JOINT = rf"(?P<name>{_SHORTENED})\b\.?", r"\s?[./-]\s?"
_END = r"(?![\w/-]|[.,]\d)"
_OF_THE_MONTH = r"s?(?=-?(?:moede|referat|dagsorden)|\b)"
# The first that fits wins; those with the most parts come first.
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_BEFORE}{_LONG_YEAR}[./-]{_MONTH}[./-]{_DAY}{_END}",
        rf"{_BEFORE}{_LONG_YEAR}(?P<m>\d\d)(?P<d>\d\d){_END}",
        rf"{_BEFORE}(?P<d>\d\d)(?P<m>\d\d){_LONG_YEAR}{_END}",
        rf"{_BEFORE}{_DAY}{_JOINT}{_MONTH}(?:{_JOINT}|\s+'?|'){_YEAR}{_END}",
        rf"{_BEFORE}{_DAY}\.?(?:st|nd|rd|th)?[\s-]*(?:of\s+)?{_NAMED}(?:[\s,.'-]*{_YEAR}{_END}|)",
        rf"{_BEFORE}{_NAMED}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_LONG_YEAR}{_END}",
        rf"{_BEFORE}{_NAMED}(?:moedet|moede)?[\s,.'-]*(?:i\s+)?{_YEAR}{_END}",
        rf"{_BEFORE}(?P<season>{'|'.join(_SEASONS)})(?:en|et)?[\s,'-]*(?:i\s+)?{_LONG_YEAR}{_END}",
        rf"{_BEFORE}{_LONG_YEAR}-(?P<m>\d\d){_END}",
        rf"{_BEFORE}{_MONTH}[/-]{_LONG_YEAR}{_END}",
        rf"{_BEFORE}{_DAY}\s?[/]\s?{_MONTH}{_END}",
        rf"{_BEFORE}{_DAY}(?P<doubt>[.-]){_MONTH}\.?{_END}",
        rf"{_BEFORE}(?<!\d )(?<!\d\. )(?P<name>{_FULL}){_OF_THE_MONTH}",
        rf"{_BEFORE}{_LONG_YEAR}{_END}",
    )
]
_RELATIVE = re.compile(
    r"\b(?:(?P<this>i dag|today)|(?P<before>i gaar|yesterday)|(?P<year>i aar|dette aar|this year)"
    r"|(?P<last_year>sidste aar|forrige aar|last year)|(?P<month>denne maaned|this month)"
    r"|(?P<last_month>sidste maaned|forrige maaned|last month))\b"
)
_CENTURY, _FARTHEST = 2000, 60  # a year of two digits is of this century, up to 2060


class AskedDate(NamedTuple):
    """A day, month, season or year as typed; what was left out is None. `months` is the first and the last month.

    `is_doubtful` for "3.1", which may be a day, or the number of an item.
    """

    year: int | None
    months: tuple[int, int] | None = None
    day: int | None = None
    is_doubtful: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it is one day of one year."""
        return self.year is not None and self.day is not None

    @property
    def is_year(self) -> bool:
        """Whether it is a year and nothing more."""
        return self.months is None


def read_dates(folded: str, today: datetime.date) -> tuple[list[AskedDate], str]:
    """Return the dates that a text names, and the text without them. What is no date that exists is left in it."""
    found: list[AskedDate] = []
    for form, read in [(_RELATIVE, _read_relative), *((form, _read_form) for form in _FORMS)]:
        for match in reversed(list(form.finditer(folded))):
            asked = read(match, today)
            if asked:
                found.append(asked)
                folded = f"{folded[: match.start()]} {folded[match.end() :]}"
    return _merged(found), folded


def _merged(found: list[AskedDate]) -> list[AskedDate]:
    """Return the dates with a year that stands apart from its month put to it: "oktobermødet 2025"."""
    years = [one for one in found if one.is_year]
    others = [one for one in found if not one.is_year]
    if len(years) == len(others) == 1 and others[0].year is None:
        return [others[0]._replace(year=years[0].year)]
    return found


def _read_form(match: re.Match[str], _today: datetime.date) -> AskedDate | None:
    told = match.groupdict()
    if told.get("season"):
        return AskedDate(int(told["y"]), _SEASONS[told["season"]])
    month = _NUMBER[told["name"]] if told.get("name") else int(told.get("m") or 0)
    year, day = _read_year(told.get("y")), int(told.get("d") or 0)
    if year is not None and len(told["y"]) == 2 and not day and told["name"] in _ENGLISH:
        year, day = None, int(told["y"])  # "October 24"
    if not month:
        return AskedDate(year) if not day and not told.get("m") else None
    asked = AskedDate(year, (month, month), day or None, bool(told.get("doubt")))
    return asked if _exists(year, month, day or 1) else None


def _read_year(told: str | None) -> int | None:
    if not told:
        return None
    year = int(told)
    return year if len(told) == 4 else _CENTURY + year if year <= _FARTHEST else _CENTURY - 100 + year


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        datetime.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _read_relative(match: re.Match[str], today: datetime.date) -> AskedDate:
    of_last_month = today.replace(day=1) - datetime.timedelta(days=1)
    yesterday = today - datetime.timedelta(days=1)
    return {
        "this": AskedDate(today.year, (today.month, today.month), today.day),
        "before": AskedDate(yesterday.year, (yesterday.month, yesterday.month), yesterday.day),
        "year": AskedDate(today.year),
        "last_year": AskedDate(today.year - 1),
        "month": AskedDate(today.year, (today.month, today.month)),
        "last_month": AskedDate(of_last_month.year, (of_last_month.month, of_last_month.month)),
    }[str(match.lastgroup)]


def days_of_years(asked: AskedDate, until: int, years: int = 30) -> Iterator[datetime.date]:
    """Yield the day that is asked for in each of the `years` up to the year `until`, the latest first."""
    month, day = (asked.months or (1, 1))[0], asked.day or 1
    for year in [asked.year] if asked.year else range(until, until - years, -1):
        if _exists(year, month, day):
            yield datetime.date(year, month, day)
