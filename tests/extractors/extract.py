"""The text that other programs make of a PDF: `python extract.py EXTRACTOR FILE` prints it.

Runs by itself, with whatever Python has the extractor; nothing of the project is imported.
"""

from __future__ import annotations

import subprocess
import sys

POPPLER = {"pdftotext": (), "pdftotext-layout": ("-layout",), "pdftotext-raw": ("-raw",)}
LIBRARIES = {
    "pymupdf-text": "pymupdf",
    "pymupdf-blocks": "pymupdf",
    "pypdf": "pypdf",
    "pdfplumber": "pdfplumber",
    "pdfminer": "pdfminer",
}
EXTRACTORS = (*POPPLER, *LIBRARIES)


def extract(extractor: str, path: str) -> str:
    """Return the text of a PDF, its pages as the extractor parts them. Raises ImportError where it is not installed."""
    if extractor in POPPLER:
        return subprocess.run(
            ["pdftotext", *POPPLER[extractor], path, "-"], check=True, capture_output=True
        ).stdout.decode()
    return "\f".join(_pages(extractor, path))


def _pages(extractor: str, path: str) -> list[str]:
    if extractor.startswith("pymupdf"):
        import pymupdf

        with pymupdf.open(path) as document:
            if extractor == "pymupdf-text":
                return [page.get_text() for page in document]
            return ["\n".join(block[4] for block in page.get_text("blocks")) for page in document]
    if extractor == "pypdf":
        import pypdf

        return [page.extract_text() for page in pypdf.PdfReader(path).pages]
    if extractor == "pdfplumber":
        import pdfplumber  # type: ignore[import-not-found]  # is in no environment of ours

        with pdfplumber.open(path) as document:
            return [page.extract_text() for page in document.pages]
    from pdfminer.high_level import extract_text

    return extract_text(path).split("\f")


if __name__ == "__main__":
    sys.stdout.buffer.write(extract(sys.argv[1], sys.argv[2]).encode())
