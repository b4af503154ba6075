"""Extraction of the pages of PDF files: which pieces of text a person sees on them, and where.

PDFium reads first. pdfminer.six reads again the pages whose text is doubtful, and the files that PDFium does not open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.errors import DamagedPdf, IngestError
from ingest.extract.pdf import judge, pdfium, pdfminer
from meetings.shared.page_layout import PageLayout

# Other programs put other bytes before the header, or a server its own page around the file.
_HEADER_WITHIN = 8_192
_END_WITHIN = 2_048
_CUT_OFF = "Filen er beskadiget: dens slutning mangler. Den er læst, så langt den rækker; sider kan mangle."
_UNLIKE = "Side {number}: to programmer læser teksten i filen forskelligt; den bedste læsning er brugt."
_ILLEGIBLE = "Side {number}: filen siger ikke, hvilke bogstaver dens skrifttegn står for; siden kræver OCR."


def is_pdf(data: bytes) -> bool:
    """Return whether data is a PDF by its first bytes; some programs put other bytes before the header."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def read_pdf(data: bytes) -> list[PageLayout]:
    """Read the pages of a PDF; one that is only an image has no rows. Raises EncryptedPdf or DamagedPdf."""
    data = data[max(data[:_HEADER_WITHIN].find(b"%PDF-"), 0) :]
    try:
        layouts = list(_judged(data, pdfium.read_pages(data)))
    except DamagedPdf:
        layouts = list(pdfminer.read_pages(data))
    if not layouts:
        raise DamagedPdf
    if b"%%EOF" not in data[-_END_WITHIN:]:
        layouts[0] = layouts[0].with_note(_CUT_OFF)
    return layouts


def _judged(data: bytes, layouts: Iterator[PageLayout]) -> Iterator[PageLayout]:
    """Yield each page as the engine reads it that reads it better; one that neither can read wants OCR."""
    for layout in layouts:
        yield layout if judge.is_legible(layout) else _read_again(data, layout)


def _read_again(data: bytes, layout: PageLayout) -> PageLayout:
    try:
        other = pdfminer.read_page(data, layout.number)
    except IngestError:
        other = layout
    best = judge.better(layout, replace(other, hidden=layout.hidden, marks=layout.marks, notes=layout.notes))
    if not judge.is_legible(best):
        return replace(layout, wants_ocr=True).with_note(_ILLEGIBLE.format(number=layout.number))
    return best.with_note(_UNLIKE.format(number=layout.number)) if judge.differ(layout, other) else best
