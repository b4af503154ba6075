"""Which words of a page a person sees: those without which the page's picture would be another.

The page is drawn twice, with all its text and without. Where the two pictures are the same, nobody sees text, whatever
hides it: paper-coloured ink, something drawn later, a layer that is off, a clipping path, the page's edge.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2
from PIL import Image, ImageChops, ImageDraw
from pypdfium2 import raw

from ingest.extract.pdf.pdfium_text import Box

SCALE = 1.0  # pixels per point; letters of 6 points are three pixels high, and antialiased
MOST_PIXELS = 6_000  # along a side; A0 has 3,370, and a damaged file may name any size
SEEN = 18  # of 255: what differs less from its ground than this is not seen
MORE, MORE_PIXELS = 0.2, 200  # the share of the text's ink, and the pixels, of text without letters; an icon has less
_VISIBLE = [255 if shade >= SEEN else 0 for shade in range(256)]
RULE = 2.5  # points; a thicker line may cover letters
_NESTED = 8  # forms within forms; PDFium itself follows no more than some dozens


class PagePictures:
    """The two pictures of a page as a viewer shows it."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Draw the page; its text objects are inactive afterwards."""
        self.page, self.height, self.scale = page, page.get_height(), find_scale(page, SCALE)
        self.whole = self._draw()
        for text in find_objects(page, raw.FPDF_PAGEOBJ_TEXT):
            raw.FPDFPageObj_SetIsActive(text, False)
        self.bare = self._draw()
        self.seen = _Seen(self.whole, self.bare)
        self.alone: dict[int, _Seen] = {}

    def shows(self, box: Box) -> bool:
        """Return whether text within a box of the shown page, in points, makes a difference to a viewer."""
        area = self._pixels(box)
        return area is not None and self.seen.within(area)

    def shows_alone(self, address: int, box: Box) -> bool:
        """Return whether one text object, by its address, makes a difference within a box where others stand too."""
        area = self._pixels(box)
        if address not in self.alone:
            text = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
            raw.FPDFPageObj_SetIsActive(text, True)
            self.alone[address] = _Seen(self._draw(), self.bare)
            raw.FPDFPageObj_SetIsActive(text, False)
        return area is not None and self.alone[address].within(area)

    def shows_more_than(self, boxes: Iterable[Box]) -> bool:
        """Return whether much of the text's ink lies outside of these boxes: glyphs for which there are no letters."""
        ink = self.seen.image.copy()
        pixels = ink.width * ink.height
        all_of_it = pixels - ink.histogram()[0]
        drawing = ImageDraw.Draw(ink)
        for left, top, right, bottom in filter(None, map(self._pixels, boxes)):
            drawing.rectangle((left - 2, top - 2, right + 2, bottom + 2), fill=0)
        more = pixels - ink.histogram()[0]
        return more > MORE_PIXELS and more > MORE * all_of_it

    def has_ink(self, box: Box) -> bool:
        """Return whether anything is to be seen within a box, text or image."""
        area = self._pixels(box)
        if area is None:
            return False
        low, high = self.whole.crop(area).getextrema()
        return high - low >= SEEN  # type: ignore[operator]

    def shade(self, box: Box) -> float:
        """Return the mean shade within a box, from 0 (black) to 1 (white)."""
        area = self._pixels(box)
        if area is None:
            return 1.0
        values: Sequence[int] = self.whole.crop(area).histogram()
        return sum(shade * count for shade, count in enumerate(values)) / (255 * max(sum(values), 1))

    def _draw(self) -> Image.Image:
        drawn: Image.Image = self.page.render(scale=self.scale, grayscale=True, may_draw_forms=False).to_pil()
        return drawn

    def _pixels(self, box: Box) -> tuple[int, int, int, int] | None:
        scale = self.scale
        left, top = int(box.x0 * scale), int((self.height - box.y1) * scale)
        # No pixel outside of the box, where it is larger than one: it might have the ink of another word.
        right, bottom = max(int(box.x1 * scale), left + 1), max(int((self.height - box.y0) * scale), top + 1)
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self.whole.width), min(bottom, self.whole.height)
        return (left, top, right, bottom) if left < right and top < bottom else None


class _Seen:
    """Where two pictures differ visibly: asked of every word, so it must be quick."""

    def __init__(self, one: Image.Image, other: Image.Image) -> None:
        self.image = ImageChops.difference(one, other).point(_VISIBLE)
        self.width, self.pixels = self.image.width, self.image.tobytes()

    def within(self, area: tuple[int, int, int, int]) -> bool:
        """Return whether there is a difference in an area: left, top, right and bottom in pixels."""
        left, top, right, bottom = area
        starts = range(top * self.width + left, bottom * self.width + left, self.width)
        return any(any(self.pixels[start : start + right - left]) for start in starts)


def may_hide_text(page: pypdfium2.PdfPage) -> bool:
    """Return whether anything on a page could hide text: it has more than text and thin rules, or clips its text."""
    edges = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(edge) for edge in edges]
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        found = raw.FPDFPage_GetObject(page.raw, at)
        kind = raw.FPDFPageObj_GetType(found)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            raw.FPDFPageObj_GetBounds(found, *places)
            left, bottom, right, top = (edge.value for edge in edges)
            if min(right - left, top - bottom) > RULE:
                return True
        elif kind != raw.FPDF_PAGEOBJ_TEXT or _is_clipped(found):
            return True
    return False


def _is_clipped(found: raw.FPDF_PAGEOBJECT) -> bool:
    clip = raw.FPDFPageObj_GetClipPath(found)
    return bool(clip) and raw.FPDFClipPath_CountPaths(clip) > 0


def find_objects(page: pypdfium2.PdfPage, kind: int) -> Iterator[raw.FPDF_PAGEOBJECT]:
    """Yield the objects of one kind on a page, in the order of drawing, those within forms included."""
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        yield from _within(raw.FPDFPage_GetObject(page.raw, at), kind, _NESTED)


def _within(found: raw.FPDF_PAGEOBJECT, kind: int, depth: int) -> Iterator[raw.FPDF_PAGEOBJECT]:
    its_kind = raw.FPDFPageObj_GetType(found)
    if its_kind == kind:
        yield found
    elif its_kind == raw.FPDF_PAGEOBJ_FORM and depth:
        for at in range(raw.FPDFFormObj_CountObjects(found)):
            yield from _within(raw.FPDFFormObj_GetObject(found, at), kind, depth - 1)


def find_scale(page: pypdfium2.PdfPage, wanted: float) -> float:
    """Return the scale, in pixels per point, at which a page is drawn: smaller than wanted if it is huge."""
    width, height = page.get_size()
    return min(wanted, MOST_PIXELS / max(float(width), float(height), 1.0))
