"""The second engine: pdfminer.six, which is slow, written in Python, and opens other damaged files than PDFium."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Container, Iterator
from contextlib import contextmanager
from statistics import median

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from ingest.errors import DamagedPdf, EncryptedPdf, TooManyPages
from ingest.extract.layout import rows_of
from ingest.limits import MOST_PAGES
from meetings.shared.page_layout import PageLayout, Piece

# Faults of a file are reported by the errors below, not by pdfminer on stderr.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
# What pdfminer is known to raise on files that break the standard; its own family is PSException.
MALFORMED = (
    PSException,
    struct.error,
    zlib.error,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    EOFError,
    NotImplementedError,
)
MOST_OBJECTS = 8_388_607  # of a file, PDF 1.7, annex C; pdfminer looks for each that a table announces
# A soft hyphen in a PDF has a glyph, so it is a visible one. Old LaTeX files name ligatures, which PDFium takes apart.
_AS_READ = str.maketrans({"\u00ad": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
# boxes_flow=None skips pdfminer's column detection, its slowest part; layout.py orders the pieces.
LAYOUT = LAParams(boxes_flow=None, char_margin=2.0, line_overlap=0.5, word_margin=0.1, detect_vertical=False)


def read_pages(data: bytes) -> Iterator[PageLayout]:
    """Yield the layout of each page. Raises EncryptedPdf or DamagedPdf."""
    with _told():
        yield from _pages(data)


@contextmanager
def _told() -> Iterator[None]:
    """Raise what pdfminer raises within the block as EncryptedPdf or DamagedPdf."""
    try:
        yield
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise EncryptedPdf from error
    except MALFORMED as error:
        raise DamagedPdf from error


def read_page(data: bytes, number: int) -> PageLayout:
    """Return the layout of one page, from 1. Raises EncryptedPdf or DamagedPdf."""
    with _told():
        for layout in _pages(data, {number - 1}):
            return layout
    raise DamagedPdf


def _pages(data: bytes, only: Container[int] | None = None) -> Iterator[PageLayout]:
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    if any(count > MOST_OBJECTS for xref in document.xrefs for _start, count in getattr(xref, "ranges", ())):
        raise DamagedPdf
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAYOUT)
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            raise TooManyPages(pages=f"{MOST_PAGES}+", most=MOST_PAGES)
        if only is not None and number - 1 not in only:
            continue
        interpreter.process_page(page)
        shown = device.get_result()
        rows = rows_of(_pieces(shown))
        yield PageLayout(number, shown.width, shown.height, tuple(map(tuple, rows)))


def _pieces(container: LTContainer[LTComponent]) -> Iterator[Piece]:
    for part in container:
        if isinstance(part, LTTextLine):
            text = part.get_text().translate(_AS_READ).strip()
            if text:
                size = median([char.height for char in part if isinstance(char, LTChar)] or [part.height])
                yield Piece(text, part.x0, part.x1, part.y0, size)
        elif isinstance(part, LTContainer):
            yield from _pieces(part)
