"""Files that are too large leave nothing on the disk, and it is said how large they were."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.admin.spooling import BoundedUploadHandler
from meetings.models import Document
from tests.ingest.papers import MINUTES_TEXT
from tests.meetings.admin_pages import log_in

CHUNK = b"x" * 600


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
    page = log_in().post(reverse("admin:meetings_document_upload"), {"documents": files}, follow=True)
    assert "»stor.pdf«: Filen fylder 2,9" in page.content.decode()
    assert Document.objects.get().name == "god.txt"
