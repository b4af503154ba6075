"""Replacement files: one takes the place of a document's file once it has been read, and not if it cannot be.

Until then it waits in the document's record, which still describes the file that the site shows.
"""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from meetings.models import Document

WAITING_FILE = "replacement"
FIELDS = ("name", "sha256", "size")


def offer(document: Document, new: Document) -> None:
    """Make the stored file of `new` wait to replace a document's; if nothing was read yet, replace it at once."""
    file = {**{name: getattr(new, name) for name in FIELDS}, "original": str(new.original)}
    if document.record is None:
        _take(document, file)
    else:
        withdraw(document)
        document.record[WAITING_FILE] = file
    document.save()


def find_waiting(document: Document) -> Document:
    """Return a document with the file that is to be read: the waiting replacement, or its own."""
    file = (document.record or {}).get(WAITING_FILE)
    if not file:
        return document
    return Document(**{name: file[name] for name in FIELDS}, original=file["original"])


def is_offered(document: Document) -> bool:
    """Return whether a file waits to replace the document's."""
    return WAITING_FILE in (document.record or {})


def accept(document: Document) -> None:
    """Replace the document's file with the one that waits. The caller saves the document."""
    if document.record and is_offered(document):
        _take(document, document.record.pop(WAITING_FILE))


def withdraw(document: Document) -> None:
    """Drop the file that waits, if there is one. The caller saves the document."""
    if document.record and is_offered(document):
        _forget(document.record.pop(WAITING_FILE)["original"])


def _take(document: Document, file: dict[str, Any]) -> None:
    old = str(document.original)
    document.extraction = 0  # the stored pages are the old file's
    for name, value in file.items():
        setattr(document, name, value)
    _forget(old)


def _forget(original: str) -> None:
    """Delete a stored file after the commit, unless a document needs it then."""

    def delete() -> None:
        if not Document.objects.filter(original=original).exists():
            default_storage.delete(original)

    if original:
        transaction.on_commit(delete)
