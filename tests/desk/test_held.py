"""Documents held back for CPR numbers, in the admin: masked, released, withheld. All numbers are invented."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from ingest import load
from ingest.load import privacy
from ingest.pipeline import read_meeting, read_source
from ingest.records import NOTHING_STATED
from meetings.models import Document, DocumentPage, Meeting
from meetings.shared.page_layout import HiddenText, PageLayout, hidden_to_json
from meetings.shared.vocabulary import DocumentState, HiddenReason
from tests.desk.admin_pages import log_in
from tests.ingest.papers import MINUTES_TEXT

pytestmark = pytest.mark.django_db

NUMBER = "010180-1234"
WITH_NUMBER = MINUTES_TEXT.replace("Drøftet.".encode(), f"Drøftet med {NUMBER}.".encode())
QUEUE = "admin:meetings_document_queue"


@pytest.fixture
def client() -> Client:
    return log_in()


@pytest.fixture
def held() -> Document:
    return load_text(WITH_NUMBER)


def load_text(data: bytes, name: str = "referat.txt") -> Document:
    source = read_source(data, name)
    return load.load_document(data, name, source, read_meeting(source), NOTHING_STATED)


def log_in_viewer() -> Client:
    """Return a client logged in as one who may only view documents."""
    viewer, _made = User.objects.get_or_create(username="gæst", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_document"))
    client = Client()
    client.force_login(viewer)
    return client


def page(client: Client, name: str, *arguments: int) -> str:
    return client.get(reverse(f"admin:meetings_document_{name}", args=arguments)).content.decode()


def decide(client: Client, document: Document, decision: str) -> str:
    address = reverse("admin:meetings_document_numbers", args=[document.pk])
    return client.post(address, {"decision": decision}, follow=True).content.decode()


def test_the_queue_shows_the_number_masked_with_its_page(client: Client, held: Document) -> None:
    told = page(client, "queue")
    for words in ("Tilbageholdt på grund af CPR-numre.", "010180-••••", "side 1", "1 dokument er tilbageholdt."):
        assert words in told
    assert "1234" not in told


def test_of_many_numbers_the_queue_shows_the_first_and_leads_to_all(client: Client) -> None:
    people = "\n".join(f"{day:02}0180-1234" for day in range(1, 9))
    document = load_text(MINUTES_TEXT.replace("Drøftet.".encode(), people.encode()))
    assert "050180-•••• (side 1) og 3 flere" in document.failure
    assert ("050180-••••" in page(client, "queue"), "060180-••••" in page(client, "queue")) == (True, False)
    assert "Se alle" in page(client, "queue")
    assert "080180-••••" in page(client, "numbers", document.pk)


def test_the_front_page_and_the_list_count_it(client: Client, held: Document) -> None:
    assert "1 dokument er tilbageholdt" in client.get(reverse("admin:index")).content.decode()
    listed = client.get(reverse("admin:meetings_document_changelist"), {"cpr": "uafgjort"})
    assert "referat.txt" in listed.content.decode()


def test_a_released_document_is_queued_and_it_is_noted_by_whom(client: Client, held: Document) -> None:
    told = decide(client, held, "release")
    number = held.cpr_numbers.get()
    assert "»referat.txt« er frigivet og bliver offentligt, så snart det er læst." in told
    assert (number.is_released, str(number.decided_by)) == (True, "arkivar")
    assert Document.objects.get().state == DocumentState.WAITING
    assert ProcrastinateJob.objects.count() == 1


def test_a_withheld_document_stays_out_and_can_be_released_later(client: Client, held: Document) -> None:
    decide(client, held, "withhold")
    assert "tilbageholdt af arkivar den" in page(client, "queue")
    assert Client().get(held.original_url).status_code == 404
    decide(client, held, "release")
    assert Document.objects.get().state == DocumentState.WAITING


def test_a_public_document_is_listed_and_can_be_taken_off(client: Client) -> None:
    document = load_text(MINUTES_TEXT)
    privacy.note_numbers(document, read_source(WITH_NUMBER, "a.txt"))
    assert "1 offentligt dokument har CPR-numre" in client.get(reverse("admin:index")).content.decode()
    assert "Dokumentet er offentligt." in page(client, "numbers", document.pk)
    decide(client, document, "withhold")
    assert not Meeting.objects.exists()
    assert [Client().get(one).status_code for one in (document.get_absolute_url(), document.original_url)] == [404, 404]


def test_one_who_may_only_view_decides_nothing(held: Document) -> None:
    client = log_in_viewer()
    assert 'value="release"' not in page(client, "numbers", held.pk)
    assert client.post(reverse("admin:meetings_document_numbers", args=[held.pk])).status_code == 403
    assert held.cpr_numbers.get().is_released is None


def test_a_decision_that_does_not_exist_is_refused(client: Client, held: Document) -> None:
    address = reverse("admin:meetings_document_numbers", args=[held.pk])
    assert client.post(address, {"decision": "x"}).status_code == 400


def test_an_archivist_alone_sees_hidden_words(client: Client) -> None:
    document = load_text(MINUTES_TEXT)
    hidden = hidden_to_json([HiddenText("Hemmelig Hansen 010180-1234", HiddenReason.COVERED, 0, 0, 9, 9)])
    DocumentPage.objects.create(document=document, number=1, packed=PageLayout(1, 9, 9).pack(), hidden=hidden)
    side = reverse("admin:meetings_document_page", args=[document.pk, 1])
    assert "Hemmelig Hansen" in client.get(side).content.decode()
    change = reverse("admin:meetings_document_change", args=[document.pk])
    assert "Hemmelig Hansen 010180-••••" in client.get(change).content.decode()
    for address in (change, side, document.get_absolute_url(), "/soeg/?q=hemmelig"):
        response = log_in_viewer().get(address)
        assert (response.status_code, "Hemmelig Hansen" in response.content.decode()) == (200, False)
