"""Dates and times of day as papers write them, each with the place in the text where it stands."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from danish.tolerant_patterns import tolerant
from ingest.line_patterns import MONTH_NAMES, month_number

_MONTH = rf"({MONTH_NAMES}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\.?)"
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?(?P<mark>[-./])\s?(\d{1,2})\s?(?P=mark)\s?(\d{4}|\d{2})(?!\d)")
# "12/6-2015", "12/6 2015", "12.6-2015", "12/6-15".
_MIXED = re.compile(
    r"(?<![\d.:])(\d{1,2})\s?(?:/\s?(\d{1,2})\s?[-–. ]\s?(\d{4}|(?<=[-–])\d{2})|\.(\d{1,2})-(\d{4}))(?![\d:]|\.\d)"
)
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})\.?\s*{_MONTH},?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
# Without a year, "den 12. juni" or "17/4": the year stands elsewhere.
_WITHOUT_YEAR = re.compile(
    rf"(?<![\d.,:/-])(\d{{1,2}})(?:\.?\s*{_MONTH}|/(\d{{1,2}}))(?![\w/]|[-.,]?\s?\d)", re.IGNORECASE
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(f'({tolerant(name)})' for name in WEEKDAYS)})\b,?\s*(?:d(?:en|\.)\s*)?$", re.IGNORECASE
)
_CLOCK = r"(?:kl\.?\s*)?([01]?\d|2[0-3])[:.]([0-5]\d)"
_TIME = re.compile(rf"(?<![\d.,-]){_CLOCK}(?!\d|-\d{{4}}|[.:]\d)")
_HOUR = re.compile(r"\bkl\.?\s*([01]?\d|2[0-3])(?![\d:]|\.\d)")
_UNTIL = re.compile(
    r"\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(?![\d:/]|[.-]\d|\.\s*[a-zæøå])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of a text, where it starts and ends there, and the weekday beside it (0 is Monday), if one is named."""

    start: int
    end: int
    date: datetime.date
    weekday: int | None = None

    @property
    def is_contradicted(self) -> bool:
        """Whether the weekday beside the date is not its own."""
        return self.weekday is not None and self.weekday != self.date.weekday()


def find_dates(text: str, year: int | None = None) -> list[FoundDate]:
    """Return the dates of a text in its order, each once; with `year`, also those without one ("den 12. juni")."""
    found: dict[int, FoundDate] = {}
    for match, date in _all_dates(text, year):
        if date and not any(one.start < match.end() and match.start() < one.end for one in found.values()):
            found[match.start()] = FoundDate(match.start(), match.end(), date, _weekday(text[: match.start()]))
    return [found[start] for start in sorted(found)]


def find_date(text: str) -> datetime.date | None:
    """Return the first date of a text: 24-10-2025, 24/10-2025, 24. oktober 2025 or 2025-10-24; None if it has none."""
    return next((one.date for one in find_dates(text)), None)


def _all_dates(text: str, year: int | None) -> Iterator[tuple[re.Match[str], datetime.date | None]]:
    for match in _ISO.finditer(text):
        yield match, make_date(match[3], match[2], match[1])
    for match in _NUMERIC.finditer(text):
        yield match, make_date(match[1], match[3], match[4])
    for match in _MIXED.finditer(text):
        yield match, make_date(match[1], match[2] or match[4], match[3] or match[5])
    for match in _WRITTEN.finditer(text):
        yield match, make_date(match[1], match[2], match[3])
    for match in _WITHOUT_YEAR.finditer(text) if year else ():
        yield match, make_date(match[1], match[2] or match[3], str(year))


def make_date(day: str, month: str, year: str) -> datetime.date | None:
    """Return the date of digits and a month's name or number, None for an impossible one or one not of 2005 to 2060."""
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return datetime.date(whole, month_number(month), int(day)) if 2005 <= whole <= 2060 else None
    except ValueError:
        return None


def _weekday(before: str) -> int | None:
    match = _WEEKDAY.search(before[-24:])
    return match.lastindex - 1 if match and match.lastindex else None


def find_times(text: str) -> tuple[datetime.time | None, datetime.time | None]:
    """Return the first time of day of a text (09:30, kl. 9.30, kl. 10) and the end of a span ("9.30-12.00")."""
    bare = _without_dates(text)
    matches = [match for pattern in (_TIME, _HOUR) for match in [pattern.search(bare)] if match]
    if not matches:
        return None, None
    match = min(matches, key=lambda one: one.start())
    start = datetime.time(int(match[1]), int(match[2]) if match.re is _TIME else 0)
    until = _UNTIL.match(bare, match.end())
    end = datetime.time(int(until[1]), int(until[2] or 0)) if until else None
    return start, end if end and end > start else None


def _without_dates(text: str) -> str:
    for pattern in (_ISO, _NUMERIC, _MIXED, _WRITTEN):
        text = pattern.sub(" ", text)
    return text
