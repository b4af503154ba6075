"""How often Python looks for garbage."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Let this process look for garbage seldom: what it is made of stays, and what it makes is mostly freed without.

    Measured on 40 documents: looking as often as Python does took 7 % of reading and 15 % of writing, and freed little.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
