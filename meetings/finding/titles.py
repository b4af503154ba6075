"""What a search is of, in words: "Beslutninger om sundhed i KKR Nordjylland, 2020-2025"."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from meetings.labels import within_sentence
from meetings.vocabulary import DocumentKind, Outcome, RegionSlug, TopicSlug


def title_in_words(cleaned: dict[str, Any]) -> str:
    """Give the title of the search with these values of the form."""
    return "".join([_what(cleaned), *_about(cleaned), *_where(cleaned), _when(cleaned)])


def _what(cleaned: dict[str, Any]) -> str:
    if cleaned.get("udfald"):
        return _("Beslutninger (%s)") % within_sentence(Outcome(cleaned["udfald"]))
    if cleaned.get("art"):
        return _("Punkter fra %s") % within_sentence(DocumentKind(cleaned["art"]))
    return _("Punkter")


def _about(cleaned: dict[str, Any]) -> list[str]:
    about = [within_sentence(TopicSlug(cleaned["emne"]))] if cleaned.get("emne") else []
    about += [_("»%s«") % cleaned["q"]] if cleaned.get("q") else []
    return [_(" om %s") % _(" og ").join(about)] if about else []


def _where(cleaned: dict[str, Any]) -> list[str]:
    where = [_(" i KKR %s") % _(RegionSlug(cleaned["region"]).label)] if cleaned.get("region") else []
    where += [_(" i sag %s") % cleaned["sag"]] if cleaned.get("sag") else []
    return where + ([_(", der nævner %s") % cleaned["kommune"].name] if cleaned.get("kommune") else [])


def _when(cleaned: dict[str, Any]) -> str:
    since, until = (cleaned[name].year if cleaned.get(name) else None for name in ("fra", "til"))
    if cleaned.get("aar"):
        return f", {cleaned['aar']:.0f}"
    if since and until:
        return f", {since}" if since == until else f", {since}-{until}"
    return _(", fra %s") % since if since else _(", til %s") % until if until else ""
