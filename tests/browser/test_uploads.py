"""The archivist uploads documents in a real browser, and a real worker parses them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from desk import archivists
from meetings.models import AgendaItem, Document
from meetings.shared.vocabulary import DocumentState, RegionSlug
from tests.ingest.papers import make_pdf
from tests.ingest.working import PATIENCE, WorkerProcess, empty_queue

pytestmark = pytest.mark.django_db(transaction=True)

A_MINUTE = PATIENCE * 1000
REGIONS = ["NORDJYLLAND", "MIDTJYLLAND", "SYDDANMARK", "SJÆLLAND", "HOVEDSTADEN"]


@pytest.fixture
def worker(live_server: LiveServer, tmp_path: Path) -> Iterator[WorkerProcess]:
    empty_queue()
    worker = WorkerProcess(tmp_path)
    worker.wait_until_it_says("Arbejderen er klar")
    yield worker
    worker.stop()
    empty_queue()


@pytest.fixture
def archivist(live_server: LiveServer, page: Page) -> Page:
    """Return a page at the front page of the admin, with an archivist logged in."""
    return log_in(page, live_server)


def log_in(page: Page, server: LiveServer) -> Page:
    password = archivists.new_password("arkivar")
    page.goto(f"{server.url}/admin/")
    page.get_by_label("Brugernavn").fill("arkivar")
    page.get_by_label("Adgangskode").fill(password)
    page.get_by_role("button", name="Log ind").click()
    return page


def make_files(folder: Path, count: int) -> list[Path]:
    """Write PDFs of `count` meetings, and return their paths."""
    files = [folder / f"referat-{number:02}.pdf" for number in range(count)]
    for number, file in enumerate(files):
        file.write_bytes(make_pdf(f"{1 + number}. maj 2024", REGIONS[number % 5]))
    return files


def upload(page: Page, *files: Path) -> None:
    """Go from the admin's front page to the upload page, and send the files."""
    page.get_by_role("link", name="Læg dokumenter op").click()
    page.get_by_label("Filer").set_input_files(files)
    page.get_by_role("button", name="Læg op").click()


def test_twenty_pdfs_at_once_are_read_while_the_archivist_looks_on(
    worker: WorkerProcess, archivist: Page, tmp_path: Path
) -> None:
    upload(archivist, *make_files(tmp_path, 20))
    expect(archivist.get_by_text("20 dokumenter er modtaget")).to_be_visible()
    expect(archivist.get_by_text("Køen er tom.")).to_be_visible(timeout=A_MINUTE)
    expect(archivist.locator(".state-read")).to_have_count(20)
    archivist.get_by_role("link", name="KKR Nordjylland 1. maj 2024").click()
    expect(archivist.get_by_role("heading", level=1)).to_contain_text("1. maj 2024")
    assert AgendaItem.objects.count() == 20


def test_a_document_that_does_not_say_its_kkr_is_told_it_and_read(
    worker: WorkerProcess, archivist: Page, tmp_path: Path
) -> None:
    file = tmp_path / "referat.pdf"
    file.write_bytes(make_pdf(region="MØDE"))
    upload(archivist, file)
    expect(archivist.locator(".state-failed")).to_be_visible(timeout=A_MINUTE)
    archivist.get_by_label("KKR").select_option(label="Syddanmark")
    archivist.get_by_role("button", name="Prøv igen").click()
    expect(archivist.get_by_role("link", name="KKR Syddanmark 3. maj 2024")).to_be_visible(timeout=A_MINUTE)


def test_what_is_being_filled_in_is_left_alone(archivist: Page, tmp_path: Path) -> None:
    failed = Document.objects.create(name="a.pdf", sha256="1", size=1, state=DocumentState.FAILED, original="a")
    waiting = Document.objects.create(name="b.pdf", sha256="2", size=1, original="b")
    archivist.get_by_role("link", name="Se køen").click()
    archivist.get_by_label("KKR").select_option(label="Syddanmark")
    Document.objects.filter(pk=waiting.pk).update(state=DocumentState.FAILED)
    expect(archivist.locator(".state-failed")).to_have_count(2)
    assert archivist.locator(f"#id_{failed.pk}_stated_region").input_value() == RegionSlug.SYDDANMARK


def test_uploads_work_without_javascript(
    worker: WorkerProcess, live_server: LiveServer, browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(locale="da-DK", java_script_enabled=False)
    page = log_in(context.new_page(), live_server)
    upload(page, *make_files(tmp_path, 2))
    expect(page.get_by_text("Køen er tom.")).to_be_visible(timeout=A_MINUTE)
    expect(page.locator(".state-read")).to_have_count(2)
    context.close()
