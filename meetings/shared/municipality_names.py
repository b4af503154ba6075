"""The table of the 98 municipalities (`meetings/data/municipalities.csv`), read here once for all other modules."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple

from danish import alphabet


class MunicipalityName(NamedTuple):
    """A municipality: code, slug, short and official name, KKR, and other forms of the name found in documents."""

    code: str
    slug: str
    name: str
    official_name: str
    region: str
    other_forms: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its other forms."""
        return (self.name, *self.other_forms)


@cache
def municipality_names() -> tuple[MunicipalityName, ...]:
    """Return the municipalities in the order of the table."""
    table = resources.files("meetings").joinpath("data/municipalities.csv").read_text(encoding="utf-8")
    return tuple(_municipality(row) for row in csv.DictReader(table.splitlines()))


def _municipality(row: dict[str, str]) -> MunicipalityName:
    return MunicipalityName(
        code=row["code"],
        slug=alphabet.slug(row["name"]),
        name=row["name"],
        official_name=row["official_name"] or f"{row['name']} Kommune",
        region=row["region"],
        other_forms=tuple(filter(None, row["other_forms"].split("|"))),
    )
