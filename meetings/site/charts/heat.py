"""Tables whose cells are the darker the more they count. See `finding.plots` for their use."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from meetings.site.charts.stacked import Cell, Row

STEPS = 5


@dataclass(frozen=True)
class HeatRow:
    """A row before it is counted: the key by which `values` knows it, its name, where the name leads."""

    key: str
    name: str
    url: str = ""


@dataclass(frozen=True)
class Heat:
    """Numbers by line and column. Lines without any are left out, and so is nothing else: an empty column tells a gap.

    `address` gives where the cell of a line's and a column's key leads, and for the column "" where its total leads.
    """

    name: str  # unique on its page: ids are made of it
    title: str
    corner: str  # what the lines are: "Emne"
    columns: Sequence[tuple[str, str]]  # key and name
    lines: Sequence[HeatRow]
    values: Mapping[tuple[str, str], int]
    address: Callable[[str, str], str]
    about: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(self.values.values())

    @cached_property
    def rows(self) -> list[Row]:
        """The lines that have any, with their cells and what they are together."""
        made = (self._row(line) for line in self.lines)
        return [row for row in made if row.total.count]

    def _row(self, line: HeatRow) -> Row:
        cells = [self._cell(line.key, key) for key, _name in self.columns]
        total = sum(cell.count for cell in cells)
        return Row(line.name, cells, Cell(total, self.address(line.key, "")), line.url)

    def _cell(self, line: str, column: str) -> Cell:
        count = self.values.get((line, column), 0)
        return Cell(count, self.address(line, column) if count else "", self._step(count))

    def _step(self, count: int) -> int:
        return math.ceil(count / self._most * STEPS)

    @cached_property
    def _most(self) -> int:
        return max(1, *self.values.values()) if self.values else 1
