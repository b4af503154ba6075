"""The title of a search, in words: "Beslutninger om sundhed i KKR Nordjylland, fra 24. oktober 2025"."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext as _

from meetings.date_format import long_date
from meetings.labels import within_sentence
from meetings.search.language.facets import FACETS, YEAR, Facet, Place


def title_in_words(cleaned: dict[str, Any]) -> str:
    """Return the title of the search with this cleaned form data."""
    what = _told(cleaned, Place.WHAT) or [_("Punkter")]
    about = _told(cleaned, Place.ABOUT) + ([_("»%s«") % cleaned["q"]] if cleaned.get("q") else [])
    case = [_(" i sag %s") % cleaned["sag"]] if cleaned.get("sag") else []
    return "".join(
        [
            *what,
            *_told(cleaned, Place.SOURCE),
            *([_(" om %s") % _(" og ").join(about)] if about else []),
            *_told(cleaned, Place.WHERE),
            *case,
            *_told(cleaned, Place.NAMING),
            *_told(cleaned, Place.WHEN),
            _period(cleaned.get("fra"), cleaned.get("til")),
        ]
    )


def _told(cleaned: dict[str, Any], place: Place) -> list[str]:
    chosen = [facet for facet in FACETS if facet.place is place and cleaned.get(facet.name)]
    return [_(facet.phrase) % _value(facet, cleaned[facet.name]) for facet in chosen]


def _value(facet: Facet, value: Any) -> str:
    if facet.vocabulary:
        member = facet.vocabulary(value)
        return _(member.label) if facet.place is Place.WHERE else within_sentence(member)
    return f"{value:.0f}" if facet.values == YEAR else str(value)


def _period(since: datetime.date | None, until: datetime.date | None) -> str:
    """Return a period by its days; by its years if it is of whole years."""
    if since and until and (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        return f", {since.year}" if since.year == until.year else f", {since.year}-{until.year}"
    if since and since == until:
        return f", {long_date(since)}"
    return (_(", fra %s") % long_date(since) if since else "") + _until(until, follows=bool(since))


def _until(until: datetime.date | None, *, follows: bool) -> str:
    if not until:
        return ""
    return (_(" til %s") if follows else _(", til %s")) % long_date(until)
