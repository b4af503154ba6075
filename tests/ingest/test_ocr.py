"""Scans stored before Tesseract was installed are marked, and read by `manage.py ocr` afterwards."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from ingest import workers
from ingest.errors import NeedsOcr
from ingest.load import document_states, load_scan
from ingest.records import NOTHING_STATED
from meetings.models import AgendaItem, Document
from meetings.shared.vocabulary import DocumentState
from tests.ingest.scans.scanned import joined, scan
from tests.ingest.typeset import typeset
from tests.ingest.working import empty_queue, upload, work

pytestmark = pytest.mark.django_db(transaction=True)

AGENDA = """#set page(height: 120mm)
DAGSORDEN 2021 \\
KKR SJÆLLAND \\
Dato: 03-02-2021 09:30

1. Økonomi på ældreområdet

Det indstilles, at KKR Sjælland drøfter økonomien.
"""
LATER = "#set page(height: 60mm)\n2. Eventuelt \\\nIntet at bemærke fra nogen af mødets deltagere."
SCAN = scan(typeset(AGENDA))


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Processes of the fork server would have its environment, not this one.
    monkeypatch.setattr(workers, "PROCESSES", multiprocessing.get_context("spawn"))
    monkeypatch.setenv("PATH", str(tmp_path))


def store(data: bytes = SCAN) -> Document:
    """Store a scan as ingest does without Tesseract."""
    return load_scan(data, "dagsorden.pdf", NOTHING_STATED, str(NeedsOcr()))


@pytest.mark.usefixtures("no_tesseract")
def test_ingest_keeps_a_scan_and_counts_it_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dagsorden.pdf").write_bytes(SCAN)
    call_command("ingest", str(tmp_path / "dagsorden.pdf"))
    document = Document.objects.get()
    with document.original.open("rb") as original:
        assert (document.state, original.read()) == (DocumentState.NEEDS_OCR, SCAN)
    assert "kræver OCR" in capsys.readouterr().out


@pytest.mark.usefixtures("no_tesseract")
def test_an_english_terminal_is_told_in_english_what_is_stored_in_danish(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dagsorden.pdf").write_bytes(SCAN)
    monkeypatch.setenv("LANGUAGE", "en")
    call_command("ingest", str(tmp_path / "dagsorden.pdf"))
    assert "The pages are images and need OCR" in capsys.readouterr().err
    assert Document.objects.get().failure.startswith("Siderne er billeder og kræver OCR.")


@pytest.mark.usefixtures("no_tesseract")
def test_an_uploaded_scan_waits_for_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    # The worker's thread ends with it, and must not leave its connection open.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()
    upload(SCAN, "dagsorden.pdf")
    work()
    document = Document.objects.get()
    assert document.state == DocumentState.NEEDS_OCR
    assert document.failure.startswith("Siderne er billeder og kræver OCR.")


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_the_command_says_what_to_install() -> None:
    with pytest.raises(CommandError, match="apt-get install tesseract-ocr tesseract-ocr-dan"):
        call_command("ocr")


@pytest.mark.needs_tesseract
def test_the_command_reads_what_requires_it() -> None:
    store()
    call_command("ocr", "--workers=1")
    document = Document.objects.get()
    assert (document.state, document.failure) == (DocumentState.READ, "")
    assert document.page_origins[0]["origin"] == "ocr"
    assert AgendaItem.objects.get().title == "Økonomi på ældreområdet"


@pytest.mark.needs_tesseract
def test_the_command_reads_the_images_of_a_document_whose_other_pages_are_read() -> None:
    document = store(joined(typeset(AGENDA), scan(typeset(LATER))))
    origins = [{"origin": "file", "wants_ocr": False}, {"origin": "none", "wants_ocr": True}]
    Document.objects.update(state=DocumentState.FAILED, page_origins=origins)
    assert document_states.find_wanting_ocr() == []
    Document.objects.update(state=DocumentState.NEEDS_OCR)
    call_command("ocr", "--workers=1")
    document.refresh_from_db()
    assert [row["origin"] for row in document.page_origins] == ["file", "ocr"]
    assert document_states.find_wanting_ocr() == []


@pytest.mark.needs_tesseract
def test_the_command_names_what_it_cannot_read_and_reads_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    load_scan(scan(typeset(LATER)), "andet.pdf", NOTHING_STATED, str(NeedsOcr()))
    store()
    with pytest.raises(SystemExit):
        call_command("ocr", "--workers=1")
    assert "andet.pdf" in capsys.readouterr().out
    assert AgendaItem.objects.count() == 1


@pytest.mark.needs_tesseract
def test_ingest_reads_a_scan_at_once(tmp_path: Path) -> None:
    (tmp_path / "dagsorden.pdf").write_bytes(SCAN)
    call_command("ingest", "--workers=1", str(tmp_path / "dagsorden.pdf"))
    assert AgendaItem.objects.get().title == "Økonomi på ældreområdet"


def test_nothing_to_read_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.management.commands.ocr.has_danish", lambda: True)
    call_command("ocr")
    assert "Ingen dokumenter kræver OCR." in capsys.readouterr().out
