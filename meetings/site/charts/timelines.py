"""Timelines, dots in lanes along the years: the meetings of a case by KKR, or of a person.

`meetings.site.charts.stacked` explains how charts are used.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from meetings.site.charts.stacked import Tick, major_ticks, years

LANE, LABELLED_LANE, AXIS = 28, 46, 26


@dataclass(frozen=True)
class Dot:
    """An event on a day: its label ("24. oktober 2025: til stede") and link; hollow for an absence."""

    day: datetime.date
    label: str
    url: str
    is_hollow: bool = False


@dataclass(frozen=True)
class Lane:
    """A line of dots, coloured by the attribute `data-{role}="{key}"`: a region or a tone. The label may be ""."""

    label: str
    dots: Sequence[Dot]
    key: str = ""
    role: str = "region"


@dataclass(frozen=True)
class PlacedDot:
    """A dot and its horizontal position, in percent."""

    dot: Dot
    x: str


@dataclass(frozen=True)
class PlacedLane:
    """A lane, the positions of its line and label in pixels from the top, and its dots with theirs."""

    lane: Lane
    y: int
    label_at: int
    dots: list[PlacedDot] = field(default_factory=list)


@dataclass(frozen=True)
class Timeline:
    """Lanes from the first day of the first year to the last day of the last.

    `listed_at` is the id of the list on the page that says the same in words; if it is "", the timeline comes with a
    table.
    """

    name: str  # unique on its page: ids are made of it
    title: str
    lanes: Sequence[Lane]
    about: str = ""
    listed_at: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(lane.dots for lane in self.lanes)

    @cached_property
    def years(self) -> list[str]:
        return years({dot.day.year for lane in self.lanes for dot in lane.dots})

    @cached_property
    def placed(self) -> list[PlacedLane]:
        """The lanes that have dots, from the top down."""
        found, top = [], 0
        for lane in self.lanes:
            if lane.dots:
                height = LABELLED_LANE if lane.label else LANE
                dots = [PlacedDot(dot, self._across(dot.day)) for dot in lane.dots]
                found.append(PlacedLane(lane, top + height - LANE // 2, top + 14, dots))
                top += height
        return found

    @property
    def floor(self) -> int:
        return self.placed[-1].y + LANE // 2 if self.placed else 0

    @property
    def height(self) -> int:
        return self.floor + AXIS

    @property
    def names_at(self) -> int:
        return self.floor + 18

    @property
    def ticks(self) -> list[Tick]:
        """The years, each centred in its part of the axis."""
        share = 100 / max(len(self.years), 1)
        named = zip(self.years, major_ticks(self.years), strict=True)
        return [Tick(f"{(at + 0.5) * share:.3f}%", year, major) for at, (year, major) in enumerate(named)]

    @property
    def bounds(self) -> list[str]:
        """The positions of the boundaries between years, in percent."""
        return [f"{at * 100 / len(self.years):.3f}%" for at in range(1, len(self.years))]

    def _across(self, day: datetime.date) -> str:
        first, last = int(self.years[0]), int(self.years[-1])
        start, end = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
        return f"{(day - start).days / (end - start).days * 100:.3f}%"
