"""Dates and times of day as papers write them."""

from __future__ import annotations

import datetime

import pytest

from ingest.fields.dates import find_date, find_dates, find_times

DATES = [
    "24-10-2025 10:00",
    "den 24. oktober 2025",
    "24.10.2025",
    "24/10/25",
    "2025-10-24",
    "Fredag 24. okt. 2025 kl. 9",
    "24/10-2025 kl. 9.30 - 12.00",
    "24/10 2025",
    "24.10-2025",
    "d. 24/10-25.",
    "fredag d. 24.10.25",
    "den 24.oktober, 2025",
]


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_read_however_written(text: str) -> None:
    assert find_date(text) == datetime.date(2025, 10, 24)


@pytest.mark.parametrize("text", ["32-13-2025", "9.00 - 11.30", "kl. 9.10-12.00", "sag 10-20-30", "2025", "12. juni"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_date(text) is None


def test_a_date_without_a_year_takes_the_one_that_is_said() -> None:
    dates = [one.date for one in find_dates("fra den 17. april til 24/4, pkt. 12", year=2015)]
    assert dates == [datetime.date(2015, 4, 17), datetime.date(2015, 4, 24)]


@pytest.mark.parametrize(
    ("text", "contradicted"),
    [
        ("fredag den 24. oktober 2025", False),
        ("torsdag den 24. oktober 2025", True),
        ("mandag, d. 24.10.25", True),
        ("lgrdag den 25-10-2025", False),
        ("24. oktober 2025, en mandag", False),
    ],
)
def test_a_weekday_beside_a_date_is_compared_with_it(text: str, contradicted: bool) -> None:
    assert find_dates(text)[0].is_contradicted is contradicted


@pytest.mark.parametrize("text", ["09:30", "kl. 9.30", "24-10-2025 09:30", "kl. 9.30 - 12.00", "kl. 9.30-12.00"])
def test_a_time_is_read_however_written(text: str) -> None:
    assert find_times(text)[0] == datetime.time(9, 30)


@pytest.mark.parametrize(
    "text", ["kl. 10-12", "10:00 – 12:00", "fra kl. 10 til kl. 12.00", "24/10-2025 kl. 10.00 - 12"]
)
def test_the_end_of_a_span_is_read(text: str) -> None:
    assert find_times(text) == (datetime.time(10), datetime.time(12))


@pytest.mark.parametrize("text", ["kl. 10", "kl. 10.00 - 24-10-2025", "kl. 10 - 3. sal", "kl. 12-10"])
def test_a_time_without_an_end_has_none(text: str) -> None:
    assert find_times(text)[1] is None
