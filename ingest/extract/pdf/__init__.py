"""Extraction of the pages of PDF files: which pieces of text a person sees on them, and where."""

from __future__ import annotations

from ingest.errors import DamagedPdf
from ingest.extract.pdf import pdfium, pdfminer
from meetings.shared.page_layout import PageLayout


def is_pdf(data: bytes) -> bool:
    """Return whether data is a PDF by its first bytes; some programs put other bytes before the header."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes) -> list[PageLayout]:
    """Read the pages of a PDF; one that is only an image has no rows. Raises EncryptedPdf or DamagedPdf."""
    try:
        layouts = list(pdfium.read_pages(data))
    except DamagedPdf:
        layouts = list(pdfminer.read_pages(data))
    if not layouts:
        raise DamagedPdf
    return layouts
