"""Days, months and years as an address may write them: "24-10-2025", "24. oktober 2025", "20251024", "2025-10"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from danish import alphabet
from meetings.site.forgiving.guess import Sureness

_DANISH = "januar februar marts april maj juni juli august september oktober november december".split()
_ENGLISH = "january february march april may june july august september october november december".split()
_MONTHS = {
    form: number
    for names in (_DANISH, _ENGLISH)
    for number, name in enumerate(names, 1)
    for form in {name, name[:3], name[:4]}
}
_WEEKDAYS = "mandag tirsdag onsdag torsdag fredag loerdag soendag monday tuesday wednesday thursday friday".split()
_SILENT = frozenset([*_WEEKDAYS, *"den d the of st nd rd th moede moedet meeting dato".split()])
_CENTURY = 2000
_FIRST, _LAST = 1900, 2100  # years
_YEAR = 4  # digits
_UNDIVIDED = {6: ((_YEAR, 2),), 8: ((_YEAR, 2, 2), (2, 2, _YEAR))}


class Period(NamedTuple):
    """A year, a month or a day; `sequence` is the meeting's number on that day if it was given."""

    year: int
    month: int = 0
    day: int = 0
    sequence: int = 0
    sureness: Sureness = Sureness.SAME

    @property
    def date(self) -> datetime.date:
        """The first day."""
        return datetime.date(self.year, self.month or 1, self.day or 1)


def read_period(parts: Sequence[str]) -> tuple[Period, Sequence[str]] | None:
    """Return the period that the first parts of an address name, and the other parts; None if they name none."""
    for taken in (3, 2, 1):
        is_divided = all(map(str.isalnum, parts[: taken - 1]))
        if len(parts) >= taken and is_divided and (period := _read("-".join(parts[:taken]))):
            return period, parts[taken:]
    return None


def _read(text: str) -> Period | None:
    words = [word for word in re.findall(r"\d+|[a-z]+", alphabet.slug(text)) if word not in _SILENT]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    numbers = [one for word in words if word.isdigit() for one in _parted(word)]
    if len(months) > 1 or any(not word.isdigit() and word not in _MONTHS for word in words):
        return None
    return next(_readings(numbers, months[0] if months else 0), None)


def _parted(digits: str) -> list[int]:
    """Return the numbers of a run of digits: those of a whole date or month without separators, or the one."""
    for lengths in _UNDIVIDED.get(len(digits), ()):
        numbers = [int(digits[end - length : end]) for length, end in zip(lengths, accumulate(lengths), strict=True)]
        if _exists(*(numbers if lengths[0] == _YEAR else reversed(numbers))):
            return numbers
    return [int(digits[:9])]


def _readings(numbers: list[int], month: int) -> Iterator[Period]:
    """Yield the ways to read the numbers of a date, the likeliest first; `month` is one in letters, else 0."""
    sequence, same, likely = 0, Sureness.SAME, Sureness.LIKELY
    if len(numbers) == 4 - bool(month) and numbers[0] >= _FIRST:
        *numbers, sequence = numbers
    match [*numbers, *([month] if month else [])]:
        case [year]:
            orders = [((year, 0, 0), same)]
        case [a, b]:
            orders = [((a, b, 0), same), ((b, a, 0), same)]
        case [a, b, c] if month:
            orders = [((a, c, b), same), ((b, c, a), same)]
        case [a, b, c]:
            orders = [((a, b, c), same), ((c, b, a), same), ((c, a, b), likely), ((a, c, b), likely)]
            orders += [((_CENTURY + c, b, a), likely), ((a, b, 0), likely), ((c, b, 0), likely)]
        case _:
            orders = []
    for (year, of_year, day), sureness in orders:
        if _exists(year, of_year or 1, day or 1):
            yield Period(year, of_year, day, sequence, sureness)


def _exists(year: int, month: int, day: int = 1) -> bool:
    try:
        return _FIRST <= datetime.date(year, month, day).year <= _LAST
    except (ValueError, OverflowError):
        return False
