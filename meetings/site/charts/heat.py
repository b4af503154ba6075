"""Heat tables, whose cells are shaded by their counts. `meetings.site.charts.stacked` explains how charts are used."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from meetings.site.charts.stacked import Cell, Row

STEPS = 5


@dataclass(frozen=True)
class HeatRow:
    """A row before counting: its key in `Heat.values`, its name, and the address that the name links to."""

    key: str
    name: str
    url: str = ""


@dataclass(frozen=True)
class Heat:
    """Counts by line and column. Lines without counts are left out; empty columns stay, since they show a gap.

    `address` returns the link of the cell for a line's and a column's key; for the column "", that of the line's total.
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
        """The lines that have counts, with their cells and totals."""
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
