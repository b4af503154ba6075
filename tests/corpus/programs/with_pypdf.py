"""Scale the pages of a PDF by 0.98 with pypdf: python with_pypdf.py OLD.pdf NEW.pdf."""

from __future__ import annotations

import sys

from pypdf import PdfReader, PdfWriter


def main(source: str, made: str) -> None:
    writer = PdfWriter()
    for page in PdfReader(source).pages:
        writer.add_page(page)
    for page in writer.pages:
        page.scale_by(0.98)
        page.compress_content_streams()
    writer.write(made)


main(*sys.argv[1:])
