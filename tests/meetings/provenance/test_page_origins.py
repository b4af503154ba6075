"""Each page of a document is shown with the origin of its text, and unread pages wait for OCR."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Document
from meetings.shared.vocabulary import DocumentState
from tests.make import make_document, make_meeting

pytestmark = pytest.mark.django_db

ORIGINS = [
    {"origin": "file", "repaired": True, "confidence": None, "wants_ocr": False},
    {"origin": "ocr", "repaired": False, "confidence": 0.943, "wants_ocr": False},
    {"origin": "none", "repaired": False, "confidence": None, "wants_ocr": True},
]
TOLD = [
    "tekst i filen, fejllæste bogstaver rettet",
    "læst med OCR, 94\N{NO-BREAK SPACE}% sikkert",
    "ikke læst: siden er et billede",
]


@pytest.fixture
def scanned() -> Document:
    """A PDF with a repaired page, one read by OCR and an unread one."""
    return make_document(make_meeting(), name="referat.pdf", text="Et\fTo\f", page_origins=ORIGINS)


def test_a_document_s_page_tells_it_of_each_page(client: Client, scanned: Document) -> None:
    html = client.get(scanned.get_absolute_url()).content.decode()
    assert [html.count(told[1:]) for told in TOLD] == [1, 1, 1]


def test_the_admin_tells_it_too(admin_client: Client, scanned: Document) -> None:
    html = admin_client.get(reverse("admin:meetings_document_change", args=[scanned.pk])).content.decode()
    assert [html.count(told) for told in TOLD] == [1, 1, 1]


def test_a_document_with_an_unread_page_wants_ocr(scanned: Document) -> None:
    assert list(Document.objects.wanting_ocr()) == [scanned]


def test_the_queue_says_what_requires_ocr(admin_client: Client) -> None:
    Document.objects.create(
        name="a.pdf", sha256="1", size=1, state=DocumentState.NEEDS_OCR, original="a", failure="Hm."
    )
    html = admin_client.get(reverse("admin:meetings_document_queue")).content.decode()
    assert "1 dokument kræver OCR." in html
    assert "Prøv igen" in html
