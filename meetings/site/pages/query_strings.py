"""Query strings with one parameter changed."""

from __future__ import annotations

from django.http import QueryDict

PAGE = "side"


def with_value(parameters: QueryDict, name: str, value: str = "") -> str:
    """Return the query string with one value of a parameter, or without it, and without the number of the page."""
    kept = parameters.copy()
    for gone in (PAGE, name):
        kept.pop(gone, None)
    if value:
        kept[name] = value
    return f"?{kept.urlencode()}"
