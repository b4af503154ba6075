"""Samples are removed with the archive's first own document, but stay where somebody loaded them after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client

from ingest import load
from ingest.pipeline import read_meeting, read_source
from ingest.records import NOTHING_STATED
from meetings.models import Document, Meeting
from tests.ingest.papers import MINUTES_TEXT
from tests.ingest.test_ingest import ingest
from tests.ingest.working import empty_queue, upload, work

pytestmark = pytest.mark.django_db(transaction=True)

BESIDE = "Eksemplerne står nu blandt arkivets egne dokumenter"


def minutes_of(day: int) -> bytes:
    return MINUTES_TEXT.replace(b"3. maj", f"{day}. maj".encode())


def make_sample(day: int = 3) -> Document:
    """Load minutes of a day in May as a sample."""
    data = minutes_of(day)
    source = read_source(data)
    return load.load_document(data, "eksempel.txt", source, read_meeting(source), NOTHING_STATED, is_sample=True)


def put(folder: Path, day: int) -> Path:
    path = folder / f"{day}.txt"
    path.write_bytes(minutes_of(day))
    return path


def days() -> list[int]:
    return sorted(meeting.date.day for meeting in Meeting.objects.all())


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> None:
    # The worker's thread ends with it, and must not leave its connection open.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()


def test_they_leave_when_the_first_upload_has_been_read(client: Client, queue: None) -> None:
    make_sample()
    upload(minutes_of(4))
    assert "opdigtede" in client.get("/").content.decode()
    work()
    assert days() == [4]
    assert "opdigtede" not in client.get("/").content.decode()


def test_they_stay_when_the_first_upload_cannot_be_read(queue: None) -> None:
    make_sample()
    upload(b"KKR: ingenting.")
    work()
    assert days() == [3]


def test_they_leave_when_the_first_file_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_sample()
    ingest(put(tmp_path, 4))
    assert days() == [4]
    assert "De 1 eksempeldokumenter er fjernet" in capsys.readouterr().out


def test_a_dry_run_lets_them_stay(tmp_path: Path) -> None:
    make_sample()
    ingest("--dry-run", put(tmp_path, 4))
    assert days() == [3]


def test_the_first_document_of_a_sample_s_day_has_a_meeting_of_its_own() -> None:
    sample = make_sample().meeting
    source = read_source(MINUTES_TEXT + b"\n3. Kultur\n")
    load.load_document(b"egen", "egen.txt", source, read_meeting(source), NOTHING_STATED)
    assert Meeting.objects.get() != sample


def test_loaded_beside_own_documents_they_stay(
    tmp_path: Path, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(put(tmp_path, 4))
    call_command("samples", "load")
    assert BESIDE in capsys.readouterr().out
    count = Document.objects.samples().count()
    ingest(put(tmp_path, 5))
    ingest("--force", tmp_path)
    assert Document.objects.samples().count() == count > 5
    assert "nogle møder, personer og sager er opdigtede" in client.get("/").content.decode()


def test_read_again_a_lone_own_document_lets_them_stay(tmp_path: Path) -> None:
    ingest(put(tmp_path, 4))
    make_sample()
    ingest("--force", tmp_path)
    assert days() == [3, 4]
