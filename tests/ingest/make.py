"""Minimal records for tests."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from ingest.load import load_document
from ingest.records import DecisionRecord, ItemRecord, MeetingRecord, Page, ParticipantRecord, Source, Stated
from meetings.models import Document
from meetings.shared.vocabulary import Attendance, DocumentKind, Outcome, RegionSlug

AGENDA, MINUTES, SUPPLEMENT = DocumentKind.AGENDA, DocumentKind.MINUTES, DocumentKind.SUPPLEMENTARY_AGENDA
NOTICE = DocumentKind.NOTICE


def make_item(number: str, title: str, *, decided: str = "", **fields: Any) -> ItemRecord:
    decision = DecisionRecord(decided, (Outcome.APPROVED,), (decided,)) if decided else None
    return ItemRecord(number=number, title=title, decision=decision, **fields)


def make_record(kind: DocumentKind, *items: ItemRecord, **fields: Any) -> MeetingRecord:
    where = {"region": RegionSlug.SJAELLAND, "date": datetime.date(2024, 3, 14)}
    return MeetingRecord(**{"kind": kind, "items": items, **where, **fields})


def make_person(name: str, municipality: str | None, party: str | None = "A") -> ParticipantRecord:
    return ParticipantRecord(name, party, municipality, Attendance.PRESENT)


def load(record: MeetingRecord, name: str = "", stated: Stated | None = None) -> Document:
    """Load a record as if a file had been read; the same record is the same file unless another name is given."""
    data = hashlib.sha256((repr(record) + name).encode()).digest()
    source = Source("text", (Page(1, ("Tekst",)),))
    return load_document(data, name or "Referat.pdf", source, record, stated or Stated())
