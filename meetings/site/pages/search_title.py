"""The title of a search, in words: "Beslutninger om sundhed i KKR Nordjylland, 2020-2025"."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from meetings.labels import within_sentence
from meetings.search.language.facets import FACETS, YEAR, Facet, Place


def title_in_words(cleaned: dict[str, Any]) -> str:
    """Return the title of the search with this cleaned form data."""
    what = _told(cleaned, Place.WHAT)[:1] or [_("Punkter")]
    about = _told(cleaned, Place.ABOUT) + ([_("»%s«") % cleaned["q"]] if cleaned.get("q") else [])
    case = [_(" i sag %s") % cleaned["sag"]] if cleaned.get("sag") else []
    return "".join(
        [
            *what,
            *([_(" om %s") % _(" og ").join(about)] if about else []),
            *_told(cleaned, Place.WHERE),
            *case,
            *_told(cleaned, Place.NAMING),
            *(_told(cleaned, Place.WHEN) or [_period(cleaned)]),
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


def _period(cleaned: dict[str, Any]) -> str:
    since, until = (cleaned[name].year if cleaned.get(name) else None for name in ("fra", "til"))
    if since and until:
        return f", {since}" if since == until else f", {since}-{until}"
    return _(", fra %s") % since if since else _(", til %s") % until if until else ""
