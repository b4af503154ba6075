"""Reading of files in the tests' own process, without a worker."""

from __future__ import annotations

from pathlib import Path

from ingest.extract.files import read_bytes
from ingest.pipeline import read_meeting, read_source
from ingest.records import MeetingRecord, Source


def read_file(path: Path) -> tuple[Source, MeetingRecord]:
    """Read a file from disk; return its source and its record. Raises IngestError."""
    source = read_source(read_bytes(path), str(path))
    return source, read_meeting(source)
