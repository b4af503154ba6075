"""Dates in the reader's language, cached: a page has dozens, and Django parses the format for each."""

from __future__ import annotations

import datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language

REMEMBERED = 20_000  # dates, each in one language: a megabyte or two


def long_date(day: datetime.date) -> str:
    """Return a date in words: "24. oktober 2025"."""
    return _written(day, "DATE_FORMAT", get_language())


def day_of_year(day: datetime.date) -> str:
    """Return a date without its year: "24. oktober"."""
    return _written(day, "MONTH_DAY_FORMAT", get_language())


def short_date(day: datetime.date) -> str:
    """Return a date in digits: "24.10.2025"."""
    return _written(day, "SHORT_DATE_FORMAT", get_language())


@lru_cache(maxsize=REMEMBERED)
def _written(day: datetime.date, form: str, _language: str | None) -> str:
    return date_format(day, form)
