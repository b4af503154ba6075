"""How often Python looks for garbage, where much is made at the start that stays: the parser, the lexicon, Django."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Let this process look for garbage seldom, and never among what has been made so far.

    A page, or the pages of a PDF, are mostly freed without. Looking as often as Python does took 7 % of reading a
    document, 15 % of writing it, and a tenth of making a page. Before processes part it also lets them share memory.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
