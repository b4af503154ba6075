"""An archivist sees each value beside its place, and what no reader of a page sees."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import AgendaItem, Document, DocumentPage
from tests.desk.admin_pages import log_in
from tests.make import make_document, make_item, make_meeting, make_pages

pytestmark = pytest.mark.django_db

FIRST = ["Referat", "fredag den 24. oktober 2025", "kl. 9.30 på Aalborg Rådhus", "Asta Holm, Aalborg", "Bo Friis"]
SECOND = ["1. Budget", "Indstilling", "Det indstilles, at budgettet", "godkendes.", "Beslutning", "Godkendt."]
PEOPLE = [{"name": "Asta Holm"}, {"name": "Bo Friis"}]
RECORD = {"date": "2025-10-24", "start_time": "09:30", "place": "Aalborg Rådhus", "participants": PEOPLE, "items": []}
MARK = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)"')


@pytest.fixture
def item() -> AgendaItem:
    """Return an item on the second page of minutes."""
    meeting = make_meeting()
    document = make_document(meeting, name="referat.pdf", record=RECORD)
    make_pages(document, [FIRST, SECOND])
    return make_item(
        meeting, "1", "Budget", recommendation="Det indstilles, at budgettet godkendes.", decision="Godkendt.",
        document=document, first_page=2, last_page=2,
    )  # fmt: skip


def follow(document: Document, query: str) -> tuple[str, list[float]]:
    """Return the address of the page that a value leads to, and the height of each mark there, from the top."""
    client = log_in()
    address = client.get(f"{reverse('admin:meetings_document_place', args=[document.pk])}?{query}")["Location"]
    html = client.get(address).content.decode()
    return address.partition("?")[0], [float(y) for _x, y in MARK.findall(html)]


@pytest.mark.parametrize(
    ("field", "lines"), [("title", [0]), ("recommendation", [2, 3]), ("decision", [5]), ("case_number", [])]
)
def test_a_value_of_an_item_is_shown_beside_its_place(item: AgendaItem, field: str, lines: list[int]) -> None:
    assert item.document
    address, marks = follow(item.document, f"felt={field}&punkt={item.pk}")
    second = 2 if lines else 1
    assert address == reverse("admin:meetings_document_page", args=[item.document.pk, second])
    assert marks == [91.0 + 20 * line for line in lines]


@pytest.mark.parametrize(
    ("field", "lines"), [("date", [1]), ("start_time", [2]), ("place", [2]), ("participants", [3, 4])]
)
def test_a_value_of_the_document_is_shown_beside_its_place(item: AgendaItem, field: str, lines: list[int]) -> None:
    assert item.document
    address, marks = follow(item.document, f"felt={field}")
    assert address == reverse("admin:meetings_document_page", args=[item.document.pk, 1])
    assert marks == [91.0 + 20 * line for line in lines]


def test_the_pages_of_item_and_document_lead_to_their_values(item: AgendaItem) -> None:
    client = log_in()
    page = client.get(reverse("admin:meetings_agendaitem_change", args=[item.pk])).content.decode()
    assert f"sted/?felt=decision&amp;punkt={item.pk}" in page
    assert item.document
    page = client.get(reverse("admin:meetings_document_change", args=[item.document.pk])).content.decode()
    assert ("sted/?felt=participants" in page, "Se siderne" in page) == (True, True)


def test_a_value_that_is_not_there_is_told(item: AgendaItem) -> None:
    AgendaItem.objects.filter(pk=item.pk).update(recommendation="Noget helt andet, som ingen har skrevet.")
    assert item.document
    address = reverse("admin:meetings_document_page", args=[item.document.pk, 2])
    html = log_in().get(f"{address}?felt=recommendation&punkt={item.pk}").content.decode()
    assert "Værdien er ikke fundet i dokumentets tekst." in html


def test_text_that_no_reader_sees_is_marked_with_its_reason(item: AgendaItem) -> None:
    hidden = [["Hemmelig", "covered", 100, 200, 180, 212]]
    DocumentPage.objects.filter(number=2).update(hidden=hidden)
    assert item.document
    html = log_in().get(reverse("admin:meetings_document_page", args=[item.document.pk, 2])).content.decode()
    assert "»Hemmelig«: dækket af noget, der er tegnet oven på" in html
    assert '<g class="hidden-text"' in html
    assert MARK.findall(html) == [("98.8", "586.8")]


def test_a_page_that_is_not_there_and_a_stranger_are_turned_away(item: AgendaItem) -> None:
    assert item.document
    missing, page = (reverse("admin:meetings_document_page", args=[item.document.pk, number]) for number in (3, 2))
    assert log_in().get(missing).status_code == 404
    assert Client().get(page)["Location"].startswith(reverse("admin:login"))


def test_a_document_that_could_not_be_read_has_pages_for_its_archivist(item: AgendaItem) -> None:
    Document.objects.update(state="failed", record=None)
    assert item.document
    html = log_in().get(reverse("admin:meetings_document_page", args=[item.document.pk, 1])).content.decode()
    assert "Side 1 af 2" in html
