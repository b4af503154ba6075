"""Documents read again from their stored pages: the same record, without the file, the PDF engine or OCR."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from ingest import load
from ingest.load import document_states, replacement
from ingest.pipeline import read_layouts
from ingest.records import NOTHING_STATED, Source
from ingest.workers import Job, ReadResult, StoredPage, read_job
from meetings.models import Document
from meetings.shared.page_layout import HiddenText, PageLayout, Piece, hidden_from_json, hidden_to_json
from meetings.shared.vocabulary import DocumentState, HiddenReason
from tests.ingest.papers import MINUTES_TEXT
from tests.ingest.scans.scanned import scan
from tests.ingest.test_ocr import AGENDA
from tests.ingest.typeset import typeset

SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "documents").glob("*.pdf"))
PDF = typeset(AGENDA)


def stored(source: Source) -> tuple[StoredPage, ...]:
    return tuple(StoredPage(page.layout, hidden_to_json(page.hidden)) for page in source.pages)


def load_pdf(data: bytes = PDF) -> Document:
    result = read_job(Job(data, Path("dagsorden.pdf")))
    return load.load_document(data, "dagsorden.pdf", result.source, result.record, NOTHING_STATED)


def lose_file(document: Document) -> None:
    default_storage.delete(str(document.original))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_stored_pages_give_the_source_and_the_record_that_the_file_gave(path: Path) -> None:
    first = read_job(Job(path.read_bytes(), path))
    again = read_job(Job(b"", path, pages=stored(first.source)))
    assert again == first
    assert again.record.warnings == first.record.warnings


def test_hidden_text_is_kept_with_its_places() -> None:
    hidden = HiddenText("Hansen", HiddenReason.COVERED, 1.234, 5.678, 9.012, 3.456)
    layout = PageLayout(1, 500.04, 800, ((Piece("Tekst", 0, 50.04, 700, 10),),), hidden=(hidden,))
    first = read_layouts([layout])
    again = read_layouts([PageLayout.unpack(one.packed, hidden_from_json(one.hidden)) for one in stored(first)])
    assert again == first
    assert again.pages[0].hidden[0].text == "Hansen"


@pytest.mark.needs_tesseract
def test_a_scan_is_not_read_by_ocr_again() -> None:
    data = scan(PDF)
    first = read_job(Job(data, Path("a.pdf")))
    pages_by_ocr: list[None] = []
    again = read_job(Job(b"", Path("a.pdf"), pages=stored(first.source)), lambda: pages_by_ocr.append(None))
    assert (again, pages_by_ocr) == (first, [])
    assert first.source.pages[0].origin == "ocr"


@pytest.mark.django_db
class TestJobs:
    def test_a_document_with_current_pages_is_read_without_its_file(self) -> None:
        document = load_pdf()
        lose_file(document)
        reading = read_job(document_states.job_of(document))
        assert isinstance(reading, ReadResult)
        assert reading.record.to_json() == document.record

    def test_pages_of_an_older_extraction_are_read_from_the_file(self) -> None:
        document = load_pdf()
        document.extraction = 0
        assert document_states.job_of(document).data == PDF

    def test_a_page_that_wants_ocr_is_read_from_the_file(self) -> None:
        document = load_pdf()
        document.page_origins[0]["wants_ocr"] = True
        assert document_states.job_of(document).data == PDF

    def test_a_text_file_has_no_stored_pages(self) -> None:
        result = read_job(Job(MINUTES_TEXT, Path("a.txt")))
        document = load.load_document(MINUTES_TEXT, "a.txt", result.source, result.record, NOTHING_STATED)
        assert document_states.job_of(document).data == MINUTES_TEXT

    def test_a_file_that_waits_to_replace_another_is_read(self) -> None:
        document = load_pdf()
        other = Document(name="b.txt", sha256="1" * 64, size=1, original=document.original.name)
        replacement.offer(document, other)
        assert document_states.job_of(document).pages == ()


@pytest.mark.django_db(transaction=True)
class TestCommands:
    def test_all_documents_are_read_again_without_their_files(self, capsys: pytest.CaptureFixture[str]) -> None:
        document = load_pdf()
        lose_file(document)
        call_command("reread", "--all", "--workers=1")
        now = Document.objects.get()
        assert (now.state, now.record) == (DocumentState.READ, document.record)
        assert Document.objects.filter(read_at__gt=document.read_at).exists()
        assert "fortsæt den med: manage.py reread --before" in capsys.readouterr().err

    def test_a_run_that_was_broken_off_goes_on_with_the_rest(self, capsys: pytest.CaptureFixture[str]) -> None:
        load_pdf()
        begun = timezone.localtime()
        load_pdf(typeset(AGENDA.replace("03-02", "04-02")))
        call_command("reread", f"--before={begun.isoformat()}", "--workers=1")
        assert Document.objects.filter(read_at__gt=begun).count() == 2
        call_command("reread", f"--before={begun.isoformat()}")
        assert "Ingen dokumenter skal læses igen." in capsys.readouterr().out

    def test_older_ones_are_read_from_their_files_and_are_current_then(self) -> None:
        load_pdf()
        Document.objects.update(extraction=0)
        call_command("reread", "--older", "--workers=1")
        document = Document.objects.get()
        assert load.find_stored(document)
        assert document_states.find_read(before=timezone.now(), older=True) == []

    def test_a_document_that_fails_is_told_and_keeps_its_record(self, capsys: pytest.CaptureFixture[str]) -> None:
        document = load_pdf()
        document.document_pages.update(packed=emptied(document))
        with pytest.raises(SystemExit):
            call_command("reread", "--all", "--workers=1")
        now = Document.objects.get()
        assert (now.state, now.record) == (DocumentState.FAILED, document.record)
        assert "ikke læst: dagsorden.pdf" in capsys.readouterr().err

    def test_ingest_again_by_force_reads_the_stored_pages(self, tmp_path: Path) -> None:
        path = tmp_path / "dagsorden.pdf"
        path.write_bytes(PDF)
        load_pdf()
        page = Document.objects.get().document_pages.get()
        changed = page.layout.rows[0][0]._replace(text="DAGSORDEN 2021 (gemt)")
        page.packed = replace(page.layout, rows=((changed,), *page.layout.rows[1:])).pack()
        page.save()
        call_command("ingest", "--force", str(path), "--workers=1")
        assert "(gemt)" in Document.objects.get().text


def emptied(document: Document) -> bytes:
    """Return the packed layout of the document's page without its text."""
    return replace(document.document_pages.get().layout, rows=()).pack()
