"""What the documents of one meeting say together of its day, hours, place and state, without Django."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import MeetingRecord
from meetings.shared.vocabulary import DocumentKind, MeetingStatus


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """The head of a meeting as the archive shows it; the fields are those of `MeetingRecord`."""

    date: datetime.date
    start_time: datetime.time | None
    end_time: datetime.time | None
    place: str | None
    place_note: str | None
    status: MeetingStatus
    extraordinary: bool
    moved_from: datetime.date | None
    deadline: datetime.date | None
    deadline_time: datetime.time | None


def merge_heads(records: Sequence[MeetingRecord]) -> MeetingHead:
    """Return the head of a meeting from the records of its documents, the strongest first.

    A paper for a day from which the meeting was moved tells neither hours nor place of the new day, if another does.
    """
    own = of_present_day(records)
    timed = next((one for one in own if one.start_time), own[0])
    placed = next((one for one in own if one.place), own[0])
    status = _status(own)
    answered = next((one for one in own if one.deadline), None)
    is_written = status == MeetingStatus.WRITTEN
    return MeetingHead(
        date=own[0].date,
        start_time=None if is_written else timed.start_time,
        end_time=None if is_written else timed.end_time,
        place=placed.place,
        place_note=placed.place_note,
        status=status,
        extraordinary=any(one.extraordinary for one in records),
        moved_from=next((one.moved_from for one in own if one.moved_from), None),
        deadline=answered.deadline if answered and is_written else None,
        deadline_time=answered.deadline_time if answered and is_written else None,
    )


def of_present_day(records: Sequence[MeetingRecord]) -> list[MeetingRecord]:
    """Return the records that are not of a day from which the meeting was moved; all where nothing else is left."""
    left = {one.moved_from for one in records}
    return [one for one in records if one.date not in left] or list(records)


def _status(own: Sequence[MeetingRecord]) -> MeetingStatus:
    """Return what became of the meeting. Minutes know whether it was held; before them a cancellation is the last word.

    That a meeting was moved, or decided in writing, is often said by the agenda alone, and holds for its minutes.
    """
    minutes = [one for one in own if one.kind == DocumentKind.MINUTES]
    said = {one.status for one in own} | ({MeetingStatus.MOVED} if any(one.moved_from for one in own) else set())
    if minutes and minutes[0].status != MeetingStatus.CANCELLED:
        said.discard(MeetingStatus.CANCELLED)
    order = (MeetingStatus.CANCELLED, MeetingStatus.WRITTEN, MeetingStatus.MOVED)
    return next((one for one in order if one in said), MeetingStatus.HELD)
