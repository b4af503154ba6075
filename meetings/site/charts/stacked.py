"""Charts as plain data: scales, ticks and stacks are computed here; templates only render them as inline SVG.

There are three kinds. A view puts one in its context, and the template calls its macro:

- `Stacked`: columns, mostly years, each a stack of series, mostly KKR or outcomes.
  `stacked(plot)` in `macros/stacked.html`. Small multiples are several of them with the same `top` and `is_small=True`:
  `small_ones(plots)`.
- `timelines.Timeline`: rows of dots along the years. `timeline(plot)` in `macros/timeline.html`.
- `heat.Heat`: a table whose cells are shaded by their counts. `heat(plot)` in `macros/heat.html`.

Every chart is a figure labelled by its caption (visually hidden with `title_unseen=true`, where a heading of the page
says the same) and repeats its numbers as a table with the same links. The SVG is for sighted readers with a pointer; it
is hidden from screen readers and the keyboard, for which a hundred links would only be in the way.
`table_unneeded=true` omits the table where the page has a similar one.
Horizontal positions are in percent, so that a chart fills any width without scaling its text; vertical ones in pixels.
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
ABOVE, BELOW = 12, 24  # room for the topmost number and for the column names
GAP = 0.2  # as a fraction of a column's width
FEWEST_PLACES = 8
MOST_STEPS = 4
MOST_NAMED = 8  # of more columns than this, narrow screens name only some


@dataclass(frozen=True)
class Series:
    """A series of a stacked chart, coloured by the attribute `data-{role}="{key}"`: a region or a tone."""

    key: str
    label: str
    role: str = "region"


@dataclass(frozen=True)
class Bar:
    """One segment of a column: label, link and position; `x` and `width` in percent, `top` and `bottom` in pixels."""

    label: str
    url: str
    x: float
    width: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Layer:
    """The segments of one series, and their total."""

    series: Series
    bars: list[Bar]
    total: int


@dataclass(frozen=True)
class Tick:
    """A mark on an axis. One that is not major is hidden on narrow screens."""

    at: str
    label: str
    is_major: bool = True


@dataclass(frozen=True)
class Cell:
    """A number in a table, its link, and in a heat table its shade (`step`)."""

    count: int
    url: str = ""
    step: int = 0


@dataclass(frozen=True)
class Row:
    """A named row of numbers and their total."""

    name: str
    cells: list[Cell]
    total: Cell
    url: str = ""

    @property
    def shown(self) -> list[Cell]:
        """The cells, followed by the total if there is one to show."""
        return [*self.cells, *self.totals]

    @property
    def totals(self) -> list[Cell]:
        """The total in a list; empty for a single cell, which would only be repeated."""
        return [self.total] if len(self.cells) > 1 else []


@dataclass(frozen=True)
class Stacked:
    """A stacked column chart. `values` maps (column, series key) to a number; missing pairs count as 0.

    `unit` returns a number in words ("31 beslutninger"); `address` returns the link for a column and a series key, and
    for the key "" that of the whole column. `top` is the least number that the scale must reach.
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
        """The round numbers on the scale, from 0 to the first that no column exceeds."""
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
            for middle, column, is_major in zip(middles, self.columns, major_ticks(self.columns), strict=True)
        ]

    @cached_property
    def layers(self) -> list[Layer]:
        """The series that have values, each with its segments."""
        return [self._layer(nth) for nth in self._drawn]

    @property
    def table(self) -> list[Row]:
        """The numbers of the chart as table rows: one for each column that has values."""
        rows = zip(self.columns, self._stacks, strict=True)
        return [self._row(column, counts) for column, counts in rows if any(counts)]

    @cached_property
    def _stacks(self) -> list[list[int]]:
        """The numbers of each column, by series."""
        return [[self.values.get((column, one.key), 0) for one in self.series] for column in self.columns]

    @cached_property
    def _drawn(self) -> list[int]:
        """The indexes of the series that have values."""
        return [nth for nth in range(len(self.series)) if any(counts[nth] for counts in self._stacks)]

    @cached_property
    def _share(self) -> float:
        """The width of a column, in percent; where there are few columns, room is left for later ones."""
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
        """The height of one unit, in pixels."""
        return self.height / self.steps[-1]


def scale(largest: int, most_steps: int = MOST_STEPS) -> list[int]:
    """Return evenly spaced numbers from 0 to at least `largest`, at most `most_steps` of them besides 0.

    The step is 1, 2 or 5 times a power of ten: for 31 the result is 0, 10, 20, 30, 40.
    """
    step = next(step for step in _round_steps() if step * most_steps >= largest)
    return list(range(0, math.ceil(largest / step) * step + 1, step))


def _round_steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def major_ticks(columns: Sequence[str]) -> list[bool]:
    """Return for each column whether narrow screens name it: all if they are few, round years if many."""
    every = 1 if len(columns) <= MOST_NAMED else 2 if len(columns) <= 2 * MOST_NAMED - 4 else 5
    return [int(column) % every == 0 if column.isdigit() else every == 1 for column in columns]


def years(found: Sequence[int] | set[int]) -> list[str]:
    """Return all years from the first to the last of `found`: years without data must show as a gap."""
    return [str(year) for year in range(min(found), max(found) + 1)] if found else []


def region_series() -> list[Series]:
    """Return the five KKR as series, in their usual order (north to east)."""
    return [Series(slug, f"KKR {_(slug.label)}") for slug in RegionSlug]
