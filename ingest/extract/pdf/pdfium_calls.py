"""The questions that are put to PDFium about every word, in half the time that pypdfium2's own functions take.

Those check and convert each argument and each address. Here handles are numbers, as they are in C, and each answer is
written into one buffer, which the next question overwrites.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import addressof, c_char_p, c_double, c_float, c_int, c_uint, c_ulong, c_ushort, c_void_p
from typing import Any

from pypdfium2 import raw

_NAME_BYTES = 256
_edges = (c_float * 4)()  # FS_RECTF: left, top, right, bottom
_point = (c_double * 2)()
_matrix = (c_float * 6)()  # FS_MATRIX
_colour = (c_uint * 4)()
_name = (c_ushort * _NAME_BYTES)()
_length = c_ulong()
_EDGES, _MATRIX, _NAME, _LENGTH = addressof(_edges), addressof(_matrix), addressof(_name), addressof(_length)
_X, _Y = addressof(_point), addressof(_point) + ctypes.sizeof(c_double)
_COLOUR = [addressof(_colour) + at * ctypes.sizeof(c_uint) for at in range(4)]
_edges_read, _point_read = memoryview(_edges).cast("B").cast("f"), memoryview(_point).cast("B").cast("d")


def _function(name: str, result: type[Any] | None, *arguments: type[Any]) -> Callable[..., Any]:
    """Return one of PDFium's functions without pypdfium2's types; it does not let other threads run meanwhile."""
    address = ctypes.cast(getattr(raw, name), c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


_loose_box = _function("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
_origin = _function("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
_text_object = _function("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
_get_matrix = _function("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
_fill_colour = _function("FPDFText_GetFillColor", c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
_font = _function("FPDFTextObj_GetFont", c_void_p, c_void_p)
_font_name = _function("FPDFFont_GetBaseFontName", c_ulong, c_void_p, c_char_p, c_ulong)
_mark_count = _function("FPDFPageObj_CountMarks", c_int, c_void_p)
_mark = _function("FPDFPageObj_GetMark", c_void_p, c_void_p, c_ulong)
_mark_name = _function("FPDFPageObjMark_GetName", c_int, c_void_p, c_void_p, c_ulong, c_void_p)

font_size = _function("FPDFText_GetFontSize", c_double, c_void_p, c_int)
font_weight = _function("FPDFText_GetFontWeight", c_int, c_void_p, c_int)
font_flags = _function("FPDFFont_GetFlags", c_int, c_void_p)
render_mode = _function("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)


def loose_box(text: int, at: int) -> tuple[float, float, float, float]:
    """Return the left, bottom, right and top edge of a letter's box, as high as its font is."""
    _loose_box(text, at, _EDGES)
    left, top, right, bottom = _edges_read.tolist()
    return left, bottom, right, top


def origin(text: int, at: int) -> tuple[float, float]:
    """Return the point of the baseline at which a letter begins."""
    _origin(text, at, _X, _Y)
    x, y = _point_read.tolist()
    return x, y


def text_object(text: int, at: int) -> int:
    """Return the address of the text object that has a letter; 0 for one that PDFium put in itself."""
    address: int | None = _text_object(text, at)
    return address or 0


def matrix(text: int, at: int) -> list[float]:
    """Return the matrix of a letter, a to f; zeros where it has none."""
    return _matrix[:] if _get_matrix(text, at, _MATRIX) else [0.0] * 6


def fill_colour(text: int, at: int) -> tuple[int, int, int, int]:
    """Return the red, green, blue and opacity of a letter, each 0 to 255; zeros where it has none."""
    red, green, blue, opacity = _colour[:] if _fill_colour(text, at, *_COLOUR) else [0] * 4
    return red, green, blue, opacity


def font_of(drawn: int) -> int:
    """Return the address of a text object's font; 0 where it has none."""
    return _font(drawn) or 0


def font_name(font: int) -> str:
    """Return the name of a font as the file has it."""
    name = ctypes.create_string_buffer(_NAME_BYTES)
    _font_name(font, name, _NAME_BYTES)
    return name.value.decode("latin-1")


def mark_names(drawn: int) -> list[str]:
    """Return the names of the marks of an object (PDF 1.7, 14.6)."""
    return [_name_of(_mark(drawn, at)) for at in range(_mark_count(drawn))]


def _name_of(mark: int) -> str:
    _length.value = 0
    _mark_name(mark, _NAME, 2 * _NAME_BYTES, _LENGTH)
    return "".join(map(chr, _name[: max(_length.value // 2 - 1, 0)]))
