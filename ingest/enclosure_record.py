"""The record of an enclosure: the meeting to which it belongs, and nothing of items."""

from __future__ import annotations

from ingest.errors import EnclosureWithoutMeeting
from ingest.fields.enclosure import EnclosureHead
from ingest.parse_warnings import find_letter_warnings, find_page_warnings
from ingest.records import MeetingRecord, Source, Stated
from meetings.shared.vocabulary import DocumentKind


def make_enclosure(head: EnclosureHead, source: Source, stated: Stated) -> MeetingRecord:
    """Compose the record, stated values first. Raises EnclosureWithoutMeeting."""
    region, date = stated.region or head.region, stated.date or head.date
    if region is None or date is None:
        raise EnclosureWithoutMeeting
    return MeetingRecord(
        kind=DocumentKind.ENCLOSURE,
        region=region,
        date=date,
        warnings=(*find_letter_warnings(source.encoding), *find_page_warnings(source.pages)),
        pages=len(source.pages),
        enclosed_with=head.item,
    )
