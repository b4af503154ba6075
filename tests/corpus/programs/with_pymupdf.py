"""Set HTML with MuPDF's Story: python with_pymupdf.py PAPER.html PAPER.pdf."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pymupdf

PAGE = pymupdf.paper_rect("a4")
TEXT = pymupdf.Rect(99, 79, PAGE.width - 71, PAGE.height - 79)


def main(source: str, made: str) -> None:
    story = pymupdf.Story(Path(source).read_text(encoding="utf-8"))
    written = io.BytesIO()
    writer = pymupdf.DocumentWriter(written)
    more = True
    while more:
        device = writer.begin_page(PAGE)
        more, _ = story.place(TEXT)
        story.draw(device)
        writer.end_page()
    writer.close()
    with pymupdf.open("pdf", written.getvalue()) as document:
        document.subset_fonts()
        document.ez_save(made)


main(*sys.argv[1:])
