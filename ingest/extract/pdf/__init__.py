"""Extraction of the pages of PDF files: which pieces of text a person sees on them, and where.

PDFium reads first. pdfminer.six reads again the pages whose text is doubtful, and the files that PDFium does not open.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from ingest.errors import DamagedPdf, IngestError
from ingest.extract.pdf import judge, pdfium, pdfminer
from ingest.extract.pdf.damage import count_broken_streams, with_trailer
from ingest.extract.pdf.unpacked import refuse_bomb
from meetings.shared.page_layout import PageLayout

# Other programs put other bytes before the header, or a server its own page around the file.
_HEADER_WITHIN = 8_192
_END_WITHIN = 2_048
_CUT_OFF = "Filen er beskadiget: dens slutning mangler. Den er læst, så langt den rækker; sider kan mangle."
_BROKEN = "Filen er beskadiget: {count} af dens dele kan ikke pakkes ud. Det, der stod i dem, mangler."
_CAREFUL = "Filen er læst uden det program, der ser efter skjult tekst; det bryder ned over den. Kontrollér alle sider."
_DAMAGED = "Filen er beskadiget og er læst, så godt det kan lade sig gøre. Kontrollér, at alle sider er med."
_LOST = "Side {number} er beskadiget og er læst, så godt det kan lade sig gøre."
_UNLIKE = "Side {number}: to programmer læser teksten i filen forskelligt; den bedste læsning er brugt."
_ILLEGIBLE = "Side {number}: filen siger ikke, hvilke bogstaver dens skrifttegn står for; siden kræver OCR."


# Where pdfminer fails at a second reading, or takes too much memory, the first one stays.
_LOST_TRY = (IngestError, MemoryError)
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")


def is_pdf(data: bytes) -> bool:
    """Return whether data is a PDF by its first bytes; some programs put other bytes before the header."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def read_pdf(data: bytes, *, careful: bool = False) -> list[PageLayout]:
    """Read the pages of a PDF; one that is only an image has no rows.

    `careful` leaves PDFium out, which broke down over the file. Raises EncryptedPdf, DamagedPdf, TooManyPages or
    TooMuchUnpacked.
    """
    data = data[max(data[:_HEADER_WITHIN].find(b"%PDF-"), 0) :]
    refuse_bomb(data)
    layouts = _noted(list(pdfminer.read_pages(data)), _CAREFUL) if careful else _judged(data, _read(data))
    if not layouts or not any(one.width for one in layouts):
        raise DamagedPdf
    if b"%%EOF" not in data[-_END_WITHIN:]:
        layouts = _noted(layouts, _CUT_OFF)
    if broken := count_broken_streams(data):
        layouts = _noted(layouts, _BROKEN.format(count=broken))
    return layouts


def _noted(layouts: list[PageLayout], note: str) -> list[PageLayout]:
    """Return the pages of a document with a note on the first, for the document as a whole."""
    return [layout.with_note(note) for layout in layouts[:1]] + layouts[1:]


def _read(data: bytes) -> list[PageLayout]:
    """Read the pages with the engine that finds more of them, the file mended where neither opens it."""
    try:
        layouts = list(pdfium.read_pages(data))
    except DamagedPdf:
        return _read_damaged(data)
    if _may_have_more(data, layouts):
        with suppress(*_LOST_TRY):
            others = list(pdfminer.read_pages(data))
            if len(others) > len(layouts):
                return _noted(others, _DAMAGED)
    return layouts


def _read_damaged(data: bytes) -> list[PageLayout]:
    try:
        layouts = list(pdfminer.read_pages(data))
    except DamagedPdf:
        layouts = []
    if not any(layout.rows for layout in layouts):
        layouts = list(pdfium.read_pages(with_trailer(data)))
    return _noted(layouts, _DAMAGED)


def _judged(data: bytes, layouts: list[PageLayout]) -> list[PageLayout]:
    """Return each page as the engine reads it that reads it better; one that neither can read wants OCR."""
    layouts = [layout if layout.width else _read_lost(data, layout) for layout in layouts]
    illegible = judge.find_illegible(layouts)
    return [_read_again(data, layout) if layout.number in illegible else layout for layout in layouts]


def _read_lost(data: bytes, layout: PageLayout) -> PageLayout:
    """Return a page that PDFium does not open as pdfminer reads it, or as it was."""
    with suppress(*_LOST_TRY):
        return pdfminer.read_page(data, layout.number).with_note(_LOST.format(number=layout.number))
    return layout


def _read_again(data: bytes, layout: PageLayout) -> PageLayout:
    try:
        other = pdfminer.read_page(data, layout.number)
    except _LOST_TRY:
        other = layout
    best = judge.better(layout, replace(other, hidden=layout.hidden, marks=layout.marks, notes=layout.notes))
    if judge.find_illegible([best]) or not judge.differ(layout, other):
        return replace(layout, wants_ocr=True).with_note(_ILLEGIBLE.format(number=layout.number))
    return best.with_note(_UNLIKE.format(number=layout.number))


def _may_have_more(data: bytes, layouts: list[PageLayout]) -> bool:
    """Return whether a file mentions more pages than were found, as far as its objects are not compressed."""
    return len(_PAGE.findall(data)) > len(layouts)
