"""Set a paper with fpdf2, in a subset of DejaVu Sans: python with_fpdf2.py BLOCKS.json PAPER.pdf."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF

FONTS = Path("/usr/share/fonts/truetype/dejavu")
SIZES = {"title": (20, ""), "chapter": (15, "B"), "heading": (13, "B"), "label": (11, "B"), "subheading": (11, "I")}


class Paper(FPDF):
    """A paper with its running foot."""

    foot = ""

    def footer(self) -> None:
        """Set the running foot and the page number."""
        self.set_y(-18)
        self.set_font("DejaVu", "", 8)
        self.cell(80, 6, self.foot)
        self.cell(0, 6, f"Side {self.page_no()}", align="R")

    def block(self, block: dict[str, Any]) -> None:
        """Set a block."""
        size, style = SIZES.get(block["kind"], (10, ""))
        self.set_font("DejaVu", style, size)
        if block["kind"] == "break":
            self.add_page()
        elif block["kind"] == "table":
            with self.table(text_align="LEFT", width=110) as table:
                for row in block["rows"]:
                    table.row(row)
            self.ln(4)
        elif block["entries"]:
            for n, entry in enumerate(block["entries"], 1):
                self.cell(7, 5.5, "–" if block["kind"] == "bullets" else f"{n}.")
                self.multi_cell(0, 5.5, entry, align="L", new_x="LMARGIN", new_y="NEXT")
            self.ln(4)
        else:
            text = f"{block['number']} {block['text']}".strip()
            self.ln(4 if style else 0)
            self.multi_cell(0, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
            self.ln(3.5)


def main(source: str, made: str) -> None:
    paper = json.loads(Path(source).read_text(encoding="utf-8"))
    pdf = Paper(format="A4")
    pdf.foot = paper["foot"]
    pdf.set_creation_date(datetime(2025, 1, 1, tzinfo=UTC))
    for style, end in (("", ""), ("B", "-Bold"), ("I", "-Oblique")):
        pdf.add_font("DejaVu", style, FONTS / f"DejaVuSans{end}.ttf")
    pdf.set_margins(35, 25, 25)
    pdf.set_auto_page_break(auto=True, margin=25)
    pdf.add_page()
    for block in paper["blocks"]:
        pdf.block(block)
    pdf.output(made)


main(*sys.argv[1:])
