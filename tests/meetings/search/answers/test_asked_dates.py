"""Dates as people type them."""

from __future__ import annotations

import datetime

import pytest

from meetings.search.language.dates import AskedDate, days_of_years, read_dates
from meetings.search.language.words import fold

TODAY = datetime.date(2026, 3, 1)


def read(typed: str) -> tuple[list[AskedDate], str]:
    """Return the dates that are read, and the words that are left."""
    found, left = read_dates(fold(typed), TODAY)
    return found, " ".join(left.split())


@pytest.mark.parametrize("typed", [
    "3.2.2023", "03.02.23", "3/2-2023", "3/2-23", "3/2 2023", "3-2-2023", "2023-02-03", "20230203", "3. februar 2023",
    "d. 3. feb. 2023", "fredag den 3. februar 2023", "fre. d. 3/2-23", "3 feb '23", "February 3, 2023",
    "3rd of February 2023", "3.februar 2023",
])  # fmt: skip
def test_a_day_is_read_in_any_form(typed: str) -> None:
    assert read(typed) == ([AskedDate(2023, (2, 2), 3)], "")


@pytest.mark.parametrize("typed", ["3/2", "3. feb", "den 3. februar", "fredag 3/2", "3 februar"])
def test_a_day_may_lack_its_year(typed: str) -> None:
    assert read(typed) == ([AskedDate(None, (2, 2), 3)], "")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("feb 2023", AskedDate(2023, (2, 2))),
        ("februarmødet 2023", AskedDate(2023, (2, 2))),
        ("02/2023", AskedDate(2023, (2, 2))),
        ("2023-02", AskedDate(2023, (2, 2))),
        ("februar", AskedDate(None, (2, 2))),
        ("foråret 2023", AskedDate(2023, (3, 5))),
        ("2023", AskedDate(2023)),
        ("sidste år", AskedDate(2025)),
        ("sidste måned", AskedDate(2026, (2, 2))),
        ("October 24", AskedDate(None, (10, 10), 24)),
        ("oktober 24", AskedDate(2024, (10, 10))),
    ],
)
def test_a_month_a_season_and_a_year_are_read(typed: str, asked: AskedDate) -> None:
    assert read(typed)[0] == [asked]


@pytest.mark.parametrize(
    "typed",
    ["31. februar", "10.00", "10.000 kroner", "2026-2030", "dk2020", "§ 15", "1,5 mio.", "sag-2025-03687", "jan"],
)
def test_what_is_no_day_of_the_calendar_is_left_as_it_was(typed: str) -> None:
    assert read(typed) == ([], fold(typed))


def test_a_number_like_that_of_an_item_is_doubtful() -> None:
    assert read("3.1")[0][0].is_doubtful
    assert not read("3/1")[0][0].is_doubtful


def test_a_leap_day_is_of_leap_years_alone() -> None:
    days = list(days_of_years(AskedDate(None, (2, 2), 29), 2026, years=8))
    assert days == [datetime.date(2024, 2, 29), datetime.date(2020, 2, 29)]
