"""The rows that only `manage.py prepare` writes: the five KKR, the 98 municipalities and the topics.

They come from the vocabulary and `data/municipalities.csv`; writing them again changes nothing. Since nothing else
writes them, pages that show them all need no query: the functions below build them once per process.
"""

from __future__ import annotations

from functools import cache

from danish import alphabet
from meetings.models import Municipality, Region, Topic
from meetings.shared.municipality_names import municipality_names
from meetings.shared.vocabulary import RegionSlug, TopicSlug

_WRITTEN = ("slug", "name", "official_name", "region_id", "sort_key")


def is_loaded() -> bool:
    """Return whether the rows in the database are those that would be written."""
    return (
        dict(Region.objects.values_list("slug", "order")) == {slug: order for order, slug in enumerate(RegionSlug)}
        and dict(Topic.objects.values_list("slug", "order")) == {slug: order for order, slug in enumerate(TopicSlug)}
        and {code: values for code, *values in Municipality.objects.values_list("code", *_WRITTEN)}
        == {one.code: [getattr(one, name) for name in _WRITTEN] for one in read_municipalities()}
    )


def load_reference() -> None:
    """Write regions, topics and municipalities."""
    Region.objects.bulk_create(
        [Region(slug=slug, order=order) for order, slug in enumerate(RegionSlug)],
        update_conflicts=True, unique_fields=["slug"], update_fields=["order"],
    )  # fmt: skip
    Topic.objects.bulk_create(
        [Topic(slug=slug, order=order) for order, slug in enumerate(TopicSlug)],
        update_conflicts=True, unique_fields=["slug"], update_fields=["order"],
    )  # fmt: skip
    Municipality.objects.bulk_create(
        read_municipalities(),
        update_conflicts=True, unique_fields=["code"], update_fields=_WRITTEN,
    )  # fmt: skip


@cache
def regions() -> tuple[Region, ...]:
    """Return the five KKR from north to east."""
    return tuple(Region(slug=slug, order=order) for order, slug in enumerate(RegionSlug))


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Return the 98 municipalities in alphabetical order, each with its KKR."""
    by_slug = {region.pk: region for region in regions()}
    found = sorted(read_municipalities(), key=lambda one: one.sort_key)
    for one in found:
        one.region = by_slug[one.region_id]
    return tuple(found)


@cache
def by_region() -> dict[str, tuple[Region, list[Municipality]]]:
    """Return the five KKR by slug, each with its municipalities in alphabetical order."""
    return {one.pk: (one, [each for each in municipalities() if each.region_id == one.pk]) for one in regions()}


@cache
def municipality_slugs() -> dict[str, Municipality]:
    """Return the 98 municipalities by slug."""
    return {one.slug: one for one in municipalities()}


@cache
def municipality_codes() -> dict[str, Municipality]:
    """Return the 98 municipalities by code."""
    return {one.code: one for one in municipalities()}


def read_municipalities() -> list[Municipality]:
    """Return the municipalities of the CSV file as unsaved rows."""
    return [
        Municipality(
            code=one.code,
            slug=one.slug,
            name=one.name,
            official_name=one.official_name,
            region_id=one.region,
            sort_key=alphabet.sort_key(one.name),
        )
        for one in municipality_names()
    ]
