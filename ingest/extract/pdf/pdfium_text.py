"""The words of a page as PDFium knows them: their letters, places, type, colour and manner of painting.

PDFium joins letters to words itself. Only the ends of a word are asked for their places, since each question to the
library takes about a microsecond.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from ingest.extract.pdf import pdfium_calls as calls

NO_LETTER = "\ufffd"  # a glyph for which the file names no letter
# A hyphen at the end of a line, after which PDFium goes on without a break: its sign in a text, and as a code.
_HYPHEN, _HYPHEN_CODE = "\ufffe", "\x02"
_WORD = re.compile(rf"[^\s{_HYPHEN}]+{_HYPHEN}?|{_HYPHEN}")
# Control characters, surrogates and noncharacters: codes that stand for no letter.
_LETTERLESS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\uffff]")
BLANK = 0.18  # of the type size; the blank of most fonts is 0.25 wide, that of narrow ones 0.2
BOLD_FROM = 600  # font weight; 700 is bold, 600 semibold
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|fett?\b", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # a flag of the font descriptor, PDF 1.7, table 123
OPAQUE = 255
DARK = 0.5  # lightness; type of a lighter colour may be the ground's
UNPAINTED = frozenset({3, 7})  # text render modes: neither filled nor stroked
_OUTLINED = 2  # the text render mode that fills and strokes, which makes letters bold
_Edges = tuple[float, float, float, float]  # left, bottom, right, top


class Box(NamedTuple):
    """A rectangle in points, from the lower left corner of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Style:
    """How the letters of a text object are set: type size in points, direction in degrees counterclockwise from the
    page's own x axis, weight, colour (red, green, blue, opacity, 0 to 255), and whether they are painted at all."""

    size: float
    angle: float
    bold: bool
    colour: tuple[int, int, int, int]
    painted: bool
    in_layer: bool

    @cached_property
    def is_dark(self) -> bool:
        """Whether the letters are painted, opaque and dark, and on no layer: seen unless something covers them."""
        return self.painted and not self.in_layer and self.colour[3] == OPAQUE and self.lightness < DARK

    @cached_property
    def lightness(self) -> float:
        """The lightness of the colour on white paper, from 0 (black) to 1 (white)."""
        red, green, blue, opacity = self.colour
        shade = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
        return 1 - (1 - shade) * opacity / 255


class RawWord(NamedTuple):
    """A word in the page's own coordinates: its box, where its baseline begins, its style, and whether it goes on
    directly from the word before, with no blank between. `drawn` is the address of its first letter's text object."""

    text: str
    box: Box
    x: float
    y: float
    style: Style
    glued: bool
    drawn: int


def read_words(page: pypdfium2.PdfPage) -> list[RawWord]:
    """Return the words of a page in PDFium's order, those that nobody sees included, but none without a place."""
    textpage = page.get_textpage()
    try:
        return list(filter(_has_place, _Words(textpage).read()))
    finally:
        textpage.close()


def _has_place(word: RawWord) -> bool:
    """Return whether a word's place and size are numbers; damaged files make PDFium divide by zero."""
    (x0, y0, x1, y1), y = word.box, word.y
    return math.isfinite(x0 + y0 + x1 + y1 + y + word.x + word.style.size)


class _Words:
    """The text of one page."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self.handle = textpage.raw
        self.text = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
        self.styles: dict[int, Style] = {}
        self.bold_fonts: dict[int, bool] = {}
        self.before: RawWord | None = None

    def read(self) -> Iterator[RawWord]:
        page_text = self._text()
        is_lettered = not _LETTERLESS.search(page_text)
        loose_box, text_object, handle = calls.loose_box, calls.text_object, self.text
        for match in _WORD.finditer(page_text):
            text = match[0].replace(_HYPHEN, "-")
            text = text if is_lettered else _LETTERLESS.sub(NO_LETTER, text)
            first, last = match.start(), match.end() - 1
            begin = loose_box(handle, first)
            end = loose_box(handle, last) if last > first else begin
            word = self._word(text, first, begin, end)
            if not _is_in_one_line(word, end[2]):
                yield from self._letters(text, first)
            elif first < last and not word.style.angle and word.drawn != text_object(handle, last):
                yield from self._parts(word, first)
            else:
                yield word

    def _text(self) -> str:
        """Return the text, one character for each of PDFium's."""
        count = raw.FPDFText_CountChars(self.handle)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self.handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text.replace(_HYPHEN_CODE, _HYPHEN)
        # PDFium leaves out characters without a code, and then the places would be those of others.
        codes = (raw.FPDFText_GetUnicode(self.handle, at) for at in range(count))
        text = "".join(chr(code) if 0 < code <= 0x10FFFF else NO_LETTER for code in codes)
        return text.replace(_HYPHEN_CODE, _HYPHEN)

    def _word(self, text: str, first: int, begin: _Edges, end: _Edges, *, glued: bool = False) -> RawWord:
        drawn, before = calls.text_object(self.text, first), self.before
        if drawn and before and before.drawn == drawn and not before.style.angle:
            # A text object is one line in one style, on one baseline.
            style, x, y = before.style, begin[0], before.y
        else:
            x, y = calls.origin(self.text, first)
            style = self.styles.get(drawn or -first - 1) or self._read_style(first, drawn, begin)
        word = self.before = RawWord(text, _around(begin, end), x, y, style, glued, drawn)
        return word

    def _parts(self, word: RawWord, first: int) -> Iterator[RawWord]:
        """Yield a word, divided where its letters are so far apart that a reader sees a blank.

        PDFium sees none in a gap of a quarter of the type size between two text objects. Letters that are all far apart
        are one letter-spaced word.
        """
        boxes = [calls.loose_box(self.text, first + at) for at in range(len(word.text))]
        gap = BLANK * word.style.size
        begins = [at for at in range(1, len(boxes)) if boxes[at][0] - boxes[at - 1][2] > gap]
        if 2 * len(begins) >= len(boxes) - 1:
            yield word
            return
        for begin, end in itertools.pairwise([0, *begins, len(boxes)]):
            yield self._word(word.text[begin:end], first + begin, boxes[begin], boxes[end - 1])

    def _letters(self, text: str, first: int) -> Iterator[RawWord]:
        """Yield the letters one by one, of a run that PDFium took for one word although it goes over lines."""
        for at, letter in enumerate(text):
            box = calls.loose_box(self.text, first + at)
            yield self._word(letter, first + at, box, box, glued=at > 0)

    def _read_style(self, at: int, drawn: int, edges: _Edges) -> Style:
        """Return the style of a text object by one of its letters."""
        a, b, c, d, *_shift = calls.matrix(self.text, at)
        mode = calls.render_mode(drawn) if drawn else 0
        points = calls.font_size(self.text, at)
        # Type of a negative size runs backwards; a matrix that mirrors it sets it right again.
        sign = -1 if points < 0 else 1
        angle = math.degrees(math.atan2(sign * b, sign * a))
        size = abs(points) * math.hypot(c, d)
        style = self.styles[drawn or -at - 1] = Style(
            size=_size(size, edges[2] - edges[0] if _is_upright(angle - 90) else edges[3] - edges[1]),
            angle=angle,
            bold=mode == _OUTLINED or self._is_bold(at, drawn),
            colour=calls.fill_colour(self.text, at),
            painted=mode not in UNPAINTED,
            # Whether it is marked as optional content (PDF 1.7, 8.11.3.2).
            in_layer=bool(drawn) and "OC" in calls.mark_names(drawn),
        )
        return style

    def _is_bold(self, at: int, drawn: int) -> bool:
        if calls.font_weight(self.text, at) >= BOLD_FROM:
            return True
        font = calls.font_of(drawn) if drawn else 0
        if font not in self.bold_fonts:
            self.bold_fonts[font] = bool(font) and _is_bold_font(font)
        return self.bold_fonts[font]


def _around(begin: _Edges, end: _Edges) -> Box:
    """Return the box around a word by those of its first and last letter, which mostly stand side by side."""
    left, bottom, right, top = begin
    x0, y0, x1, y1 = end
    if left <= x0 and right <= x1 and bottom == y0 and top == y1:
        return Box(left, bottom, x1, top)
    return Box(min(left, x0), min(bottom, y0), max(right, x1), max(top, y1))


def _is_bold_font(font: int) -> bool:
    flags = calls.font_flags(font)
    return bool(_BOLD_NAME.search(calls.font_name(font))) or (flags > 0 and bool(flags & _FORCE_BOLD))


def _size(size: float, tall: float) -> float:
    """Return the type size, or its estimate by the height of a letter's box that belies it, as with Type 3 fonts."""
    return size if tall <= 0 or 0.4 * tall <= size <= 2.5 * tall else 0.8 * tall


def _is_upright(angle: float) -> bool:
    """Return whether a direction is along the x axis, forwards or backwards, give or take a degree."""
    return abs((angle + 90) % 180 - 90) <= 1


def _is_in_one_line(word: RawWord, end: float) -> bool:
    """Return whether a word, whose last letter ends at `end`, runs on in one direction, as far as its ends tell."""
    (x0, y0, x1, y1), angle, size = word.box, word.style.angle, max(word.style.size, 1.0)
    if not angle:
        return end >= word.x and y1 - y0 <= 2.5 * size and x1 - x0 <= 1.5 * size * (len(word.text) + 1)
    if _is_upright(angle) or _is_upright(angle - 90):
        along, across = max(x1 - x0, y1 - y0), min(x1 - x0, y1 - y0)
        return across <= 2.5 * size and along <= 1.5 * size * (len(word.text) + 1)
    return True
