"""The map of the 98 municipalities: one square each, laid by hand so that it resembles Denmark.

Where the squares lie stands in `data/tiles.csv`, in squares from the upper left corner; a half keeps islands apart from
the mainland. The map is to choose from, not to measure on: neighbours are mostly neighbours, and Bornholm is too near.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from meetings.models import Municipality
from meetings.reference import municipalities

TILES = Path(__file__).parents[2] / "data" / "tiles.csv"
STEP = 40  # from one square to the next, in units of the drawing; even, so that half of it is whole


@dataclass(frozen=True)
class TilePosition:
    """Where a municipality lies, in squares, and how it is written in so little room."""

    column: float
    row: float
    label: str


@dataclass(frozen=True)
class Tile:
    """A municipality with its square's corner and the middle of its label, in units of the drawing."""

    municipality: Municipality
    label: str
    x: int
    y: int

    @property
    def middle(self) -> int:
        return self.x + STEP // 2

    @property
    def baseline(self) -> int:
        return self.y + STEP // 2 + 4


@dataclass(frozen=True)
class TileMap:
    """The squares, by KKR and name, the drawing's size, and the municipality that is chosen, if one is."""

    tiles: Sequence[Tile]
    width: int
    height: int
    chosen: Municipality | None = None
    side: int = STEP  # a line in the paper's colour keeps squares apart, so that all of the step can be hit


def tile_map(chosen: Municipality | None = None) -> TileMap:
    """Return the map of all municipalities; one of them may be the chosen one."""
    return replace(_whole_map(), chosen=chosen)


@cache
def _whole_map() -> TileMap:
    places = read_places().values()
    width = max(place.column for place in places) + 1
    height = max(place.row for place in places) + 1
    tiles = [_tile(one) for one in sorted(municipalities(), key=lambda one: (one.region.order, one.sort_key))]
    return TileMap(tiles, round(width * STEP), round(height * STEP))


@cache
def read_places() -> dict[str, TilePosition]:
    """Return where each municipality lies by its code."""
    with TILES.open(encoding="utf-8", newline="") as table:
        return {
            row["code"]: TilePosition(float(row["column"]), float(row["row"]), row["label"])
            for row in csv.DictReader(table)
        }


def _tile(municipality: Municipality) -> Tile:
    place = read_places()[municipality.code]
    return Tile(municipality, place.label, round(place.column * STEP), round(place.row * STEP))
