"""Meetings that were moved: a paper for the old day and one for the new are of one meeting, whichever came first."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from ingest.load.moves import addresses_followed, forget_other_items, lead_to
from ingest.records import MeetingRecord
from meetings.models import Document, Meeting, MeetingAddress
from meetings.shared.vocabulary import DocumentKind

Home = Callable[[MeetingRecord, Document], Meeting]


def find_later_day(record: MeetingRecord, document: Document) -> Meeting | None:
    """Return the meeting that another paper says was moved from the record's day; None if that day has a meeting.

    Minutes of that day say that a meeting was held on it, which then is another one.
    """
    that_day = Meeting.objects.filter(region=record.region, date=record.date)
    if record.kind == DocumentKind.MINUTES or that_day.exists():
        return None
    moved = Document.objects.filter(meeting__region=record.region, moved_from=record.date).exclude(pk=document.pk)
    found = moved.select_related("meeting").order_by("day", "pk").last()
    return found.meeting if found and found.meeting and found.meeting.date != record.date else None


def bring_old_day(record: MeetingRecord) -> None:
    """Move the meeting of the day that the record's was moved from to the new day, if it has a meeting of its own.

    Where the new day has one already, `join_old_day` takes the papers over.
    """
    for old in _of_old_day(record):
        if not Meeting.objects.filter(region=record.region, date=record.date).exists():
            forget_other_items(old)
            lead_to(old, [old.former_address])
            old.date, old.sequence, old.start_time, old.moved_from = record.date, 1, None, None
            old.save()


def join_old_day(record: MeetingRecord, meeting: Meeting, rebuild: Callable[[Meeting], object]) -> None:
    """Give a meeting the papers of the day that it was moved from, and redirect that day's address to it."""
    for old in _of_old_day(record).exclude(pk=meeting.pk):
        with addresses_followed(old, meeting):
            old.documents.update(meeting=meeting)
            rebuild(meeting)
            rebuild(old)
    if record.moved_from and not Meeting.objects.filter(region=record.region, date=record.moved_from).exists():
        address = Meeting.write_address(record.moved_from, 1)
        lead_to(meeting, [MeetingAddress(meeting=meeting, region=meeting.region, address=address)])


def _of_old_day(record: MeetingRecord) -> QuerySet[Meeting]:
    """Return the meeting of the day that the record's was moved from: one, of which there are no minutes."""
    if record.moved_from is None:
        return Meeting.objects.none()
    there = Meeting.objects.filter(region=record.region, date=record.moved_from)
    held = there.filter(documents__kind=DocumentKind.MINUTES, documents__day=record.moved_from)
    return Meeting.objects.none() if there.count() > 1 else there.exclude(pk__in=held.values("pk"))


def release_strays(meeting: Meeting, find_home: Home, rebuild: Callable[[Meeting], object]) -> None:
    """Let go of papers of other days that no paper of the meeting leads to any more."""
    for document, record in _strays(meeting):
        home = find_home(record, document)
        if home != meeting:  # else the meeting has moved with its only paper
            with addresses_followed(meeting, home):
                document.meeting = home
                document.save(update_fields=["meeting"])
                rebuild(home)
                rebuild(meeting)


def _strays(meeting: Meeting) -> list[tuple[Document, MeetingRecord]]:
    """Return the papers whose day is neither the meeting's nor one that it was moved from."""
    papers = meeting.documents.parsed().papers().defer("text", "changes").order_by("pk")
    read = [(one, MeetingRecord.from_json(one.record)) for one in papers if one.record]
    days, left = {meeting.date}, {record.date: record.moved_from for _one, record in read}
    while reached := {left[one] for one in days & left.keys() if left[one]} - days:
        days |= {one for one in reached if one}
    return [(one, record) for one, record in read if record.date not in days]
