"""The intake of uploaded files: valid ones become documents waiting to be parsed, others are refused with a reason."""

from __future__ import annotations

import hashlib
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
from ingest.errors import EmptyFile, UnknownFormat
from ingest.extract.files import stored_name
from ingest.load import replacement
from meetings.models import Document

PDF = b"%PDF-"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# A PDF may have other bytes before its header (PDF 1.7, appendix H, note 13).
HEAD = 1024


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
        return str(EmptyFile())
    if size > settings.MAX_UPLOAD_BYTES:
        return _("Filen fylder %(size)s; der er plads til højst %(limit)s.") % {
            "size": filesizeformat(size), "limit": filesizeformat(settings.MAX_UPLOAD_BYTES)
        }  # fmt: skip
    head = _head(file)
    if PDF in head or head.startswith(UTF_16) or b"\0" not in head:
        return None
    return str(UnknownFormat())


def replace(document: Document, file: UploadedFile[Any]) -> Document | None:
    """Enqueue a new file to replace that of a document; do nothing and return the document that already has its bytes.

    The old file and what was parsed from it stay on the site until the new file has been parsed.
    """
    new = Document(sha256=digest(file), name=name_of(file), size=file.size or 0)
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


def name_of(file: UploadedFile[Any]) -> str:
    """Return the name under which a file is stored; that of a PDF always ends in ".pdf"."""
    name = stored_name(str(file.name))
    if PDF in _head(file) and not name.lower().endswith(".pdf"):
        name = f"{name[:250]}.pdf"
    return name


def _store(file: UploadedFile[Any], stated: Mapping[str, Any], user: User | AnonymousUser) -> tuple[Document, bool]:
    sha256 = digest(file)
    with transaction.atomic():
        document, is_new = Document.objects.get_or_create(
            sha256=sha256,
            defaults={
                "name": name_of(file), "size": file.size or 0, "uploaded_by": user if isinstance(user, User) else None,
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
