"""A paper as Typst, plainer than the samples are set."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tests.corpus.paper import Block

HEAD = """#set page(paper: "a4", margin: (left: 35mm, right: 25mm, y: 28mm),
  footer: context [#text(size: 9pt)[FOOT #h(1fr) Side #counter(page).display()]])
#set text(font: "Libertinus Serif", size: 11pt, lang: "da", hyphenate: true)
#set par(spacing: 1.1em, justify: JUSTIFY)
#set list(marker: [–])
"""
SIZES = {"title": 20, "chapter": 15, "heading": 13}


def write_typst(blocks: Iterable[Block], foot: str, *, justify: bool = True) -> str:
    """Return a paper as Typst."""
    head = HEAD.replace("FOOT", foot).replace("JUSTIFY", str(justify).lower())
    return head + "\n".join(map(_block, blocks)) + "\n"


def _block(block: Block) -> str:
    if block.kind == "break":
        return "#pagebreak()"
    if block.kind == "table":
        cells = ", ".join(map(_string, (cell for row in block.rows for cell in row)))
        return f"#table(columns: {len(block.rows[0])}, inset: (x: 10pt, y: 4pt), {cells})"
    if block.entries:
        kind = "list" if block.kind == "bullets" else "enum"
        return f"#{kind}({', '.join(map(_string, block.entries))})"
    return _heading_or_text(block.kind, _string(f"{block.number} {block.text}".strip()))


def _heading_or_text(kind: str, text: str) -> str:
    if kind in SIZES:
        return f"#block(above: 1.6em, text(size: {SIZES[kind]}pt, weight: 700, {text}))"
    if kind in ("label", "subheading"):
        look = "strong" if kind == "label" else "emph"
        return f"#block(above: 1.4em, below: 0.7em, sticky: true, {look}({text}))"
    return f"#par({text})"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
