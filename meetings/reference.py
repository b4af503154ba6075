"""The rows that `migrate` alone brings: the five KKR, the 98 municipalities and the topics.

They are made after every migrate (and after a flush, so tests have them too) from the vocabulary and
`data/municipalities.csv`; running it again changes nothing.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from danish import alphabet
from meetings.models import Municipality, Region, Topic
from meetings.vocabulary import RegionSlug, TopicSlug

MUNICIPALITIES = Path(__file__).parent / "data" / "municipalities.csv"


def load_reference(using: str = "default", **_signal: Any) -> None:
    """Write regions, topics and municipalities to the database `using`. A receiver of `post_migrate`."""
    Region.objects.using(using).bulk_create(
        [Region(slug=slug, order=order) for order, slug in enumerate(RegionSlug)],
        update_conflicts=True, unique_fields=["slug"], update_fields=["order"],
    )  # fmt: skip
    Topic.objects.using(using).bulk_create(
        [Topic(slug=slug, order=order) for order, slug in enumerate(TopicSlug)],
        update_conflicts=True, unique_fields=["slug"], update_fields=["order"],
    )  # fmt: skip
    Municipality.objects.using(using).bulk_create(
        read_municipalities(),
        update_conflicts=True, unique_fields=["code"],
        update_fields=["slug", "name", "official_name", "region", "sort_key"],
    )  # fmt: skip


def read_municipalities() -> list[Municipality]:
    """Give the municipalities of the table as unsaved rows."""
    with MUNICIPALITIES.open(encoding="utf-8", newline="") as table:
        return [_municipality(row) for row in csv.DictReader(table)]


def _municipality(row: dict[str, str]) -> Municipality:
    return Municipality(
        code=row["code"],
        slug=alphabet.slug(row["name"]),
        name=row["name"],
        official_name=row["official_name"] or f"{row['name']} Kommune",
        region_id=row["region"],
        sort_key=alphabet.sort_key(row["name"]),
    )
