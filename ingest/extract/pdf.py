"""PDF files into pages of lines, by the position of the words.

pdfminer.six gives the pieces of text with their places; `ingest.extract.layout` makes lines of them.
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

# What pdfminer thinks of a file is told by the errors below, not on stderr.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
# What pdfminer is known to raise on files that are not as the standard says; its own family is PSException.
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
# boxes_flow=None skips pdfminer's own guess of columns, its slowest part; the order is made here.
LAYOUT = LAParams(boxes_flow=None, char_margin=2.0, line_overlap=0.5, word_margin=0.1, detect_vertical=False)


def is_pdf(data: bytes) -> bool:
    """Tell a PDF by its first bytes; some programs put rubbish before them."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes) -> Source:
    """Read the text of a PDF; a page that is but an image has no lines. Raises EncryptedPdf or DamagedPdf."""
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
            # What is set has a glyph: a soft hyphen in a PDF is one that shows.
            text = part.get_text().replace("\u00ad", "-").strip()
            if text:
                size = median([char.height for char in part if isinstance(char, LTChar)] or [part.height])
                yield Piece(text, part.x0, part.x1, part.y0, size)
        elif isinstance(part, LTContainer):
            yield from _pieces(part)
