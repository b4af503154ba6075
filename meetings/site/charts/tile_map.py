"""The tile map of the 98 municipalities: one square each, placed by hand so that the whole resembles Denmark.

The positions are in `data/tiles.csv`, in squares from the upper left corner; half squares keep islands apart from the
mainland. The map is for choosing, not for measuring: neighbours are mostly adjacent, and Bornholm is too near.
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
STEP = 40  # from one square to the next, in SVG units; even, so that half of it is an integer


@dataclass(frozen=True)
class TilePosition:
    """The position of a municipality, in squares, and its abbreviated name."""

    column: float
    row: float
    label: str


@dataclass(frozen=True)
class Tile:
    """A municipality, its label, and the upper left corner of its square in SVG units."""

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
    """The tiles, by KKR and name, the size of the drawing in SVG units, and the selected municipality, if any."""

    tiles: Sequence[Tile]
    width: int
    height: int
    chosen: Municipality | None = None
    side: int = STEP  # a border in the background colour separates squares, so that a click cannot fall between them


def tile_map(chosen: Municipality | None = None) -> TileMap:
    """Return the map of all municipalities, with `chosen` as the selected one."""
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
    """Read the position of each municipality, keyed by municipality code."""
    with TILES.open(encoding="utf-8", newline="") as table:
        return {
            row["code"]: TilePosition(float(row["column"]), float(row["row"]), row["label"])
            for row in csv.DictReader(table)
        }


def _tile(municipality: Municipality) -> Tile:
    place = read_places()[municipality.code]
    return Tile(municipality, place.label, round(place.column * STEP), round(place.row * STEP))
