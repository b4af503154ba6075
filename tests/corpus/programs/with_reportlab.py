"""Set a paper with ReportLab's Platypus, in the standard fonts: python with_reportlab.py BLOCKS.json PAPER.pdf."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import ListFlowable, PageBreak, Paragraph, SimpleDocTemplate, Table

SIZES = {"title": (20, ""), "chapter": (15, "b"), "heading": (13, "b"), "label": (11, "b"), "subheading": (11, "i")}
PLAIN = ParagraphStyle("text", fontName="Helvetica", fontSize=11, leading=14.5, spaceAfter=9)


def flowable(block: dict[str, Any]) -> Any:
    """Return what Platypus sets for a block."""
    if block["kind"] == "break":
        return PageBreak()
    if block["kind"] == "table":
        return Table(block["rows"], hAlign="LEFT", colWidths=45 * mm, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    if block["entries"]:
        bullets = {"bulletType": "bullet", "start": "–"} if block["kind"] == "bullets" else {"bulletFormat": "%s."}
        return ListFlowable([Paragraph(escape(entry), PLAIN) for entry in block["entries"]], **bullets)
    size, tag = SIZES.get(block["kind"], (11, ""))
    style = ParagraphStyle(block["kind"], PLAIN, fontSize=size, leading=size * 1.3, spaceBefore=14 if tag else 0)
    text = escape(f"{block['number']} {block['text']}".strip())
    return Paragraph(f"<{tag}>{text}</{tag}>" if tag else text, style)


def main(source: str, made: str) -> None:
    paper = json.loads(Path(source).read_text(encoding="utf-8"))

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(35 * mm, 15 * mm, paper["foot"])
        canvas.drawRightString(185 * mm, 15 * mm, f"Side {document.page}")

    frame = SimpleDocTemplate(made, pagesize=A4, leftMargin=35 * mm, rightMargin=25 * mm, invariant=1)
    frame.build(list(map(flowable, paper["blocks"])), onFirstPage=foot, onLaterPages=foot)


main(*sys.argv[1:])
