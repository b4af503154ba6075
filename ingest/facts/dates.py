"""The days that a sentence names, with or without a year."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.line_patterns import MONTH_NAMES, month_number

MONTH = rf"(?:{MONTH_NAMES}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?)"
_WRITTEN = rf"(?P<day>\d{{1,2}})\s?\.?\s*(?P<month>{MONTH})(?!\w)(?:\s*(?P<year>20\d\d)(?!\d))?"
_NUMERIC = r"(?P<day2>\d{1,2})\s?[-./]\s?(?P<month2>\d{1,2})\s?[-./ ]\s?(?P<year2>20\d\d|\d{2})(?!\d|[.,]\d)"
_ISO = r"(?P<year3>20\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)"
_YEARLESS = r"(?:(?<=den )|(?<=d\. )|(?<=inden )|(?<=senest ))(?P<day4>\d{1,2})/(?P<month4>\d{1,2})(?![\d/])"
_DATE = re.compile(rf"(?<![\d/.,-])(?:{_ISO}|{_WRITTEN}|{_NUMERIC}|{_YEARLESS})", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
SENTENCES_KEPT = 1_000  # of one item, for each kind of fact looks for days in them
_AND = re.compile(r"\s*(?:–|-|—|,|og|til|samt|eller|til og med)\s*(?:den\s+|d\.\s+)?$", re.IGNORECASE)
_WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?"
# A day that stands alone on its line, as the heading of what is to happen on it.
IS_A_DATE = re.compile(
    rf"\s*(?:senest\s+)?{_WEEKDAY}(?:den\s+|d\.\s+)?\d{{1,2}}\.\s*{MONTH}(?:\s+20\d\d)?\s*:?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day named in a sentence: from which letter to which, its month and day, and its date.

    The date is None where the sentence leaves the year out.
    """

    start: int
    end: int
    month: int
    day: int
    date: datetime.date | None

    def may_be(self, date: datetime.date) -> bool:
        """Return whether this is the day of a date, the year being the same or not named."""
        return (self.month, self.day) == (date.month, date.day) and self.date in (None, date)


@lru_cache(maxsize=SENTENCES_KEPT)
def find_days(text: str) -> tuple[Day, ...]:
    """Return the days that a sentence names, in its order; impossible ones are left out.

    Of "3. og 17. maj 2024" and "1. juli – 15. september 2025" the first takes the year of the second.
    """
    matches = list(_DATE.finditer(text)) if _DIGIT.search(text) else []
    days: list[Day] = []
    for at, match in enumerate(matches):
        year = _part(match, "year") or _shared_year(text, match, matches[at + 1 : at + 2])
        month = month_number(_part(match, "month"))
        if (date := _as_date(year or "2024", month, _part(match, "day"))) is not None:
            days.append(Day(match.start(), match.end(), date.month, date.day, date if year else None))
    return tuple(days)


def _part(match: re.Match[str], name: str) -> str:
    return next((match[key] for key in (name, *(f"{name}{n}" for n in (2, 3, 4))) if _has(match, key)), "")


def _has(match: re.Match[str], key: str) -> bool:
    return key in match.re.groupindex and match[key] is not None


def _shared_year(text: str, match: re.Match[str], following: list[re.Match[str]]) -> str:
    """Return the year of the next date if the two are named together and this one is the earlier of them."""
    if not following or not _AND.match(text[match.end() : following[0].start()]):
        return ""
    ours, theirs = ((month_number(_part(one, "month")), int(_part(one, "day"))) for one in (match, following[0]))
    return _part(following[0], "year") if ours < theirs else ""


def _as_date(year: str, month: int, day: str) -> datetime.date | None:
    try:
        date = datetime.date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None
    return date if 2000 <= date.year <= 2060 else None
