"""Documents that would take items from their meeting, in the admin: shown side by side, taken in, kept out, chosen."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ingest.load import load_document, rebuild
from ingest.records import NOTHING_STATED
from meetings.models import AgendaItem, Document, Meeting
from meetings.shared.vocabulary import DocumentState
from tests.desk.admin_pages import log_in
from tests.desk.test_held import log_in_viewer, page
from tests.ingest.load.forty_papers import AGENDA, EARLY, LATE, MATTERS, read, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return log_in()


def put(name: str, text: str) -> Document:
    paper = read(name, text)
    return load_document(paper.data, paper.name, paper.source, paper.record, NOTHING_STATED)


@pytest.fixture
def whole() -> Document:
    return put("hel", write(AGENDA, "Sjælland", "3. maj 2024", MATTERS[:6], **EARLY))


@pytest.fixture
def short(whole: Document) -> Document:
    return put("kort", write(AGENDA, "Sjælland", "3. maj 2024", MATTERS[:2], **LATE))


def decide(client: Client, document: Document, decision: str) -> str:
    address = reverse("admin:meetings_document_precedence", args=[document.pk])
    return client.post(address, {"decision": decision}, follow=True).content.decode()


def current() -> int:
    return AgendaItem.objects.current().count()


def test_what_would_go_is_shown_side_by_side(client: Client, short: Document) -> None:
    assert (short.state, current()) == (DocumentState.HELD, 6)
    told = page(client, "precedence", short.pk)
    assert told.count("<strong>ville gå</strong>") == 4
    assert f"<td>2 {MATTERS[1]}</td>" in told
    assert "Tag det ind" in told
    assert "mangler 4 af de punkter, som står i »hel.txt«" in page(client, "queue")


def test_a_document_that_is_taken_in_takes_its_place(client: Client, short: Document) -> None:
    assert "»kort.txt« er taget ind." in decide(client, short, "taken_in")
    assert (Document.objects.get(pk=short.pk).state, current()) == (DocumentState.READ, 2)
    assert AgendaItem.objects.count() == 6
    assert "taget ind af arkivar den" in page(client, "precedence", short.pk)


def test_the_one_that_was_chosen_stands_whatever_comes_later(client: Client, whole: Document, short: Document) -> None:
    decide(client, short, "taken_in")
    decide(client, whole, "counts")
    put("ny", write(AGENDA, "Sjælland", "3. maj 2024", MATTERS[:7], sent="9. april 2024"))
    rebuild(Meeting.objects.get())
    assert current() == 6
    assert "Valgt til at gælde (arkivar)" in client.get(reverse("admin:meetings_document_changelist")).content.decode()
    decide(client, whole, "undo")
    assert current() == 7


def test_the_choice_of_another_ends_the_first(client: Client, whole: Document, short: Document) -> None:
    decide(client, whole, "counts")
    decide(client, short, "counts")
    assert [one.choice for one in Document.objects.order_by("pk")] == ["", "counts"]
    assert current() == 2


def test_a_document_that_is_kept_out_stays_out_when_it_is_read_again(client: Client, short: Document) -> None:
    decide(client, short, "kept_out")
    again = put("kort", write(AGENDA, "Sjælland", "3. maj 2024", MATTERS[:2], **LATE))
    assert (again.pk, again.state, again.meeting) == (short.pk, DocumentState.HELD, None)
    assert Client().get(short.get_absolute_url()).status_code == 404
    assert "holdt ude af arkivar den" in page(client, "precedence", short.pk)
    decide(client, short, "undo")
    assert Document.objects.get(pk=short.pk).set_aside == "items"


def test_the_only_document_can_be_kept_out_and_let_in_again(client: Client, whole: Document) -> None:
    decide(client, whole, "kept_out")
    assert not Meeting.objects.exists()
    decide(client, whole, "undo")
    assert (Document.objects.get().state, current()) == (DocumentState.READ, 6)


def test_one_who_may_only_view_decides_nothing_about_it(short: Document) -> None:
    viewer = log_in_viewer()
    assert 'value="taken_in"' not in page(viewer, "precedence", short.pk)
    address = reverse("admin:meetings_document_precedence", args=[short.pk])
    assert viewer.post(address, {"decision": "taken_in"}).status_code == 403
    assert log_in().post(address, {"decision": "x"}).status_code == 400
