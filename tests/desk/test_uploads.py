"""Uploaded files and the messages about each; files replaced and deleted."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from ingest import load, tasks
from meetings.models import AgendaItem, Document, Meeting
from meetings.shared.vocabulary import DocumentState
from tests.desk.admin_pages import log_in, make_archive
from tests.ingest.papers import MINUTES_TEXT

pytestmark = pytest.mark.django_db

UPLOAD = "admin:meetings_document_upload"
PDF = b"%PDF-1.7\nen fil"


@pytest.fixture
def client() -> Client:
    return log_in()


@pytest.fixture(autouse=True)
def originals(settings: Any, tmp_path: Path) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path}},
    }


def upload(client: Client, *files: tuple[str, bytes], **stated: str) -> str:
    """Upload files, and return the HTML of the page that the browser ends on."""
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(reverse(UPLOAD), {"documents": sent, **stated}, follow=True).content.decode()


def content_of(document: Document) -> bytes:
    with document.original.open("rb") as original:
        content: bytes = original.read()
    return content


def make_failed(**fields: Any) -> Document:
    document = Document(
        name="a.txt", sha256="0" * 64, size=1, state=DocumentState.FAILED, failure="Gik galt.", **fields
    )
    document.keep_original(SimpleUploadedFile("a.txt", b"a"))
    document.save()
    return document


def test_files_are_kept_byte_for_byte_and_wait(client: Client) -> None:
    page = upload(client, ("a.pdf", PDF), ("b.txt", MINUTES_TEXT))
    assert "2 dokumenter er modtaget og står i kø til at blive læst." in page
    kept = {document.name: content_of(document) for document in Document.objects.all()}
    assert kept == {"a.pdf": PDF, "b.txt": MINUTES_TEXT}
    assert ProcrastinateJob.objects.count() == 2


def test_what_is_stated_holds_for_all_and_who_uploaded_is_noted(client: Client) -> None:
    upload(client, ("a.pdf", PDF), ("b.txt", MINUTES_TEXT), stated_region="syddanmark", stated_date="2024-05-03")
    said = {(one.stated_region, str(one.stated_date), str(one.uploaded_by)) for one in Document.objects.all()}
    assert said == {("syddanmark", "2024-05-03", "arkivar")}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("tom.pdf", b"", "»tom.pdf«: Filen er tom."),
        ("brev.docx", b"PK\x03\x04\x00\x00", "»brev.docx«: Filen er en pakket fil"),
        ("side.pdf", b"<!DOCTYPE html><p>Referat", "Filen er en webside (HTML). Gem dokumentet som PDF"),
        ("data.bin", bytes(range(256)), "»data.bin«: Filen er hverken PDF eller tekst."),
        ("stor.pdf", PDF * 100, "»stor.pdf«: Filen fylder"),
    ],
)
def test_a_bad_file_is_named_and_the_good_one_is_kept(
    client: Client, settings: Any, name: str, data: bytes, reason: str
) -> None:
    settings.MAX_UPLOAD_BYTES = 1000
    page = upload(client, (name, data), ("god.txt", MINUTES_TEXT))
    assert reason in page
    assert Document.objects.get().name == "god.txt"


def test_text_in_utf_16_is_text(client: Client) -> None:
    upload(client, ("a.txt", MINUTES_TEXT.decode().encode("utf-16")))
    assert Document.objects.count() == 1


def test_the_same_bytes_again_lead_to_the_document_that_has_them(client: Client) -> None:
    upload(client, ("a.pdf", PDF))
    page = upload(client, ("kopi.pdf", PDF))
    address = reverse("admin:meetings_document_change", args=[Document.objects.get().pk])
    assert f'»kopi.pdf« er i arkivet i forvejen: <a href="{address}">a.pdf</a>.' in page


def test_a_pdf_without_its_ending_is_known_as_one(client: Client) -> None:
    upload(client, ("referat", PDF))
    assert (Document.objects.get().name, Document.objects.get().is_pdf) == ("referat.pdf", True)


def test_a_text_that_is_called_pdf_is_stored_as_text(client: Client) -> None:
    upload(client, ("referat.pdf", MINUTES_TEXT))
    assert (Document.objects.get().name, Document.objects.get().is_pdf) == ("referat.pdf.txt", False)


def test_no_file_at_all_is_told(client: Client) -> None:
    assert "Vælg mindst én fil." in client.post(reverse(UPLOAD)).content.decode()


def test_a_year_that_is_a_slip_of_the_hand_is_told(client: Client) -> None:
    page = upload(client, ("a.pdf", PDF), stated_date="0204-05-03")
    assert "Året skal ligge mellem 2005 og" in page
    assert not Document.objects.exists()


def test_the_queue_says_what_was_found(client: Client) -> None:
    make_archive()
    page = client.get(reverse("admin:meetings_document_queue")).content.decode()
    for said in (
        "1 punkt eller overskrift",
        "2 deltagere",
        "1 advarsel",
        Meeting.objects.get().get_absolute_url(),
        "Køen er tom.",
    ):
        assert said in page


def test_the_queue_reloads_itself_while_something_waits(client: Client) -> None:
    reload = '<noscript><meta http-equiv="refresh"'
    assert reload not in client.get(reverse("admin:meetings_document_queue")).content.decode()
    assert reload in upload(client, ("a.pdf", PDF))


def test_the_queue_says_which_document_takes_longer(client: Client) -> None:
    said = "Det tager længere tid at læse dette dokument."
    assert said not in upload(client, ("a.pdf", PDF))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET queue_name = %s", [tasks.SLOW])
    assert said in client.get(reverse("admin:meetings_document_queue")).content.decode()


def test_the_queue_says_that_no_worker_reads(client: Client) -> None:
    assert "Køen står stille" in upload(client, ("a.pdf", PDF))


def test_a_failed_document_says_why_and_is_tried_again_with_what_is_stated(client: Client) -> None:
    document = make_failed()
    assert "Gik galt." in client.get(reverse("admin:meetings_document_queue")).content.decode()
    client.post(reverse("admin:meetings_document_retry", args=[document.pk]), {"stated_region": "syddanmark"})
    document.refresh_from_db()
    assert (document.state, document.stated_region, document.failure) == (DocumentState.WAITING, "syddanmark", "")
    assert ProcrastinateJob.objects.count() == 1


def test_a_changed_statement_lets_the_document_be_read_again(client: Client) -> None:
    make_archive()
    document = Document.objects.get()
    address = reverse("admin:meetings_document_change", args=[document.pk])
    client.post(address, {"stated_region": "", "stated_date": "2024-05-05", "stated_kind": ""})
    document.refresh_from_db()
    assert (str(document.stated_date), document.state) == ("2024-05-05", DocumentState.WAITING)
    assert ProcrastinateJob.objects.count() == 1


def test_chosen_documents_are_read_again(client: Client) -> None:
    make_archive()
    chosen = {"action": "read_again", "_selected_action": [Document.objects.get().pk]}
    client.post(reverse("admin:meetings_document_changelist"), chosen)
    assert Document.objects.get().state == DocumentState.WAITING


def test_a_replaced_file_waits_and_the_old_one_goes(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    document = make_failed()
    old = str(document.original)
    with django_capture_on_commit_callbacks(execute=True):
        replace(client, document, "ny.pdf", PDF)
    document.refresh_from_db()
    assert (document.name, document.state, content_of(document)) == ("ny.pdf", DocumentState.WAITING, PDF)
    assert not default_storage.exists(old)


def test_a_file_is_not_replaced_by_one_that_the_archive_has(client: Client) -> None:
    upload(client, ("a.pdf", PDF))
    document = make_failed()
    assert "er i arkivet i forvejen" in replace(client, document, "b.pdf", PDF)
    document.refresh_from_db()
    assert document.name == "a.txt"


def test_a_file_is_not_replaced_by_an_empty_one(client: Client) -> None:
    document = make_failed()
    assert "»tom.pdf«: Filen er tom." in replace(client, document, "tom.pdf", b"")


def replace(client: Client, document: Document, name: str, data: bytes) -> str:
    address = reverse("admin:meetings_document_replace", args=[document.pk])
    return client.post(address, {"file": SimpleUploadedFile(name, data)}, follow=True).content.decode()


def test_a_document_is_deleted_with_all_that_rests_on_it(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    make_archive()
    document = Document.objects.get()
    address = reverse("admin:meetings_document_delete", args=[document.pk])
    page = client.get(address).content.decode()
    assert "med 1 punkt og 2 deltagere" in page
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"post": "yes"})
    left = [model.objects.count() for model in (Document, Meeting, AgendaItem)]
    assert left == [0, 0, 0]
    assert not default_storage.exists(str(document.original))


def test_documents_are_deleted_from_the_list_in_the_same_way(client: Client) -> None:
    make_archive()
    chosen = {"action": "delete_selected", "_selected_action": [Document.objects.get().pk], "post": "yes"}
    client.post(reverse("admin:meetings_document_changelist"), chosen)
    assert not Meeting.objects.exists()


def test_the_original_is_given_byte_for_byte(client: Client) -> None:
    upload(client, ("a.pdf", PDF))
    answer = client.get(reverse("admin:meetings_document_original", args=[Document.objects.get().pk]))
    assert b"".join(answer) == PDF
    assert answer.headers["Content-Type"] == "application/pdf"


def test_deleting_one_of_two_documents_keeps_the_meeting(client: Client) -> None:
    make_archive()
    meeting = Meeting.objects.get()
    other = make_failed(meeting=meeting, record=Document.objects.get().record)
    page = client.get(reverse("admin:meetings_document_delete", args=[other.pk])).content.decode()
    assert "bliver; siderne laves på ny af mødets andet dokument" in page
    load.remove(other)
    assert Meeting.objects.get() == meeting
