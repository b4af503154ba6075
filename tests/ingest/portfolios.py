"""PDF files that have other files in them, made by PDFium and the PDF's own means."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import pypdfium2

from tests.ingest.typeset import typeset

COVER = "For at se denne PDF-mappe skal den åbnes i et program, der kan vise PDF-mapper."


def attach(pdf: bytes, files: Mapping[str, bytes]) -> bytes:
    """Return a PDF with files attached."""
    document = pypdfium2.PdfDocument(pdf)
    for name, data in files.items():
        document.new_attachment(name).set_data(data)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def make_portfolio(files: Mapping[str, bytes], cover: str = COVER) -> bytes:
    """Return a portfolio: a cover page, and a catalog that says that the files are what is to be read."""
    pdf = attach(typeset(cover), files)
    start: bytes = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    catalog = re.search(rb"/Root (\d+) 0 R", pdf)
    assert catalog
    root: bytes = re.findall(rb"\n" + catalog[1] + rb" 0 obj\s*<<(.*?)>>\s*endobj", pdf, re.DOTALL)[-1]
    # An update at the end of the file, as programs write that keep what was there.
    at = len(pdf)
    pdf += catalog[1] + b" 0 obj\n<<" + root + b"/Collection<</Type/Collection>>>>\nendobj\n"
    table = len(pdf)
    size: bytes = re.findall(rb"/Size (\d+)", pdf)[-1]
    pdf += b"xref\n" + catalog[1] + b" 1\n%010d 00000 n \ntrailer\n<</Size " % at + size
    pdf += b"/Root " + catalog[1] + b" 0 R/Prev " + start + b">>\nstartxref\n%d\n%%%%EOF\n" % table
    return pdf
