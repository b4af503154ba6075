"""Tuning of Python's garbage collection for processes that load much at start and keep it: parser, lexicon, Django."""

from __future__ import annotations

import gc


def tune_gc() -> None:
    """Make this process collect garbage rarely, and never among the objects made so far.

    Most objects of a web page, or of a PDF's pages, are freed by reference counting. Python's default thresholds took
    7 % of reading a document, 15 % of writing it, and a tenth of rendering a page. Called before a fork, it also lets
    the processes share memory.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
