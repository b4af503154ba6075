"""The active filters of a search as chips, each with the address of the same search without it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.forms import BoundField, ChoiceField
from django.http import QueryDict
from django.utils.formats import date_format

# Parameters that are no filters, and the page number, which is meaningless once a filter has changed.
_NO_CHOICE = {"q", "sorter"}
_PAGE = "side"


@dataclass(frozen=True)
class Chip:
    """An active filter: its field's label, its value, and the query string without it."""

    label: str
    value: str
    without: str


def chips(fields: Iterator[BoundField], cleaned: dict[str, Any], parameters: QueryDict) -> list[Chip]:
    """Return a chip for each filter field of a valid form that has a value."""
    chosen = [field for field in fields if cleaned.get(field.name) and field.name not in _NO_CHOICE]
    return [
        Chip(str(field.label), _shown(field, cleaned[field.name]), _without(field.name, parameters)) for field in chosen
    ]


def _shown(field: BoundField, value: Any) -> str:
    if isinstance(value, datetime.date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, str) and isinstance(field.field, ChoiceField):
        return str(dict(cast(list[tuple[str, str]], field.field.choices))[value])
    return str(value)


def _without(name: str, parameters: QueryDict) -> str:
    kept = parameters.copy()
    for gone in (name, _PAGE):
        kept.pop(gone, None)
    return "?" + kept.urlencode()
