"""The stored pages of documents: written when a document is read, and read again in place of its file."""

from __future__ import annotations

from ingest.extract.version import EXTRACTION
from ingest.records import Source
from ingest.workers import StoredPage
from meetings.models import Document, DocumentPage
from meetings.shared.page_layout import hidden_to_json


def describe_pages(document: Document, source: Source) -> None:
    """Set what a document says about its pages. The caller saves the document."""
    document.pages = len(source.pages)
    document.page_origins = [page.origin_to_json for page in source.pages]
    document.extraction = EXTRACTION if all(page.layout for page in source.pages) else 0


def load_pages(document: Document, source: Source) -> None:
    """Store the layouts of a document's pages in place of those stored before."""
    document.document_pages.all().delete()
    DocumentPage.objects.bulk_create(
        DocumentPage(document=document, number=page.number, packed=page.layout, hidden=hidden_to_json(page.hidden))
        for page in source.pages
        if page.layout
    )


def find_stored(document: Document) -> tuple[StoredPage, ...]:
    """Return a document's stored pages if they can be read in place of its file, else ().

    They cannot if an older version of the extraction made them, or if a page among them still wants OCR.
    """
    if document.extraction != EXTRACTION or any(page["wants_ocr"] for page in document.page_origins):
        return ()
    rows = document.document_pages.order_by("number").values_list("packed", "hidden")
    pages = tuple(StoredPage(bytes(packed), hidden) for packed, hidden in rows)
    return pages if len(pages) == document.pages else ()
