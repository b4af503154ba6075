"""Days as the reader's language writes them, each written once: a page has dozens, and Django reads the format anew."""

from __future__ import annotations

import datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language

REMEMBERED = 20_000  # days in a language: a megabyte or two


def long_date(day: datetime.date) -> str:
    """Give a day in words: "24. oktober 2025"."""
    return _long_date(day, get_language())


@lru_cache(maxsize=REMEMBERED)
def _long_date(day: datetime.date, _language: str | None) -> str:
    return date_format(day, "DATE_FORMAT")
