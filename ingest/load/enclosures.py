"""Enclosures: documents of a meeting that has an agenda or minutes; until it has, they wait with their pages stored."""

from __future__ import annotations

from django.db.models import QuerySet

from ingest.errors import MeetingNotThere
from ingest.fields.meeting_day import write_day
from ingest.records import MeetingRecord
from meetings.models import Document, EnclosurePage, Meeting
from meetings.shared.vocabulary import DocumentKind, DocumentState


def find_meeting_of(record: MeetingRecord) -> Meeting | None:
    """Return the meeting to which an enclosure belongs; None if the archive does not have it.

    A meeting that was moved is found by the day that it was moved from too; of two on one day the first is taken.
    """
    of_council = Meeting.objects.filter(region=record.region).order_by("sequence")
    return of_council.filter(date=record.date).first() or of_council.filter(moved_from=record.date).first()


def why_waiting(record: MeetingRecord) -> str:
    """Return why an enclosure is not shown, in words for an archivist."""
    return str(MeetingNotThere(region=record.region.label, date=write_day(record.date)))


def take_waiting(meeting: Meeting) -> None:
    """Give a meeting the enclosures that waited for it."""
    days = [day for day in (meeting.date, meeting.moved_from) if day]
    waiting = _waiting().filter(record__region=meeting.region_id, day__in=days)
    for one in waiting:
        one.meeting, one.state, one.failure = meeting, DocumentState.READ, ""
        one.save(update_fields=["meeting", "state", "failure"])
        EnclosurePage.objects.renew(one)


def leave(meeting: Meeting) -> None:
    """Let the enclosures of a meeting that has no other documents any more wait for one."""
    for one in meeting.documents.enclosures():
        if one.record is not None:
            one.failure = why_waiting(MeetingRecord.from_json(one.record))
            one.meeting, one.state = None, DocumentState.FAILED
            one.save(update_fields=["meeting", "state", "failure"])
            one.enclosure_pages.all().delete()


def _waiting() -> QuerySet[Document]:
    return Document.objects.filter(kind=DocumentKind.ENCLOSURE, meeting=None, record__isnull=False)
