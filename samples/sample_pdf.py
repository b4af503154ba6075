"""Typeset a sample as PDF with Typst: `sources/kkr.typ` has the layout and gets the text as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import typst
from sample_source import Item, Sample

TEMPLATE = Path(__file__).parent / "sources" / "kkr.typ"
MISSION = (
    "KL arbejder for et levende lokaldemokrati. KL taler kommunernes fælles sag, forhandler på deres vegne "
    "og samler den viden og de initiativer, som kommunerne bedst løfter i fællesskab."
)
VISION = (
    "KL vil med blik for helheden skabe indflydelse og synlige resultater for kommunerne "
    "– til nytte for borgere, virksomheder og lokalsamfund."
)
SECTION_WORDS = {
    "background": "Baggrund",
    "recommendation": "Indstilling",
    "presentation": "Sagsfremstilling",
    "decision": "Beslutning",
}
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()

Part = dict[str, Any]


def make_pdf(sample: Sample) -> bytes:
    """Return the PDF of a sample; the same sample always produces the same bytes."""
    fonts = typst.Fonts(include_system_fonts=False)
    data = json.dumps(template_data(sample), ensure_ascii=False)
    compiler = typst.Compiler(str(TEMPLATE), font_paths=fonts, sys_inputs={"data": data})
    made = compiler.compile(format="pdf", timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single PDF")
    return made


def template_data(sample: Sample) -> dict[str, Any]:
    """Return everything that the template prints, fixed Danish words included, as JSON values."""
    return {
        "title": f"{sample.kind_word.capitalize()} {sample.council} {sample.danish_date}",
        **{part: getattr(sample.date, part) for part in ("year", "month", "day")},
        **{name: getattr(sample, name) for name in _COPIED},
        "date": sample.danish_date,
        "kind_and_year": f"{sample.kind_word} {sample.date.year}",
        "running_head": f"{sample.council} | {sample.danish_date}",
        "running_date": sample.danish_date,
        "spaced_name": "  ".join(" ".join(word) for word in sample.council.upper().split()),
        "front_lines": _front_lines(sample),
        "mission_word": "Mission",
        "mission": MISSION,
        "vision_word": "Vision",
        "vision": VISION,
        "contents_word": "Indholdsfortegnelse",
        "participants_word": "Deltagerfortegnelse",
        "participants": _participants(sample),
        "attachments_word": "Bilag",
        "items": [_item(sample, index) for index in range(len(sample.items))],
    }


_COPIED = "look numbers_in_margin participant_columns front_columns front contents council start_time place".split()


def _front_lines(sample: Sample) -> list[tuple[str, str]]:
    date = f"{sample.date.day}. {MONTHS[sample.date.month - 1]} {sample.date.year}"
    return [("Dato", date), ("Tidspunkt", sample.start_time), ("Sted", sample.place)]


def _participants(sample: Sample) -> list[tuple[str, list[str]]]:
    lists = [
        (word, [person.line for person in sample.participants if person.status == status])
        for word, status in (("Deltagere", "present"), ("Afbud", "absent"))
    ]
    return [(word, lines) for word, lines in lists if lines]


def _item(sample: Sample, index: int) -> dict[str, Any]:
    item = sample.items[index]
    return {
        "number": item.number,
        "title": item.title,
        "level": item.level,
        "case_line": item.case_line,
        "new_page": _begins_page(sample, index),
        "sections": _sections(item, sample.bullet),
        "attachments": item.attachments,
    }


def _begins_page(sample: Sample, index: int) -> bool:
    """Return whether the item begins a page: top-level ones do, but not in old documents or after another heading."""
    if sample.look == "letterspaced" or sample.items[index].level > 1:
        return False
    before = sample.items[index - 1] if index else None
    return before is None or before.level > 1


def _sections(item: Item, bullet: str) -> list[dict[str, Any]]:
    return [
        {"word": word, "parts": read_parts(getattr(item, name), bullet)}
        for name, word in SECTION_WORDS.items()
        if getattr(item, name)
    ]


def read_parts(text: str, bullet: str) -> list[Part]:
    """Split a section's text into paragraphs, lists, tables and small headings, as dicts with a `kind`."""
    return [_part(chunk, bullet) for chunk in re.split(r"\n\s*\n", text.strip())]


def _part(chunk: str, bullet: str) -> Part:
    if chunk.startswith("- "):
        return {"kind": "bullets", "mark": bullet, "entries": _entries(chunk, r"- ")}
    if re.match(r"\d+\. ", chunk):
        return {"kind": "numbers", "entries": _entries(chunk, r"\d+\. ")}
    if chunk.startswith("|"):
        return {"kind": "table", "rows": [_cells(row) for row in chunk.splitlines()]}
    for sign, kind in (("./. ", "enclosure"), ("## ", "heading")):
        if chunk.startswith(sign):
            return {"kind": kind, "text": _joined(chunk.removeprefix(sign))}
    return {"kind": "paragraph", "text": _joined(chunk)}


def _entries(chunk: str, mark: str) -> list[str]:
    return [_joined(entry) for entry in re.split(rf"^{mark}", chunk, flags=re.MULTILINE)[1:]]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _joined(lines: str) -> str:
    return " ".join(lines.split())
