"""Files inside PDF files: portfolios, whose one page only says how to open the documents in it, and attachments."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser

from ingest.errors import DamagedPdf, EncryptedPdf, Portfolio
from ingest.extract.files import stored_name
from ingest.extract.pdf import is_pdf
from ingest.extract.pdf.pdfium import open_pdf

# A cover page of Acrobat has some 300 letters; a front page that says more is a document of its own.
STUB_PAGES, STUB_LETTERS = 2, 1500
MOST_FILES = 200
MOST_BYTES = 200_000_000  # together, decompressed


def read_portfolio(data: bytes) -> list[tuple[str, bytes]]:
    """Return the names and bytes of the PDF documents in a portfolio; [] if the file is none, or has none.

    At most MOST_FILES of them and MOST_BYTES together. Raises EncryptedPdf.
    """
    try:
        with open_pdf(data) as document:
            if not document.count_attachments() or not _is_stub(document) or not _has_collection(data):
                return []
            return list(_documents(document))
    except (DamagedPdf, pypdfium2.PdfiumError):
        return []  # read, as far as it can be, as a document of its own


def refuse_portfolio(data: bytes) -> None:
    """Raise Portfolio, with the documents in it, if a file is a portfolio."""
    try:
        documents = read_portfolio(data)
    except EncryptedPdf:
        return  # told by whoever reads its pages
    if documents:
        names = ", ".join(name for name, _data in documents)
        raise Portfolio(documents=tuple(documents), count=len(documents), names=names)


def find_attachments(data: bytes) -> list[str]:
    """Return the names of the files attached to a PDF, at most MOST_FILES."""
    try:
        with open_pdf(data) as document:
            count = min(document.count_attachments(), MOST_FILES)
            return [_name(document.get_attachment(at), at) for at in range(count)]
    except (DamagedPdf, EncryptedPdf, pypdfium2.PdfiumError):
        return []


def _documents(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    for at in range(min(document.count_attachments(), MOST_FILES)):
        attachment = document.get_attachment(at)
        try:
            data = bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            continue  # one without data
        left -= len(data)
        if left < 0:
            return
        if is_pdf(data):
            yield _name(attachment, at), data


def _name(attachment: pypdfium2.PdfAttachment, at: int) -> str:
    """Return the name under which an embedded file is stored, without the folders in which it lay."""
    try:
        name = attachment.get_name().replace("\\", "/").rpartition("/")[2]
    except pypdfium2.PdfiumError:
        name = ""
    return stored_name(name or f"{at + 1}.pdf")


def _is_stub(document: pypdfium2.PdfDocument) -> bool:
    if len(document) > STUB_PAGES:
        return False
    letters = 0
    for page in document:
        text = page.get_textpage()
        letters += text.count_chars()
        text.close()
        page.close()
    return letters <= STUB_LETTERS


def _has_collection(data: bytes) -> bool:
    """Return whether the catalog says that the file is a collection; PDFium does not tell."""
    try:
        return "Collection" in PDFDocument(PDFParser(io.BytesIO(data))).catalog
    except Exception:  # noqa: BLE001 - pdfminer raises errors of every kind for damaged files
        return b"/Collection" in data
