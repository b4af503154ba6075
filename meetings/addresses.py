"""URL paths of the site's pages, cached: a page has a hundred of them, and `reverse` makes thirty in a millisecond."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse

REMEMBERED = 20_000  # paths: a few megabytes


@lru_cache(maxsize=REMEMBERED)
def address_of(page: str, *parts: str | int) -> str:
    """Return the URL path of a page, by its name in `meetings.site.urls` and the arguments of its pattern in order."""
    return reverse(page, args=parts)
