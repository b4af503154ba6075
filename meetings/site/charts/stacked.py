"""Plots as plain data: scales, ticks and stacks are reckoned here, templates only write them down as inline SVG.

There are three kinds. A page makes one in `meetings.finding`, puts it in its context and calls its macro:

- `Stacked`: columns side by side, mostly years, each stacked of series, mostly KKR or outcomes.
  `stacked(plot)` in `macros/stacked.html`. Small multiples are several of them with the same `top` and `is_small=True`:
  `small_ones(plots)`.
- `timelines.Timeline`: rows of dots along the years. `timeline(plot)` in `macros/timeline.html`.
- `heat.Heat`: a table whose cells are the darker the more they count. `heat(plot)` in `macros/heat.html`.

Every plot is a figure named by its caption (`title_unseen=true` where a heading of the page says it) and has
its numbers as a table with the same links: the SVG is for eye and pointer, and hidden from those who read by ear or go
by keyboard, whom a hundred links on the way would only hold up. `table_unneeded=true` leaves the table out where
the page has one like it.
Across, places are in percent, so that a plot fills any width with letters as large as ever; down, in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from meetings.number_format import number
from meetings.shared.vocabulary import RegionSlug

HEIGHT, SMALL_HEIGHT = 220, 96
ABOVE, BELOW = 12, 24  # room for the topmost number, and for the names of the columns
GAP = 0.2  # of a column's width
FEWEST_PLACES = 8
MOST_STEPS = 4
MOST_NAMED = 8  # more columns than this are not all named where there is little room


@dataclass(frozen=True)
class Series:
    """One of the things that columns are stacked of. It is coloured by `data-{role}="{key}"`: a region or a tone."""

    key: str
    label: str
    role: str = "region"


@dataclass(frozen=True)
class Bar:
    """A piece of a column: what it says, where it leads, and where it stands: across in percent, down in pixels."""

    label: str
    url: str
    x: float
    width: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Layer:
    """The pieces of one series, and how much they are together."""

    series: Series
    bars: list[Bar]
    total: int


@dataclass(frozen=True)
class Tick:
    """A mark on an axis. One that is not major is left out where there is little room."""

    at: str
    label: str
    is_major: bool = True


@dataclass(frozen=True)
class Cell:
    """A number in a table: as it is, where it leads, how dark it is (in a heat table)."""

    count: int
    url: str = ""
    step: int = 0


@dataclass(frozen=True)
class Row:
    """A row of numbers with its name; `total` is what they are together."""

    name: str
    cells: list[Cell]
    total: Cell
    url: str = ""

    @property
    def shown(self) -> list[Cell]:
        """The cells, and what they are together."""
        return [*self.cells, *self.totals]

    @property
    def totals(self) -> list[Cell]:
        """What the cells are together, where they are several."""
        return [self.total] if len(self.cells) > 1 else []


@dataclass(frozen=True)
class Stacked:
    """Columns stacked of series. `values` has the number for a column and a series key; what it lacks is 0.

    `unit` says a number in words ("31 beslutninger"); `address` gives where a column and series key lead, and for the
    key "" where the whole column leads. `top` is the number that the scale reaches at least.
    """

    name: str  # unique on its page: ids are made of it
    title: str
    axis: str  # what the columns are: "År"
    columns: Sequence[str]
    series: Sequence[Series]
    values: Mapping[tuple[str, str], int]
    unit: Callable[[int], str]
    address: Callable[[str, str], str]
    top: int = 0
    is_small: bool = False
    about: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(self.values.values())

    @property
    def height(self) -> int:
        return SMALL_HEIGHT if self.is_small else HEIGHT

    @property
    def whole_height(self) -> int:
        return ABOVE + self.height + BELOW

    @property
    def floor(self) -> int:
        return ABOVE + self.height

    @property
    def names_at(self) -> int:
        return self.floor + 17

    @cached_property
    def steps(self) -> list[int]:
        """The numbers on the scale, round ones, from 0 to the first that no column passes."""
        largest = max([self.top, 1, *map(sum, self._stacks)])
        return scale(largest, 2 if self.is_small else MOST_STEPS)

    @property
    def scale_ticks(self) -> list[Tick]:
        return [Tick(str(self._down(step)), number(step)) for step in self.steps]

    @property
    def column_ticks(self) -> list[Tick]:
        middles = ((at + 0.5) * self._share for at in range(len(self.columns)))
        return [
            Tick(f"{middle:.3f}%", column, is_major)
            for middle, column, is_major in zip(middles, self.columns, majors(self.columns), strict=True)
        ]

    @cached_property
    def layers(self) -> list[Layer]:
        """The series that have anything, each with its pieces."""
        return [self._layer(nth) for nth in self._drawn]

    @property
    def table(self) -> list[Row]:
        """The same numbers: a row for each column that has any."""
        rows = zip(self.columns, self._stacks, strict=True)
        return [self._row(column, counts) for column, counts in rows if any(counts)]

    @cached_property
    def _stacks(self) -> list[list[int]]:
        """The numbers of each column, by series."""
        return [[self.values.get((column, one.key), 0) for one in self.series] for column in self.columns]

    @cached_property
    def _drawn(self) -> list[int]:
        """The places of the series that have anything."""
        return [nth for nth in range(len(self.series)) if any(counts[nth] for counts in self._stacks)]

    @cached_property
    def _share(self) -> float:
        """How much of the width a column has, in percent: few columns leave room for those to come."""
        return 100 / max(len(self.columns), FEWEST_PLACES)

    def _layer(self, nth: int) -> Layer:
        bars = [self._bar(at, counts, nth) for at, counts in enumerate(self._stacks) if counts[nth]]
        return Layer(self.series[nth], bars, sum(counts[nth] for counts in self._stacks))

    def _bar(self, at: int, counts: Sequence[int], nth: int) -> Bar:
        column, series, below, share = self.columns[at], self.series[nth], sum(counts[:nth]), self._share
        top, bottom = self._down(below + counts[nth]), self._down(below)
        words = {"column": column, "series": series.label, "count": self.unit(counts[nth])}
        url = self.address(column, series.key)
        return Bar(self._label % words, url, (at + GAP / 2) * share, (1 - GAP) * share, top, bottom)

    @cached_property
    def _label(self) -> str:
        return _("%(column)s, %(series)s: %(count)s")

    def _row(self, column: str, counts: Sequence[int]) -> Row:
        pairs = [(self.series[nth].key, counts[nth]) for nth in self._drawn]
        cells = [Cell(count, self.address(column, key) if count else "") for key, count in pairs]
        return Row(column, cells, Cell(sum(counts), self.address(column, "")))

    def _down(self, count: int) -> float:
        return round(self.floor - count * self._pixels, 1)

    @cached_property
    def _pixels(self) -> float:
        """How high one is."""
        return self.height / self.steps[-1]


def scale(largest: int, most_steps: int = MOST_STEPS) -> list[int]:
    """Return round numbers from 0 to at least `largest`, no more than `most_steps` apart from 0.

    They go by 1, 2 or 5 times a power of ten: 31 gives 0, 10, 20, 30, 40.
    """
    step = next(step for step in _round_steps() if step * most_steps >= largest)
    return list(range(0, math.ceil(largest / step) * step + 1, step))


def _round_steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def majors(columns: Sequence[str]) -> list[bool]:
    """Tell of each column, whether it is named where there is little room: all of few, of many years the round ones."""
    every = 1 if len(columns) <= MOST_NAMED else 2 if len(columns) <= 2 * MOST_NAMED - 4 else 5
    return [int(column) % every == 0 if column.isdigit() else every == 1 for column in columns]


def years(found: Sequence[int] | set[int]) -> list[str]:
    """Return all years from the first to the last of those found: one without anything is a gap that must show."""
    return [str(year) for year in range(min(found), max(found) + 1)] if found else []


def region_series() -> list[Series]:
    """Return the five KKR as series, in their order from north to east."""
    return [Series(slug, f"KKR {_(slug.label)}") for slug in RegionSlug]
