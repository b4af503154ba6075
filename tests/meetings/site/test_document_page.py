"""A page of a document: its picture, its text beside it, and the marks in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from meetings.models import Document, DocumentPage, Meeting
from meetings.pictures.store import Picture
from meetings.shared.page_layout import PageLayout
from meetings.shared.vocabulary import PageOrigin, PictureFailure
from tests.ingest.typeset import typeset
from tests.make import make_document, make_item, make_pages
from tests.meetings.site.public_pages import text_of

PDF = typeset("Forside\n#pagebreak()\nFælles it-drift")
FIRST = ["Referat", "Dagsorden"]
SECOND = ["3.1 Fælles it-drift", "Om driften i Aalborg og sund-", "hedsreformen i 2026.", "Beslutning", "Tiltrådt."]


@pytest.fixture
def document(archive: Meeting, tmp_path: Path, settings: Settings) -> Document:
    """Return minutes in a PDF of two pages, with item 4.1 on the second."""
    settings.PICTURES_DIR = tmp_path
    made = make_document(archive, PDF, name="referat 2.pdf")
    make_pages(made, [FIRST, SECOND])
    make_item(archive, "4.1", "Fælles it-drift", decision="Tiltrådt.", document=made, first_page=2, last_page=2)
    return made


def at(document: Document, number: int, query: str = "") -> str:
    return f"/dokument/{document.pk}/side/{number}/{query}"


def rectangles(html: str) -> int:
    return html.count("<rect ")


def test_a_page_has_its_picture_and_its_text(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 2))
    (address, width, height) = re.findall(r'<img src="(/dok[^"]+)".*?width="(\d+)" height="(\d+)"', html, re.DOTALL)[0]
    assert (width, height) == ("800", "1067")
    assert f"{address} 1x, {address.replace('1x', '2x')} 2x" in html
    assert 'id="linje-2" data-line="2">Om driften i Aalborg' in html
    assert rectangles(html) == 0
    assert client.get(address).getvalue()[8:12] == b"WEBP"


def test_a_page_leads_to_its_neighbours_its_items_and_the_pdf(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 2, "?q=drift"))
    assert f'rel="prev" href="{at(document, 1)}?q=drift"' in html
    assert 'rel="next"' not in html
    assert "side 2 af 2" in html
    assert "/nordjylland/2025-10-24/punkt/4.1/" in html
    assert f'href="{document.original_url}#page=2"' in html
    assert f'href="{document.get_absolute_url()}#side-2"' in html


def test_the_words_of_a_search_are_marked_in_picture_and_text(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 2, "?q=drift"))
    assert '<mark id="fund">it-drift</mark>' in html
    assert '<mark id="fund-2">driften</mark>' in html
    assert (rectangles(html), html.count("<mark")) == (2, 2)
    assert "2 fund af »drift« på siden" in html


def test_a_word_broken_over_two_lines_is_marked_on_both(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 2, "?q=sundhedsreform"))
    assert ('<mark id="fund">sund-</mark>' in html, "<mark>hedsreformen</mark>" in html) == (True, True)
    assert rectangles(html) == 2


def test_a_phrase_goes_on_over_the_end_of_a_line(client: Client, document: Document) -> None:
    assert rectangles(text_of(client, at(document, 2, '?q="aalborg og sundhedsreformen"'))) == 4


def test_repaired_words_are_found_and_marked_as_they_stand(client: Client, archive: Meeting) -> None:
    scan = make_document(archive, b"scan", name="scan.pdf", changes=[[1, 0, 6, "aeldreomradet", "ældreområdet"]])
    make_pages(scan, [["Om pa aeldreomradet"]], skew=2.6, origin=PageOrigin.OCR)
    html = text_of(client, at(scan, 1, "?q=ældreområde"))
    assert '<mark id="fund"><ins title="Læst som aeldreomradet">ældreområdet</ins></mark>' in html
    assert 'transform="rotate(2.6 300 400)"' in html
    assert '<rect x="78.8"' in html


def test_the_title_and_the_decision_of_an_item_are_marked(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 2, "?punkt=4.1"))
    assert re.findall(r"<mark[^>]*>([^<]+)", html) == ["Fælles it-drift", "Tiltrådt"]
    assert "Teksten fra punkt 4.1 er markeret." in html


def test_a_decision_alone_is_marked(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 2, "?punkt=4.1&afsnit=beslutning"))
    assert re.findall(r"<mark[^>]*>([^<]+)", html) == ["Tiltrådt"]


def test_a_page_without_the_item_says_where_it_is(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 1, "?punkt=4.1"))
    assert "Teksten fra punkt 4.1 står ikke på denne side." in html
    assert f'href="{at(document, 2)}?punkt=4.1"' in html


def test_a_place_leads_to_the_page_that_has_it(client: Client, document: Document) -> None:
    document.items.update(first_page=1)
    ways = {
        "?punkt=4.1&afsnit=beslutning": at(document, 2, "?punkt=4.1&afsnit=beslutning#billede"),
        "?punkt=4.1&q=sundhedsreform": at(document, 2, "?q=sundhedsreform#billede"),
        "?punkt=4.1&q=dagsorden": at(document, 1, "?q=dagsorden#billede"),
        "?punkt=4.1&q=xyzzy": at(document, 1, "?q=xyzzy#billede"),
    }
    found = {query: client.get(f"/dokument/{document.pk}/sted/{query}")["Location"] for query in ways}
    assert found == ways


def test_an_item_that_is_not_in_the_document_is_told(client: Client, document: Document) -> None:
    html = text_of(client, at(document, 1, "?punkt=9.9"), 404)
    assert "I dokumentet står intet punkt 9.9." in html


@pytest.mark.parametrize("number", [0, 3, 10**30])
def test_a_page_that_is_not_there_is_told_with_a_way_to_the_document(
    client: Client, document: Document, number: int
) -> None:
    html = text_of(client, at(document, number), 404)
    assert f"Dokumentet har 2 sider, så der er ingen side {number}." in html
    assert f'href="{document.get_absolute_url()}"' in html


def test_text_that_no_reader_sees_is_on_no_public_page(client: Client, document: Document) -> None:
    DocumentPage.objects.filter(document=document).update(hidden=[["Hemmelig 010190-1234", "covered", 1, 1, 90, 20]])
    pages = [at(document, number, query) for number in (1, 2) for query in ("", "?q=hemmelig", "?punkt=4.1")]
    pages += [document.get_absolute_url(), f"{document.get_absolute_url()}?original=1", "/soeg/?q=hemmelig"]
    for address in pages:
        html = text_of(client, address)
        assert ("010190" in html, "Hemmelig" in html, rectangles(html) if "hemmelig" in address else 0) == (0, 0, 0)


def test_an_empty_page_says_so(client: Client, document: Document) -> None:
    make_pages(scan := make_document(document.meeting, b"tom", name="tom.pdf"), [[""]])  # type: ignore[arg-type]
    assert "Der står ingen tekst på siden." in text_of(client, at(scan, 1))


def test_a_page_that_nobody_has_read_says_so(client: Client, document: Document) -> None:
    scan = make_document(document.meeting, b"scan", name="scan.pdf")  # type: ignore[arg-type]
    make_pages(scan, [[""]], origin=PageOrigin.NONE, wants_ocr=True)
    assert "Siden er et billede, som ingen maskine har læst endnu." in text_of(client, at(scan, 1))


def test_a_page_that_could_not_be_read_says_why(client: Client, document: Document) -> None:
    scan = make_document(document.meeting, b"scan", name="scan.pdf")  # type: ignore[arg-type]
    make_pages(scan, [[""]], origin=PageOrigin.NONE, failure="det tog for lang tid")
    html = text_of(client, at(scan, 1))
    assert "som maskinen ikke kunne læse: <span>det tog for lang tid</span>." in html


def test_a_text_file_has_line_numbers_and_no_picture(client: Client, archive: Meeting) -> None:
    document = make_document(archive, b"tekst", text="Referat\n\n\nOm drift\fSide to")
    html = text_of(client, at(document, 1, "?q=drift"))
    assert 'id="linje-4" data-line="4">Om <mark id="fund">drift</mark>' in html
    assert ('<img src="/dok' in html, "numbered" in html) == (False, True)


def test_a_document_read_before_layouts_were_kept_has_a_picture_without_marks(
    client: Client, document: Document
) -> None:
    DocumentPage.objects.all().delete()
    html = text_of(client, at(document, 2, "?q=drift"))
    assert (rectangles(html), html.count("<mark"), "1x.webp" in html) == (0, 2, True)


def test_a_picture_is_kept_by_browsers_and_can_do_nothing(client: Client, document: Document) -> None:
    address = f"{at(document, 2)}billede/{document.sha256[:16]}-0-2x.webp"
    response = client.get(address)
    assert response.getvalue()[8:12] == b"WEBP"
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=86400"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("name", ["0" * 16 + "-0-1x.webp", "{}-90-1x.webp", "{}-0-3x.webp", "x"])
def test_no_picture_has_another_name(client: Client, document: Document, name: str) -> None:
    address = f"{at(document, 2)}billede/{name.format(document.sha256[:16])}"
    assert client.get(address).status_code == 404


def test_a_picture_that_cannot_be_made_is_explained(client: Client, archive: Meeting, document: Document) -> None:
    broken = make_document(archive, b"%PDF-1.7", name="ødelagt.pdf", text="Teksten")
    address = re.findall(r'<img src="(/dok[^"]+)"', text_of(client, at(broken, 1)))[0]
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (503, "image/svg+xml")
    assert "Siden kan ikke vises som billede." in response.content.decode()
    html = text_of(client, at(broken, 1))
    assert ('<img src="/dok' in html, "Filen er beskadiget" in html, "Teksten" in html) == (False, True, True)


def test_pages_that_are_not_public_are_shown_to_nobody(
    client: Client, admin_client: Client, document: Document
) -> None:
    address = f"{at(document, 2)}billede/{document.sha256[:16]}-0-1x.webp"
    Document.objects.filter(pk=document.pk).update(record=None, state="failed")
    assert [client.get(one).status_code for one in (at(document, 2), address)] == [404, 404]
    response = admin_client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-cache")
    response.close()


def test_the_pictures_of_a_deleted_document_go(
    document: Document, django_capture_on_commit_callbacks: object, client: Client
) -> None:
    picture = Picture(document.sha256, 2)
    picture.make(Path(document.original.path))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        document.delete()
    assert not picture.file(1).exists()


def test_a_page_whose_picture_is_not_made_yet_is_not_kept(client: Client, document: Document) -> None:
    assert client.get(at(document, 2))["Cache-Control"] == "no-cache"
    Picture(document.sha256, 2).make(Path(document.original.path))
    assert "Cache-Control" not in client.get(at(document, 2))


def test_a_picture_lies_as_the_page_was_read(client: Client, archive: Meeting, document: Document) -> None:
    DocumentPage.objects.filter(document=document, number=2).update(packed=PageLayout(2, 800, 600, turn=90).pack())
    html = text_of(client, at(document, 2))
    assert f'{document.sha256[:16]}-90-1x.webp" ' in html
    assert 'width="1067" height="800"' in html


def test_a_busy_server_is_told_as_such(client: Client, document: Document) -> None:
    Picture(document.sha256, 2).note_failure(PictureFailure.BUSY)
    assert "prøv igen om lidt" in text_of(client, at(document, 2))
