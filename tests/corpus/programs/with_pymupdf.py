"""Set HTML with MuPDF's Story: python with_pymupdf.py PAPER.html PAPER.pdf."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pymupdf

PAGE = pymupdf.paper_rect("a4")


def main(source: str, made: str) -> None:
    story = pymupdf.Story(Path(source).read_text(encoding="utf-8"))
    written = io.BytesIO()
    writer = pymupdf.DocumentWriter(written)
    more = True
    while more:
        device = writer.begin_page(PAGE)
        more, _ = story.place(PAGE + (99, 79, -71, -79))
        story.draw(device)
        writer.end_page()
    writer.close()
    with pymupdf.open("pdf", written.getvalue()) as document:
        document.subset_fonts()
        document.ez_save(made)


main(*sys.argv[1:])
