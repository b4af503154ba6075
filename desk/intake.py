"""The intake of uploaded files: valid ones become documents waiting to be parsed, others are refused with a reason."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ingest import tasks
from ingest.errors import EmptyFile, ForeignFile, UnknownFormat
from ingest.extract.file_kinds import HEAD, fitting_name, refuse_foreign
from ingest.extract.pdf import is_pdf
from ingest.extract.text import is_text
from ingest.load import replacement
from meetings.models import Document

# The directory of a ZIP file, which tells a Word document from others, is at its end.
TAIL = 65_536


@dataclass
class Intake:
    """The result of one upload: documents received, names with the known document, refused names with the reason."""

    received: list[Document] = field(default_factory=list)
    known: list[tuple[str, Document]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def take_in(files: Iterable[UploadedFile[Any]], stated: Mapping[str, Any], user: User | AnonymousUser) -> Intake:
    """Store the files as documents waiting to be parsed. `stated` has the fields of `StatedForm`."""
    intake = Intake()
    for file in files:
        reason = find_fault(file)
        if reason:
            intake.refused.append((str(file.name), reason))
            continue
        document, is_new = _store(file, stated, user)
        if is_new:
            intake.received.append(document)
        else:
            intake.known.append((str(file.name), document))
    return intake


def find_fault(file: UploadedFile[Any]) -> str | None:
    """Return why a file cannot be a document, in Danish; None if nothing shows without parsing it."""
    size = file.size or 0
    if size == 0:
        return EmptyFile().told(_)
    if size > settings.MAX_UPLOAD_BYTES:
        return _("Filen fylder %(size)s; der er plads til højst %(limit)s.") % {
            "size": filesizeformat(size), "limit": filesizeformat(settings.MAX_UPLOAD_BYTES)
        }  # fmt: skip
    head = _head(file)
    try:
        refuse_foreign(head + _tail(file))
    except ForeignFile as error:
        return error.told(_)
    may_be_read = is_pdf(head) or str(file.name).lower().endswith(".pdf") or is_text(head)
    return None if may_be_read else UnknownFormat().told(_)


def replace(document: Document, file: UploadedFile[Any]) -> Document | None:
    """Enqueue a new file to replace that of a document; do nothing and return the document that already has its bytes.

    The old file and what was parsed from it stay on the site until the new file has been parsed.
    """
    new = Document(sha256=digest(file), name=fitting_name(str(file.name), _head(file)), size=file.size or 0)
    known = Document.objects.filter(sha256=new.sha256).first()
    if known:
        return known
    with transaction.atomic():
        new.keep_original(file)
        replacement.offer(document, new)
        tasks.enqueue(document.pk)
    return None


def digest(file: UploadedFile[Any]) -> str:
    """Return the SHA-256 of a file's bytes as hex; the file is left at its beginning."""
    sha256 = hashlib.sha256()
    for chunk in file.chunks():
        sha256.update(chunk)
    file.seek(0)
    return sha256.hexdigest()


def _store(file: UploadedFile[Any], stated: Mapping[str, Any], user: User | AnonymousUser) -> tuple[Document, bool]:
    sha256 = digest(file)
    with transaction.atomic():
        document, is_new = Document.objects.get_or_create(
            sha256=sha256,
            defaults={
                "name": fitting_name(str(file.name), _head(file)), "size": file.size or 0,
                "uploaded_by": user if isinstance(user, User) else None,
                "stated_region": stated["stated_region"], "stated_date": stated["stated_date"],
                "stated_kind": stated["stated_kind"],
            },
        )  # fmt: skip
        if is_new:
            document.keep_original(file)
            document.save()
            tasks.enqueue(document.pk)
    return document, is_new


def _head(file: UploadedFile[Any]) -> bytes:
    head: bytes = file.read(HEAD)
    file.seek(0)
    return head


def _tail(file: UploadedFile[Any]) -> bytes:
    file.seek(-min(TAIL, file.size or 0), os.SEEK_END)
    tail: bytes = file.read()
    file.seek(0)
    return tail
