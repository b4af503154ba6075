"""A paper as OpenDocument text in one XML file, for LibreOffice Writer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.corpus.paper import Block

NAMES = "office style text table fo"
SPACES = {
    "office": "office",
    "style": "style",
    "text": "text",
    "table": "table",
    "fo": "xsl-fo-compatible",
}
FORMS = {  # paragraph properties, text properties
    "title": ('fo:margin-bottom="10pt"', 'fo:font-size="20pt"'),
    "line": ('fo:margin-bottom="8pt"', ""),
    "person": ('fo:margin-bottom="5pt"', ""),
    "break": ('fo:break-before="page"', 'fo:font-size="2pt"'),
    "chapter": ('fo:margin-top="22pt" fo:margin-bottom="10pt" fo:keep-with-next="always"', "15"),
    "heading": ('fo:margin-top="20pt" fo:margin-bottom="8pt" fo:keep-with-next="always"', "13"),
    "case": ('fo:margin-bottom="10pt"', 'fo:font-size="10pt"'),
    "label": ('fo:margin-top="14pt" fo:margin-bottom="6pt" fo:keep-with-next="always"', "11"),
    "subheading": ('fo:margin-top="11pt" fo:margin-bottom="5pt" fo:keep-with-next="always"', "11"),
    "text": ('fo:margin-bottom="11pt"', ""),
    "entry": ('fo:margin-bottom="3pt"', ""),
}


def write_fodt(blocks: Iterable[Block], foot: str) -> str:
    """Return a paper as flat OpenDocument text with footers, real lists and real tables."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{SPACES[name]}:1.0"' for name in SPACES)
    body = "\n".join(map(_block, blocks))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">\n<office:styles>{_styles()}</office:styles>\n'
        f"{PAGE.replace('FOOT', escape(foot))}\n<office:body><office:text>\n{body}\n</office:text></office:body>"
        "</office:document>\n"
    )


PAGE = """<office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-left="3.5cm" fo:margin-right="2.5cm" fo:margin-top="2.5cm"
 fo:margin-bottom="2cm"/><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"><style:footer>
<text:p text:style-name="foot">FOOT<text:tab/>Side <text:page-number/></text:p></style:footer></style:master-page>
</office:master-styles>"""
LIST = """<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="–">LEVEL
</text:list-level-style-bullet></text:list-style><text:list-style style:name="numbers">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">LEVEL
</text:list-level-style-number></text:list-style>"""
LEVEL = """<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="0.7cm" fo:text-indent="-0.7cm"/>
</style:list-level-properties>"""


def _styles() -> str:
    base = 'style:family="paragraph"'
    letters = 'fo:font-family="Liberation Serif" fo:language="da" fo:country="DK" fo:hyphenate="true"'
    default = (
        f'<style:default-style {base}><style:paragraph-properties fo:line-height="120%"/>'
        f'<style:text-properties fo:font-size="11pt" {letters}/></style:default-style>'
    )
    made = "".join(
        f'<style:style style:name="{kind}" {base}><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {_bold(kind, text)}/></style:style>"
        for kind, (paragraph, text) in FORMS.items()
    )
    tabs = '<style:tab-stops><style:tab-stop style:position="15cm" style:type="right"/></style:tab-stops>'
    tabs = f"<style:paragraph-properties>{tabs}</style:paragraph-properties>"
    foot = f'<style:style style:name="foot" {base}>{tabs}</style:style>'
    return default + made + foot + LIST.replace("LEVEL", LEVEL)


def _bold(kind: str, text: str) -> str:
    slant = ' fo:font-style="italic"' if kind == "subheading" else ""
    return f'fo:font-size="{text}pt" fo:font-weight="bold"{slant}' if text.isdigit() else text


def _block(block: Block) -> str:
    if block.kind == "table":
        columns = f'<table:table-column table:number-columns-repeated="{len(block.rows[0])}"/>'
        rows = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in block.rows)
        return f"<table:table>{columns}{rows}</table:table>"
    if block.entries:
        entries = "".join(f"<text:list-item>{_paragraph('entry', entry)}</text:list-item>" for entry in block.entries)
        return f'<text:list text:style-name="{block.kind}">{entries}</text:list>'
    return _paragraph(block.kind, f"{block.number} {block.text}".strip())


def _cell(text: str) -> str:
    return f"<table:table-cell>{_paragraph('entry', text)}</table:table-cell>"


def _paragraph(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'
