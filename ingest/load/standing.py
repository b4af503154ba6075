"""The documents of a meeting that have a part in it and those set aside, as stored with the documents."""

from __future__ import annotations

from ingest.errors import KeptOut
from ingest.load import replacement
from ingest.merge import Version
from ingest.records import MeetingRecord
from ingest.standing import Held, Standing, settle
from meetings.models import Document, Meeting
from meetings.shared.vocabulary import DocumentState, SetAside

COLUMNS = [
    "meeting",
    "record",
    "name",
    "sha256",
    "page_origins",
    "choice",
    "chosen_at",
    "state",
    "failure",
    "set_aside",
]


def read_standing(meeting: Meeting) -> Standing:
    """Return which documents of a meeting have a part in it."""
    return settle(map(_version, _read(meeting)))


def settle_documents(meeting: Meeting) -> Standing:
    """Settle which documents of a meeting have a part in it, note it with each of them, and return it."""
    documents = _read(meeting)
    standing = settle(map(_version, documents))
    for document in documents:
        if _is_changed(document, standing):
            note(document, standing)
            document.save(update_fields=["set_aside", "state", "failure"])
    return standing


def note(document: Document, standing: Standing) -> None:
    """Set what a document says of its part in its meeting. The caller saves the document."""
    held = _find_held(document, standing)
    document.set_aside = SetAside.ITEMS if held else ""
    if document.state in (DocumentState.READ, DocumentState.HELD) and not replacement.is_offered(document):
        document.state = DocumentState.HELD if held else DocumentState.READ
        document.failure = str(held.reason) if held else ""


def keep_out(document: Document) -> None:
    """Set what a document says that an archivist keeps out: it belongs to no meeting. The caller saves the document."""
    document.meeting, document.set_aside = None, SetAside.KEPT_OUT
    document.state, document.failure = DocumentState.HELD, str(KeptOut())


def _read(meeting: Meeting) -> list[Document]:
    return list(meeting.documents.parsed().papers().only(*COLUMNS).order_by("sha256"))


def _version(document: Document) -> Version:
    return Version(
        document.pk,
        MeetingRecord.from_json(document.record or {}),
        name=document.name,
        sha256=document.sha256,
        is_born_digital=document.is_born_digital,
        choice=document.choice,
        chosen_at=document.chosen_at,
    )


def _is_changed(document: Document, standing: Standing) -> bool:
    held = _find_held(document, standing)
    if held is None:
        return document.set_aside != ""
    return not document.set_aside or document.failure != str(held.reason)


def _find_held(document: Document, standing: Standing) -> Held | None:
    return next((one for one in standing.held if one.version.document == document.pk), None)
