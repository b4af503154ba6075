"""Papers made of a front page and one item, read."""

from __future__ import annotations

from ingest.extract.text import read_text
from ingest.pipeline import read_meeting
from ingest.records import MeetingRecord

HEAD = "DAGSORDEN 2015\n\nKKR SYDDANMARK\n\n"
WHEN = "Dato: 17-04-2015 10:00\n"
WHERE = "Sted: Rådhuset, Torvet 1, 9000 Aalborg\n"
ITEM = "\n1. Godkendelse af dagsorden\nSAG-2015-00001 ab\n"


def read_front(front: str, item: str = ITEM) -> MeetingRecord:
    """Read a paper with this front page."""
    return read_meeting(read_text((front + item).encode()))


def read_below(*lines: str) -> MeetingRecord:
    """Read a paper whose front page has further lines below the place."""
    return read_front(HEAD + WHEN + WHERE + "\n".join(lines) + "\n")
