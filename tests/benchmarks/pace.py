"""How fast the machine is while it measures: a figure means little on one that others slow down."""

from __future__ import annotations

import time

ADDITIONS = 2_000_000


def pace() -> str:
    """Return a line for a table: what a fixed piece of work takes now, in milliseconds, least and most of five."""
    taken = []
    for _ in range(5):
        began, total = time.perf_counter(), 0
        for one in range(ADDITIONS):
            total += one
        taken.append((time.perf_counter() - began) * 1000)
    return f"machine: {ADDITIONS:,} additions take {min(taken):.0f} to {max(taken):.0f} ms"


if __name__ == "__main__":
    print(pace())
