"""Extraction of lines from PDF files, by the position of the words.

pdfminer.six extracts the pieces of text with their positions; `ingest.extract.layout` arranges them as lines.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from statistics import median

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from ingest.errors import DamagedPdf, EncryptedPdf
from ingest.extract.layout import Piece, rows_of, set_pages
from ingest.records import Page, Source

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
# boxes_flow=None skips pdfminer's column detection, its slowest part; layout.py orders the pieces.
LAYOUT = LAParams(boxes_flow=None, char_margin=2.0, line_overlap=0.5, word_margin=0.1, detect_vertical=False)


def is_pdf(data: bytes) -> bool:
    """Return whether data is a PDF by its first bytes; some programs put other bytes before the header."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes) -> Source:
    """Read the text of a PDF; a page that is only an image has no lines. Raises EncryptedPdf or DamagedPdf."""
    try:
        pieces = list(_pages(data))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise EncryptedPdf from error
    except MALFORMED as error:
        raise DamagedPdf from error
    if not pieces:
        raise DamagedPdf
    lines = set_pages([rows_of(page) for page in pieces])
    return Source("pdf", tuple(Page(number, page) for number, page in enumerate(lines, 1)))


def _pages(data: bytes) -> Iterator[list[Piece]]:
    """Yield the pieces of text on each page."""
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAYOUT)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
        yield list(_pieces(device.get_result()))


def _pieces(container: LTContainer[LTComponent]) -> Iterator[Piece]:
    for part in container:
        if isinstance(part, LTTextLine):
            # A soft hyphen in a PDF has a glyph, so it is a visible one.
            text = part.get_text().replace("\u00ad", "-").strip()
            if text:
                size = median([char.height for char in part if isinstance(char, LTChar)] or [part.height])
                yield Piece(text, part.x0, part.x1, part.y0, size)
        elif isinstance(part, LTContainer):
            yield from _pieces(part)
