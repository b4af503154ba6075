"""PDF files into pages of lines, by the position of the words.

pdfminer.six gives the pieces of text with their places. Pieces on one height make one line, left to right, so that a number
that hangs left of its title stands before it, and the paper-clip mark in the margin before its paragraph. A wide gap
between two pieces is a gap between cells and becomes a tab. A wide gap between two lines becomes blank lines.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTComponent, LTContainer, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from ingest.errors import DamagedPdf, EncryptedPdf, NeedsOcr
from ingest.records import Page, Source

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
CELL_GAP = 1.6  # between two pieces, in letter heights, and more is a gap between cells
NUMBER_WIDTH = 9  # letters of a number that hangs left of its title


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one height, in points from the page's lower left corner."""

    text: str
    x0: float
    x1: float
    y: float
    height: float


def is_pdf(data: bytes) -> bool:
    """Tell a PDF by its first bytes; some programs put rubbish before them."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes) -> Source:
    """Read a PDF. Raises EncryptedPdf, DamagedPdf or NeedsOcr."""
    try:
        pages = [Page(number, tuple(set_lines(pieces))) for number, pieces in enumerate(_pages(data), 1)]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise EncryptedPdf from error
    except MALFORMED as error:
        raise DamagedPdf from error
    if not pages:
        raise DamagedPdf
    if sum(len(line) for page in pages for line in page.lines) < 20 * len(pages) ** 0.5:
        raise NeedsOcr
    return Source("pdf", tuple(pages))


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
            text = part.get_text().strip()
            if text:
                size = median([char.height for char in part if isinstance(char, LTChar)] or [part.height])
                yield Piece(text, part.x0, part.x1, part.y0, size)
        elif isinstance(part, LTContainer):
            yield from _pieces(part)


def set_lines(pieces: Sequence[Piece]) -> list[str]:
    """Set the pieces of a page as lines of text, top to bottom, with blank lines where there is room for them."""
    rows = _rows(pieces)
    heights = [row[0].y for row in rows]
    steps = [above - below for above, below in zip(heights, heights[1:], strict=False)]
    pitch = _line_pitch(steps)
    lines: list[str] = []
    for n, row in enumerate(rows):
        if n and pitch:
            lines += [""] * _blank_lines(steps[n - 1], pitch)
        lines.append(_join(row))
    return lines


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x0)):
        if rows and abs(rows[-1][0].y - piece.y) < 0.5 * min(piece.height, rows[-1][0].height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _line_pitch(steps: Sequence[float]) -> float:
    """The distance of lines within a paragraph: the one most lines have."""
    near = sorted(step for step in steps if 4 < step < 40)
    return near[len(near) // 3] if near else 0.0


def _blank_lines(step: float, pitch: float) -> int:
    return 0 if step < 1.35 * pitch else 1 if step < 3.5 * pitch else 2


def _join(row: Sequence[Piece]) -> str:
    text = row[0].text
    for left, right in zip(row, row[1:], strict=False):
        wide = right.x0 - left.x1 > CELL_GAP * max(left.height, right.height)
        hangs = len(row) == 2 and len(left.text) <= NUMBER_WIDTH
        text += ("\t" if wide and not hangs else " ") + right.text
    return text
