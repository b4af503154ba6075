"""Typed fields whose values the archive does not know ("region:fyn"), with what can be typed in their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from meetings.search.language.facets import BY_NAME
from meetings.search.language.query import Field


class UnknownField(NamedTuple):
    """A field as it was typed, and what can be typed."""

    typed: str
    advice: str


def unknown_fields(fields: Iterable[Field]) -> list[UnknownField]:
    """Return the fields with advice in the reader's language."""
    return [UnknownField(f"{one.name}:{one.value}", _advice(one.name)) for one in fields]


def _advice(name: str) -> str:
    if name not in BY_NAME:
        return _("Skriv et år eller en dato, fx 2021 eller 24-10-2025.")
    members = BY_NAME[name].members.values()
    if not members:
        return _("Skriv navnet på en kommune, fx kommune:aalborg.")
    return _("Skriv et af disse: %(values)s.") % {"values": ", ".join(member.label.lower() for member in members)}
