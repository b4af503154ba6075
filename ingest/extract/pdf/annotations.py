"""Annotations of a page: what they show is drawn into the page, so that it is read where it stands.

Filled form fields, notes written on the page and stamps are seen by every reader; links and pop-up notes are not text
of the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from ingest.extract.pdf.pdfium_text import Box
from ingest.extract.pdf.visibility import find_scale

_HIDDEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_NO_TEXT = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP})
_WRITTEN = {raw.FPDF_ANNOT_FREETEXT: b"Contents", raw.FPDF_ANNOT_STAMP: b"Contents", raw.FPDF_ANNOT_WIDGET: b"V"}
MOST = 2_000  # annotations of one page that are looked at


class WrittenNote(NamedTuple):
    """Text that an annotation states without drawing it, as viewers then draw it themselves, and its box."""

    text: str
    box: Box


class Annotations(NamedTuple):
    """A page with its annotations drawn, the texts of those that had no drawing, and the number of pop-up notes."""

    page: pypdfium2.PdfPage
    written: list[WrittenNote]
    popups: int


def draw_annotations(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, at: int) -> Annotations:
    """Draw the annotations of a page into it. The page is opened anew if it has any that may show text."""
    count = min(raw.FPDFPage_GetAnnotCount(page.raw), MOST)
    written: list[WrittenNote] = []
    drawn = popups = 0
    for annotation in _annotations(page, count):
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind in _NO_TEXT or raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN or _is_off(page, annotation):
            continue
        popups += kind == raw.FPDF_ANNOT_TEXT and bool(_string(annotation, b"Contents"))
        drawn += 1
        if kind in _WRITTEN and not _is_drawn(annotation) and (text := _string(annotation, _WRITTEN[kind])):
            written.append(WrittenNote(text, _rect(annotation)))
    if drawn and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        page.close()
        page = document[at]
    return Annotations(page, written, popups)


def _annotations(page: pypdfium2.PdfPage, count: int) -> Iterator[raw.FPDF_ANNOTATION]:
    for at in range(count):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        if annotation:
            try:
                yield annotation
            finally:
                raw.FPDFPage_CloseAnnot(annotation)


def _is_off(page: pypdfium2.PdfPage, annotation: raw.FPDF_ANNOTATION) -> bool:
    """Return whether an annotation is on a layer that is off, and hide it if so: drawn into the page it would show."""
    if not raw.FPDFAnnot_HasKey(annotation, b"OC"):
        return False
    flags = raw.FPDFAnnot_GetFlags(annotation)
    scale = find_scale(page, 0.5)
    shown = page.render(scale=scale, grayscale=True).to_pil()
    raw.FPDFAnnot_SetFlags(annotation, flags | raw.FPDF_ANNOT_FLAG_HIDDEN)
    if shown.tobytes() == page.render(scale=scale, grayscale=True).to_pil().tobytes():
        return True
    raw.FPDFAnnot_SetFlags(annotation, flags)
    return False


def _is_drawn(annotation: raw.FPDF_ANNOTATION) -> bool:
    """Return whether an annotation has an appearance of its own; the length of an empty one is that of a zero."""
    length: int = raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    return length > 2


def _string(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace").strip()


def _rect(annotation: raw.FPDF_ANNOTATION) -> Box:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
    return Box(rect.left, rect.bottom, rect.right, rect.top)
