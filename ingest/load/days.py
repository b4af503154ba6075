"""The meetings of a council on one day, told apart by what all documents of that day say, in whatever order they came.

Each start time is a meeting, the earliest first; a document without one belongs to the meeting whose documents have
most items in common with it, or else to the first.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from ingest.load.meetings import rebuild
from ingest.records import MeetingRecord
from meetings.models import Document, ItemAddress, Meeting
from meetings.shared.item_matching import match_items, title_key

BEYOND = 1000  # added to the numbers of meetings while they are numbered anew, as no two may have the same


def settle_day(region: str, date: datetime.date) -> None:
    """Distribute the documents of a council's day among its meetings, and make anew those that change by it."""
    documents = Document.objects.parsed().papers().filter(meeting__region=region, meeting__date=date).order_by("sha256")
    records = {one: MeetingRecord.from_json(one.record or {}) for one in documents.only("record", "meeting")}
    groups = _group(records, date)
    meetings = list(Meeting.objects.filter(region=region, date=date).order_by("sequence"))
    chosen = _rows_of(list(groups.values()), meetings, region, date)
    rows = dict(zip(groups, chosen, strict=True))
    moved = [one for time, group in groups.items() for one in group if one.meeting_id != rows[time].pk]
    if moved or chosen != meetings:
        _number(meetings, rows)
        for time, group in groups.items():
            Document.objects.filter(pk__in=[one.pk for one in group]).update(meeting=rows[time])
        # Addresses of items that move to another meeting of the day are free again.
        titles = {title_key(item.title) for one in moved for item in records[one].items}
        ItemAddress.objects.filter(meeting__in=chosen, title_key__in=titles).delete()
        for row in {*meetings, *chosen}:
            rebuild(row)


def _number(meetings: Sequence[Meeting], rows: Mapping[datetime.time | None, Meeting]) -> None:
    """Number the meetings of the day by their start times, those that are to go after them."""
    for at, row in enumerate(meetings):
        row.sequence, row.start_time = BEYOND + at, None
        row.save()
    for at, (time, row) in enumerate(rows.items(), 1):
        row.sequence, row.start_time = at, time
        row.save()


def _group(
    records: Mapping[Document, MeetingRecord], date: datetime.date
) -> dict[datetime.time | None, list[Document]]:
    """Return the documents of each start time, the earliest first; under None, if none has a time.

    A paper for a day from which the meeting was moved says nothing of the hour on the new day.
    """
    hours = {one: record.start_time if record.date == date else None for one, record in records.items()}
    times = sorted({time for time in hours.values() if time})
    groups: dict[datetime.time | None, list[Document]] = {time: [] for time in times} or {None: []}
    for document, hour in hours.items():
        groups[hour or max(times, key=_likeness(records, document), default=None)].append(document)
    return groups


def _likeness(records: Mapping[Document, MeetingRecord], document: Document) -> Callable[[datetime.time], int]:
    """Return a function that tells how many items a document has in common with those of a start time, at most."""
    own = records[document].items
    return lambda time: max(len(match_items(one.items, own)) for one in records.values() if one.start_time == time)


def _rows_of(
    groups: Sequence[Sequence[Document]], meetings: Sequence[Meeting], region: str, date: datetime.date
) -> list[Meeting]:
    """Return for each group the meeting that most of its documents belong to, each once, or a new one."""
    left = list(meetings)
    found = []
    for group in groups:
        here = [one.meeting_id for one in group]
        row = max(left, key=lambda one: here.count(one.pk), default=None)
        if row is None or not here.count(row.pk):
            row = Meeting(region_id=region, date=date)
        else:
            left.remove(row)
        found.append(row)
    return found
