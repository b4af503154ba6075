"""A paper as HTML, for browsers and for programs that read HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.corpus.paper import Block

STYLE = """
@page { size: A4; margin: 28mm 25mm 28mm 35mm;
  @bottom-left { content: "FOOT"; font-size: 9pt } @bottom-right { content: "Side " counter(page); font-size: 9pt } }
body { font-family: "Liberation Serif", serif; font-size: 11pt; line-height: 1.3; hyphens: auto; margin: 0 }
p { margin: 0 0 11pt 0 } .title { font-size: 20pt } .person { margin: 0 0 5pt 0 } .line { margin: 0 0 8pt 0 }
h1 { font-size: 15pt; margin: 22pt 0 10pt 0 } h2 { font-size: 13pt; margin: 22pt 0 8pt 0 }
h3 { font-size: 11pt; margin: 16pt 0 6pt 0 } h4 { font-size: 11pt; font-style: italic; margin: 13pt 0 5pt 0 }
ul, ol { margin: 0 0 11pt 0; padding-left: 18pt } li { margin: 0 0 3pt 0 }
ul { list-style-type: "–  " }
table { border-collapse: collapse; margin: 8pt 0 14pt 0 } td, th { border: 0.5pt solid; padding: 3pt 22pt 3pt 4pt }
td, th { text-align: left } h1, h2, h3, h4 { break-after: avoid } .break { break-before: page }
"""
TAGS = {"chapter": "h1", "heading": "h2", "label": "h3", "subheading": "h4"}


def write_html(blocks: Iterable[Block], foot: str) -> str:
    """Return a paper as one HTML file with its own style."""
    body = "\n".join(map(_block, blocks))
    head = f'<meta charset="utf-8"><title>{escape(foot)}</title><style>{STYLE.replace("FOOT", foot)}</style>'
    return f'<!DOCTYPE html>\n<html lang="da"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _block(block: Block) -> str:
    if block.kind == "break":
        return '<p class="break"></p>'
    if block.kind == "table":
        return f"<table>{_rows(block.rows)}</table>"
    if block.entries:
        tag = "ul" if block.kind == "bullets" else "ol"
        return f"<{tag}>{''.join(f'<li>{escape(entry)}</li>' for entry in block.entries)}</{tag}>"
    tag = TAGS.get(block.kind, "p")
    return f'<{tag} class="{block.kind}">{escape(f"{block.number} {block.text}".strip())}</{tag}>'


def _rows(rows: Iterable[tuple[str, ...]]) -> str:
    made = ""
    for n, row in enumerate(rows):
        tag = "td" if n else "th"
        made += f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>\n"
    return made
