"""Limits of what is read from one file, far beyond those of any agenda or minutes.

The largest known have 400 pages and 1 MB of text. Time and memory have limits of their own (`ingest.workers.Bounds`).
"""

from __future__ import annotations

from ingest.errors import LineTooLong
from ingest.records import Source

MOST_PAGES = 3_000
MOST_TEXT_MB = 10
MOST_UNPACKED_MB = 500  # of a PDF's streams, images apart; a file of 100 pages has 5
MOST_LETTERS_A_LINE = 20_000  # a paragraph without line breaks has some thousands


def refuse_long_lines(source: Source) -> None:
    """Raise LineTooLong for the first line with more letters than the archive reads."""
    for page in source.pages:
        longest = max(map(len, page.lines), default=0)
        if longest > MOST_LETTERS_A_LINE:
            raise LineTooLong(page=page.number, letters=longest, most=MOST_LETTERS_A_LINE)
