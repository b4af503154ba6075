"""The pages that need no query to be known: lists and overviews, councils, topics, municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from meetings.addresses import address_of
from meetings.reference import municipalities
from meetings.shared.municipality_names import municipality_names
from meetings.shared.vocabulary import RegionSlug, TopicSlug, gettext_noop
from meetings.site.forgiving.guess import Way
from meetings.site.forgiving.spellings import Known, slugs_of

# The first part of an address by the page that it leads to, with what people write in its place, English included.
HEADS = {
    "front": (gettext_noop("Forsiden"), "forside forsiden home start hjem"),
    "search": (gettext_noop("Søgning"), "soeg soegning soege search find"),
    "meetings": (gettext_noop("Møder"), "moeder moede moedet meetings meeting kalender"),
    "cases": (gettext_noop("Sager"), "sag sager sagsnummer sagsnr case cases"),
    "topics": (gettext_noop("Emner"), "emner emne topics topic subject"),
    "people": (
        gettext_noop("Deltagere"),
        "deltagere deltager personer person people participants participant medlemmer",
    ),
    "municipalities": (gettext_noop("Kommuner"), "kommuner kommune municipalities municipality"),
    "overview": (gettext_noop("Overblik"), "overblik statistik overview statistics"),
    "document": (gettext_noop("Dækning"), "dokument dokumenter document documents"),
    "about": (gettext_noop("Om arkivet"), "om about om-arkivet"),
    "accessibility": (gettext_noop("Tilgængelighed"), "tilgaengelighed tilgaengelighedserklaering accessibility"),
}
OVERVIEWS = {
    "overview-outcomes": (gettext_noop("Udfald"), "udfald outcomes outcome"),
    "overview-topics": (gettext_noop("Emner"), "emner emne topics"),
    "overview-attendance": (gettext_noop("Fremmøde"), "fremmoede attendance"),
    "overview-coverage": (gettext_noop("Dækning"), "daekning coverage"),
}
NO_LIST = {"document": "overview-coverage"}


def heads() -> list[Known]:
    """Return the pages that an address may begin with, as far as they are no council's."""
    return _pages((name, label, forms) for name, (label, forms) in HEADS.items())


def overviews() -> list[Known]:
    """Return the overviews."""
    return _pages((name, label, forms) for name, (label, forms) in OVERVIEWS.items())


def _pages(named: Iterable[tuple[str, str, str]]) -> list[Known]:
    return [
        # Documents have no list; the nearest to one is what the archive has and what it lacks.
        Known(Way(_(label), address_of(NO_LIST.get(name, name))), tuple(forms.split()), name)
        for name, label, forms in named
    ]


def councils() -> list[Known]:
    """Return the pages of the five KKR."""
    return [
        Known(
            Way(f"KKR {_(one.label)}", address_of("region", one)), slugs_of([one, f"kkr {one}", f"region {one}"]), one
        )
        for one in RegionSlug
    ]


def topics() -> list[Known]:
    """Return the pages of the topics, by their names in either language."""
    return [
        Known(Way(_(one.label), address_of("topic", one)), (one.value, *_in_english(one)), one) for one in TopicSlug
    ]


@cache
def _in_english(topic: TopicSlug) -> tuple[str, ...]:
    with override("en"):
        return slugs_of([_(topic.label)])


@cache
def places() -> list[Known]:
    """Return the pages of the municipalities, by all forms of their names."""
    forms = {one.slug: slugs_of([*one.forms, one.official_name]) for one in municipality_names()}
    return [
        Known(Way(one.name, one.get_absolute_url()), (one.slug, *forms[one.slug]), one.slug) for one in municipalities()
    ]
