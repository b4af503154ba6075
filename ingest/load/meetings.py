"""The meeting to which a document belongs, and a meeting's rows made from its documents."""

from __future__ import annotations

from django.db import transaction

from ingest.load.enclosures import leave
from ingest.load.items import load_items
from ingest.load.matters import load_matters
from ingest.load.moved_meetings import bring_old_day, find_later_day
from ingest.load.moves import forget_other_items, lead_to
from ingest.load.people import load_participants
from ingest.load.standing import settle_documents
from ingest.merge import merge
from ingest.merged_head import MeetingHead, merge_heads
from ingest.records import MeetingRecord
from ingest.standing import Standing
from meetings.models import Document, Meeting
from meetings.shared.item_matching import match_items


def find_or_make_meeting(record: MeetingRecord, document: Document) -> tuple[Meeting, bool]:
    """Return the meeting of the record's council and day, created if there is none, and whether there may be others.

    A paper for a day from which the meeting was moved belongs to the meeting of the new day.
    Meetings on one day are distinguished by start time; a document without one stays in its meeting, or else joins the
    one whose items are most like its own. Of several, `ingest.load.days` has the last word.
    """
    if later := find_later_day(record, document):
        return later, False
    bring_old_day(record)
    that_day = list(Meeting.objects.filter(region=record.region, date=record.date).order_by("sequence"))
    if record.start_time:
        # A meeting known from this document alone keeps its row when its time is read anew.
        own = [one for one in that_day if one == document.meeting and not _others(one, document)]
        found = next((one for one in that_day if one.start_time == record.start_time), None)
        found = found or next((one for one in [*own, *that_day] if one in own or one.start_time is None), None)
    else:
        found = max(that_day, key=lambda one: _likeness(one, record, document), default=None)
    sequence = max((one.sequence for one in that_day), default=0) + 1
    meeting = (
        found
        or _moved(record, document, sequence)
        or Meeting.objects.create(
            region_id=record.region, date=record.date, sequence=sequence, start_time=record.start_time
        )
    )
    return meeting, len({*that_day, meeting}) > 1 or bool(found and found.start_time != record.start_time)


def _moved(record: MeetingRecord, document: Document, sequence: int) -> Meeting | None:
    """Move the meeting of a document that is its only one, and whose date or council was corrected.

    Its items stay the same rows, and the old address redirects to the new one.
    """
    meeting = document.meeting
    if meeting is None or _others(meeting, document):
        return None
    forget_other_items(meeting)
    lead_to(meeting, [meeting.former_address])
    meeting.region_id, meeting.date, meeting.sequence = record.region, record.date, sequence
    set_head(meeting, merge_heads([record]))
    meeting.save()  # also where its head is as before
    return meeting


def _others(meeting: Meeting, document: Document) -> bool:
    return meeting.documents.papers().exclude(pk=document.pk).exists()


def _likeness(meeting: Meeting, record: MeetingRecord, document: Document) -> tuple[bool, int, int]:
    shared = match_items(list(meeting.items.all()), record.items)
    return meeting == document.meeting, len(shared), -meeting.sequence


def set_head(meeting: Meeting, head: MeetingHead) -> None:
    """Write the hours, place and state of a meeting; its day is decided before, with its address."""
    names = ("start_time", "end_time", "status", "extraordinary", "deadline", "deadline_time")
    told = {name: getattr(head, name) for name in names}
    told |= {"place": head.place or "", "place_note": head.place_note or ""}
    told["moved_from"] = head.moved_from if head.moved_from != meeting.date else None
    if any(getattr(meeting, name) != value for name, value in told.items()):
        for name, value in told.items():
            setattr(meeting, name, value)
        meeting.save()


def rebuild(meeting: Meeting) -> Standing:
    """Make a meeting's rows from the records of those of its documents that have a part in it; without any, delete it.

    Return which those are; it is settled anew, and the others are set aside.
    """
    with transaction.atomic():
        standing = settle_documents(meeting)
        if not standing.versions:
            leave(meeting)
            meeting.delete()
            return standing
        merged = merge(standing.versions)
        set_head(meeting, merged.head)
        load_participants(meeting, merged.participants)
        load_matters(meeting, load_items(meeting, standing, merged.items))
    return standing
