"""A paper as XSL-FO, for Apache FOP."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.corpus.paper import Block

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="da" font-family="Times, serif" font-size="11pt">
<fo:layout-master-set><fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm"
 margin="20mm 25mm 15mm 35mm"><fo:region-body margin-bottom="14mm"/><fo:region-after extent="8mm"/>
</fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a4"><fo:static-content flow-name="xsl-region-after">
<fo:block font-size="9pt" text-align-last="justify">
FOOT<fo:leader/>Side <fo:page-number/></fo:block></fo:static-content>
<fo:flow flow-name="xsl-region-body" line-height="14pt">
"""
STYLES = {
    "title": 'font-size="20pt" line-height="26pt"',
    "chapter": 'font-size="15pt" font-weight="bold" space-before="22pt" keep-with-next="always"',
    "heading": 'font-size="13pt" font-weight="bold" space-before="18pt" keep-with-next="always"',
    "label": 'font-weight="bold" space-before="14pt" keep-with-next="always"',
    "subheading": 'font-style="italic" space-before="11pt" keep-with-next="always"',
    "break": 'break-before="page"',
}


def write_fo(blocks: Iterable[Block], foot: str) -> str:
    """Return a paper as XSL-FO."""
    body = "\n".join(map(_block, blocks))
    return f"{HEAD.replace('FOOT', foot)}{body}\n</fo:flow></fo:page-sequence></fo:root>\n"


def _block(block: Block) -> str:
    if block.kind == "table":
        rows = "".join(f"<fo:table-row>{''.join(map(_cell, row))}</fo:table-row>" for row in block.rows)
        return f'<fo:table space-after="11pt" width="100%"><fo:table-body>{rows}</fo:table-body></fo:table>'
    if block.entries:
        marks = ["–" if block.kind == "bullets" else f"{n}." for n in range(1, len(block.entries) + 1)]
        entries = "".join(_entry(mark, entry) for mark, entry in zip(marks, block.entries, strict=True))
        return f'<fo:list-block provisional-distance-between-starts="6mm" space-after="11pt">{entries}</fo:list-block>'
    text = escape(f"{block.number} {block.text}".strip())
    return f'<fo:block space-after="9pt" {STYLES.get(block.kind, "")}>{text}</fo:block>'


def _cell(text: str) -> str:
    return f'<fo:table-cell border="0.5pt solid" padding="3pt"><fo:block>{escape(text)}</fo:block></fo:table-cell>'


def _entry(mark: str, text: str) -> str:
    label = f'<fo:list-item-label end-indent="label-end()"><fo:block>{mark}</fo:block></fo:list-item-label>'
    body = f'<fo:list-item-body start-indent="body-start()"><fo:block>{escape(text)}</fo:block></fo:list-item-body>'
    return f'<fo:list-item space-after="3pt">{label}{body}</fo:list-item>'
