"""The first engine: PDFium, which reads as the viewer in a browser does. Only one thread of a process may use it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from ingest.errors import DamagedPdf, EncryptedPdf, TooManyPages
from ingest.extract.pdf import marks, words
from ingest.extract.pdf.annotations import WrittenNote, draw_annotations
from ingest.extract.pdf.hidden import Ground, ShownWord, are_crossed, lines_of, split_hidden
from ingest.extract.pdf.pdfium_text import NO_LETTER, Box, RawWord, read_words
from ingest.extract.pdf.visibility import PagePictures, may_hide_text
from ingest.extract.pdf.words import Word
from ingest.limits import MOST_PAGES
from meetings.shared.page_layout import PageLayout, Piece

SMALLEST = 3.0  # points; smaller type is not read
NARROWEST = 0.1  # of the type size, a letter; an l has twice that
NOTE_SIZE = 10.0  # points
LARGEST = 14_400.0  # points, a page's width or height, PDF 1.7, annex C; damaged files name others
_QUARTER = 90
_UNREAD = "Side {number}: noget af teksten har ingen bogstaver i filen, kun tegninger af dem; siden kræver OCR."
_POPUPS = "Side {number} har {count} kommentar(er) i selve PDF-filen, som ikke står på siden og ikke er taget med."


def read_pages(data: bytes) -> Iterator[PageLayout]:
    """Yield the layout of each page. Raises EncryptedPdf, DamagedPdf or TooManyPages."""
    with open_pdf(data) as document:
        if len(document) > MOST_PAGES:
            raise TooManyPages(pages=len(document), most=MOST_PAGES)
        if raw.FPDF_GetFormType(document.raw) != raw.FORMTYPE_NONE:
            document.init_forms()
        layers = b"/OCProperties" in data or b"/OCG" in data
        for at in range(len(document)):
            yield _read_page(document, at, layers=layers)


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF. Raises EncryptedPdf or DamagedPdf."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise (EncryptedPdf if locked else DamagedPdf) from error


def _read_page(document: pypdfium2.PdfDocument, at: int, *, layers: bool) -> PageLayout:
    try:
        page = _open_page(document, at)
    except pypdfium2.PdfiumError:
        return _damaged_page(at + 1)
    if min(page.get_size()) < 1:
        page.close()
        return _damaged_page(at + 1)
    page, written, popups = draw_annotations(document, page, at)
    try:
        shown = View(page)
        found = [ShownWord(word, shown.box(word.box)) for word in read_words(page)]
        ground = Ground(shown.width, shown.height, tuple(shown.images()), layers)
        pictures = PagePictures(page) if _needs_pictures(page, found, ground) else None
        seen, hidden = split_hidden(found, pictures, ground) if pictures else (found, [])
        layout = _lay_out(at + 1, page, [one.word for one in seen], written)
        notes = []
        if popups:
            notes.append(_POPUPS.format(number=at + 1, count=popups))
        unread = pictures is not None and pictures.shows_more_than(lines_of(found))
        if unread:
            notes.append(_UNREAD.format(number=at + 1))
        return replace(layout, hidden=tuple(hidden), notes=tuple(notes), wants_ocr=unread)
    finally:
        page.close()


def _needs_pictures(page: pypdfium2.PdfPage, found: Sequence[ShownWord], ground: Ground) -> bool:
    """Return whether it takes pictures of a page to know what is seen of it: not where dark text stands alone."""
    if ground.layers or not found or _are_doubtful(found, ground) or are_crossed(found, ground.height):
        return True
    return NO_LETTER in "".join(one.word.text for one in found) or may_hide_text(page)


def _are_doubtful(found: Sequence[ShownWord], ground: Ground) -> bool:
    """Return whether a word is pale, tiny, squeezed, or not wholly on the page."""
    styles = {id(one.word.style): one.word.style for one in found}
    if not all(style.is_dark and style.size >= SMALLEST for style in styles.values()):
        return True
    x0, y0, x1, y1 = zip(*(one.box for one in found), strict=True)
    if min(x0) < 0 or min(y0) < 0 or max(x1) > ground.width or max(y1) > ground.height:
        return True
    return any(_is_squeezed(word, box) for word, box in found)


def _is_squeezed(word: RawWord, box: Box) -> bool:
    least = NARROWEST * word.style.size * len(word.text)
    return box[2] - box[0] <= least and box[3] - box[1] <= least


def _open_page(document: pypdfium2.PdfDocument, at: int) -> pypdfium2.PdfPage:
    """Open a page, one of an impossible size cropped to what it may have from the origin on. Raises PdfiumError."""
    page = document[at]
    if max(page.get_size()) <= LARGEST:
        return page
    left, bottom, right, top = page.get_bbox()
    page.set_cropbox(max(left, 0), max(bottom, 0), min(right, LARGEST), min(top, LARGEST))
    page.close()
    return document[at]


def _damaged_page(number: int) -> PageLayout:
    return PageLayout(number, 0.0, 0.0, notes=(f"Side {number} er beskadiget og kunne ikke læses.",))


class View:
    """A page as a viewer shows it: cropped, and turned as the file says, or by `more` degrees clockwise than that."""

    def __init__(self, page: pypdfium2.PdfPage, more: int = 0) -> None:
        self.page, self.turn = page, (page.get_rotation() + more) % 360
        rect = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rect))
        self.left, self.bottom = rect.left, rect.bottom
        self.own_width, self.own_height = rect.right - rect.left, rect.top - rect.bottom
        sizes = (self.own_width, self.own_height)
        self.width, self.height = sizes if self.turn % 180 == 0 else sizes[::-1]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is in this view."""
        x, y = x - self.left, y - self.bottom
        if self.turn == _QUARTER:
            return y, self.own_width - x
        if self.turn == 2 * _QUARTER:
            return self.own_width - x, self.own_height - y
        return (x, y) if not self.turn else (self.own_height - y, x)

    def box(self, box: Box) -> Box:
        """Return where a box of the page is in this view."""
        if not self.turn:
            x, y = self.left, self.bottom
            return Box(box.x0 - x, box.y0 - y, box.x1 - x, box.y1 - y) if x or y else box
        (x0, y0), (x1, y1) = self.point(box.x0, box.y0), self.point(box.x1, box.y1)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def word(self, found: RawWord, order: int) -> Word:
        """Return a word as it stands in this view."""
        style, box, y = found.style, found.box, found.y
        if self.turn or self.left or self.bottom:
            box, (_x, y) = self.box(box), self.point(found.x, y)
        angle = (style.angle - self.turn) % 360
        return Word(
            found.text, box.x0, box.x1, y, style.size, style.bold, angle, style.lightness, order, found.glued
        )  # fmt: skip

    def images(self) -> Iterator[Box]:
        """Yield the boxes of the images on the page, and of the forms, which may have one."""
        edges = [ctypes.c_float() for _ in range(4)]
        for at in range(raw.FPDFPage_CountObjects(self.page.raw)):
            found = raw.FPDFPage_GetObject(self.page.raw, at)
            if raw.FPDFPageObj_GetType(found) in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}:
                raw.FPDFPageObj_GetBounds(found, *map(ctypes.byref, edges))
                yield self.box(Box(*(edge.value for edge in edges)))


def _lay_out(
    number: int, page: pypdfium2.PdfPage, seen: Sequence[RawWord], written: Sequence[WrittenNote]
) -> PageLayout:
    """Turn and level a page until its text runs from left to right, and set its words as rows."""
    rotation = page.get_rotation()
    turn = words.find_turn((word.style.angle - rotation, len(word.text)) for word in seen)
    view = View(page, turn)
    running, sideways, across = words.split_slanted([view.word(word, at) for at, word in enumerate(seen)])
    skew = words.find_skew(running)
    running = words.level(running, skew, view.width, view.height) if skew else running
    running, pale = marks.split_watermarks(words.once(running))
    running = [*marks.without_line_numbers(running), *_lines_of(written, view)]
    beside = [_on_its_side(piece, view) for row in _sideways_rows(sideways, seen, page, turn) for piece in row]
    rows = (*words.set_rows(running), *((piece,) for piece in beside))
    return PageLayout(
        number, view.width, view.height, rows, marks=(*marks.texts_across(across), *pale), turn=turn, skew=skew
    )  # fmt: skip


def _lines_of(written: Sequence[WrittenNote], view: View) -> Iterator[Word]:
    """Yield the lines of notes that the file does not draw, in the type size in which viewers draw them."""
    for note in written:
        box = view.box(note.box)
        for at, line in enumerate(note.text.splitlines()):
            if line.strip():
                yield Word(line.strip(), box.x0, box.x1, box.y1 - (at + 1) * NOTE_SIZE, NOTE_SIZE)


def _sideways_rows(
    sideways: Sequence[Word], seen: Sequence[RawWord], page: pypdfium2.PdfPage, turn: int
) -> Iterator[tuple[Piece, ...]]:
    """Yield rows of the words on their side, as they stand when the page is turned for them."""
    for quarter in sorted({words.find_turn([(word.angle, 1)]) for word in sideways}):
        view = View(page, turn + quarter)
        those = [
            view.word(seen[one.order], one.order) for one in sideways if words.find_turn([(one.angle, 1)]) == quarter
        ]
        yield from words.set_rows(words.once(those))


def _on_its_side(piece: Piece, view: View) -> Piece:
    """Return a piece without the places of its words, at the foot of the page: no line of the text runs beside it."""
    return piece._replace(words=(), y=0.0, x1=min(piece.x1, view.width))
