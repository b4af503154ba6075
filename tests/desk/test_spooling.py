"""Files that are too large or too many leave nothing on disk, and the message says what the limit is."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from desk.upload_handler import BoundedUploadHandler
from meetings.models import Document
from tests.desk.admin_pages import log_in
from tests.ingest.papers import MINUTES_TEXT

CHUNK = b"x" * 600
UPLOAD = "admin:meetings_document_upload"


@pytest.fixture(autouse=True)
def limits(settings: Any, tmp_path: Path) -> None:
    settings.MAX_UPLOAD_BYTES = 1000
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0  # so that the disk is used for small files too
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path


def test_what_is_beyond_the_limit_is_counted_and_not_kept(tmp_path: Path) -> None:
    handler = BoundedUploadHandler()
    handler.new_file("documents", "stor.pdf", "application/pdf", 0, None)
    for start in range(0, 3000, 600):
        handler.receive_data_chunk(CHUNK, start)
    file = handler.file_complete(3000)
    assert file is not None
    assert file.size == 3000
    assert [one.stat().st_size for one in tmp_path.iterdir()] == [0]
    file.close()


def test_a_file_up_to_the_limit_is_kept_whole(tmp_path: Path) -> None:
    handler = BoundedUploadHandler()
    handler.new_file("documents", "lille.pdf", "application/pdf", 0, None)
    handler.receive_data_chunk(CHUNK, 0)
    file = handler.file_complete(600)
    assert file is not None
    assert file.read() == CHUNK
    file.close()


@pytest.mark.django_db
def test_the_upload_page_names_the_large_file_with_its_size_and_takes_the_other() -> None:
    files = [SimpleUploadedFile("stor.pdf", CHUNK * 5), SimpleUploadedFile("god.txt", MINUTES_TEXT)]
    page = log_in().post(reverse(UPLOAD), {"documents": files}, follow=True)
    assert "»stor.pdf«: Filen fylder 2,9" in page.content.decode()
    assert Document.objects.get().name == "god.txt"


def send(count: int) -> tuple[int, str]:
    """Upload `count` files as a browser does, and return the status and the HTML of the response."""
    client = log_in()
    client.handler.enforce_csrf_checks = True
    address = reverse(UPLOAD)
    client.get(address)
    files = [SimpleUploadedFile(f"{number}.txt", MINUTES_TEXT + b"%d" % number) for number in range(count)]
    token = client.cookies["csrftoken"].value
    answer = client.post(address, {"documents": files, "csrfmiddlewaretoken": token}, follow=True)
    return answer.status_code, answer.content.decode()


@pytest.mark.django_db
def test_more_than_two_hundred_files_at_once_are_taken_in() -> None:
    status, page = send(250)
    assert status == 200
    assert "250 dokumenter er modtaget" in page
    assert Document.objects.count() == 250


@pytest.mark.django_db
def test_more_files_than_there_is_room_for_are_refused_on_the_upload_page(settings: Any, tmp_path: Path) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 20
    status, page = send(30)
    assert status == 400
    assert "højst 20 filer på én gang, og her var flere. Ingen af dem er lagt op" in page
    assert 'type="file"' in page
    assert (Document.objects.count(), list(tmp_path.iterdir())) == (0, [])


@pytest.mark.django_db
def test_an_upload_without_the_token_of_the_page_is_refused() -> None:
    client = log_in()
    client.handler.enforce_csrf_checks = True
    assert client.post(reverse(UPLOAD), {"documents": SimpleUploadedFile("a.txt", MINUTES_TEXT)}).status_code == 403
    assert not Document.objects.exists()


@pytest.mark.django_db
def test_nothing_is_stored_of_what_somebody_sends_who_is_not_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedUploadHandler, "new_file", None)  # a file on its way to the disk would raise
    answer = Client().post(reverse(UPLOAD), {"documents": SimpleUploadedFile("a.txt", MINUTES_TEXT)})
    assert answer.headers["Location"].startswith("/admin/login/")
    assert not Document.objects.exists()
