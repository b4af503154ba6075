"""The pages that are called just what was typed: a KKR, a topic, a municipality, a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from meetings.addresses import address_of
from meetings.models import Person
from meetings.reference import municipalities, regions
from meetings.search.words import fold
from meetings.vocabulary import RegionSlug, TopicSlug


def pages_called(typed: str) -> list[tuple[str, str]]:
    """Give the pages of that name, each as it is called and its address. One query, for more words than one."""
    typed = typed.strip()
    called = fold(typed)
    known = [(name, address) for names, name, address in _known() if called in map(fold, names)]
    people = Person.objects.filter(name__iexact=typed) if " " in typed else []
    return [*known, *((one.name, one.get_absolute_url()) for one in people)]


def _known() -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Give what needs no query: its names, what it is called, its address."""
    for region in regions():
        yield (RegionSlug(region.pk).label, str(region)), str(region), region.get_absolute_url()
    for topic in TopicSlug:
        yield (topic.label, _(topic.label)), _("emnet %s") % _(topic.label), address_of("topic", topic)
    for one in municipalities():
        yield (one.name, one.official_name), one.official_name, one.get_absolute_url()
