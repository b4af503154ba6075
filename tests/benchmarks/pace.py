"""The speed of the machine during a benchmark: figures mean little on one that other processes slow down."""

from __future__ import annotations

import time

ADDITIONS = 2_000_000


def pace() -> str:
    """Return a line for a table: the milliseconds that a fixed piece of work takes now, minimum and maximum of five."""
    taken = []
    for _ in range(5):
        began, total = time.perf_counter(), 0
        for one in range(ADDITIONS):
            total += one
        taken.append((time.perf_counter() - began) * 1000)
    return f"machine: {ADDITIONS:,} additions take {min(taken):.0f} to {max(taken):.0f} ms"


if __name__ == "__main__":
    print(pace())
