"""A file that is to take the place of a document's: it does so once it has been read, and not if it cannot be.

Until then it waits beside the record, which goes on being of the file that the site shows.
"""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from meetings.models import Document

WAITING_FILE = "replacement"
FIELDS = ("name", "sha256", "size")


def offer(document: Document, new: Document) -> None:
    """Let the file of `new`, which is stored, wait to replace a document's; it does at once if nothing was read yet."""
    file = {**{name: getattr(new, name) for name in FIELDS}, "original": str(new.original)}
    if document.record is None:
        _take(document, file)
    else:
        withdraw(document)
        document.record[WAITING_FILE] = file
    document.save()


def find_waiting(document: Document) -> Document:
    """Return a document with the file that is to be read: the one that waits to replace its own, or its own."""
    file = (document.record or {}).get(WAITING_FILE)
    if not file:
        return document
    return Document(**{name: file[name] for name in FIELDS}, original=file["original"])


def is_offered(document: Document) -> bool:
    """Return whether a file waits to replace the document's."""
    return WAITING_FILE in (document.record or {})


def accept(document: Document) -> None:
    """Put the file that waits in the place of the document's own. The caller saves the document."""
    if document.record and is_offered(document):
        _take(document, document.record.pop(WAITING_FILE))


def withdraw(document: Document) -> None:
    """Forget the file that waits, if there is one. The caller saves the document."""
    if document.record and is_offered(document):
        _forget(document.record.pop(WAITING_FILE)["original"])


def _take(document: Document, file: dict[str, Any]) -> None:
    old = str(document.original)
    for name, value in file.items():
        setattr(document, name, value)
    _forget(old)


def _forget(original: str) -> None:
    """Delete a stored file, once the rows are written, unless a document needs it then."""

    def delete() -> None:
        if not Document.objects.filter(original=original).exists():
            default_storage.delete(original)

    if original:
        transaction.on_commit(delete)
