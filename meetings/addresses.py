"""The addresses of our pages, each made once: a page has a hundred of them, and `reverse` makes thirty in a ms."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse

REMEMBERED = 20_000  # addresses: a few megabytes


@lru_cache(maxsize=REMEMBERED)
def address_of(page: str, *parts: str | int) -> str:
    """Return the path of a page (`meetings.site.urls`) with the parts of its address, in their order."""
    return reverse(page, args=parts)
