"""Pages whose name is exactly the query: a KKR, a topic, a municipality, a person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from meetings.addresses import address_of
from meetings.models import Person
from meetings.reference import municipalities, regions
from meetings.search.language.words import fold
from meetings.shared.vocabulary import RegionSlug, TopicSlug

Page = tuple[str, str]  # its name in the reader's language, and its address


def pages_named(typed: str) -> list[Page]:
    """Return the pages named `typed`. One query if it has several words, as a person's name does; else none."""
    typed = typed.strip()
    called = fold(typed)
    known = [page for name, page in _known(get_language()) if name == called]
    people = Person.objects.filter(name__iexact=typed) if " " in typed else []
    return [*dict.fromkeys(known), *((one.name, one.get_absolute_url()) for one in people)]


@lru_cache(maxsize=4)
def _known(_language: str | None) -> list[tuple[str, Page]]:
    """Return pairs of name and page for the pages that need no database query; a page may have several names."""
    return [(fold(name), page) for names, page in _named() for name in names]


def _named() -> Iterator[tuple[tuple[str, ...], Page]]:
    for region in regions():
        yield (RegionSlug(region.pk).label, str(region)), (str(region), region.get_absolute_url())
    for topic in TopicSlug:
        yield (topic.label, _(topic.label)), (_("emnet %s") % _(topic.label), address_of("topic", topic))
    for one in municipalities():
        yield (one.name, one.official_name), (one.official_name, one.get_absolute_url())
