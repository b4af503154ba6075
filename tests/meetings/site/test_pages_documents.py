"""A document's text page by page, and its original unchanged."""

from __future__ import annotations

import pytest
from django.test import Client

from meetings.models import Meeting
from meetings.shared.vocabulary import DocumentKind
from tests.make import make_document
from tests.meetings.site.public_pages import text_of


def test_a_document_is_read_page_by_page(client: Client, archive: Meeting) -> None:
    html = text_of(client, archive.documents.get().get_absolute_url())
    assert html.index('id="side-1"') < html.index("Forside</div>") < html.index('id="side-2"') < html.index("Fælles it")


def test_it_is_told_how_much_of_a_document_was_read_into_fields(client: Client, archive: Meeting) -> None:
    document = make_document(archive, b"1", coverage=0.968)
    assert "97\N{NO-BREAK SPACE}% af ordene kom med på mødets sider" in text_of(client, document.get_absolute_url())
    assert "af ordene" not in text_of(client, archive.documents.get(coverage=None).get_absolute_url())


def test_a_document_s_text_is_escaped(client: Client, archive: Meeting) -> None:
    document = make_document(archive, b"1", text="<script>alert(1)</script>")
    page = text_of(client, document.get_absolute_url())
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page


def test_an_older_version_stays_readable_and_says_so(client: Client, archive: Meeting) -> None:
    first = make_document(archive, b"1", kind=DocumentKind.AGENDA, text="Første", dispatched="2025-10-10")
    second = make_document(archive, b"2", kind=DocumentKind.AGENDA, text="Anden", dispatched="2025-10-17")
    note = "En anden udgave gælder i stedet for denne."
    assert note in text_of(client, first.get_absolute_url())
    assert note not in text_of(client, second.get_absolute_url())


def test_corrected_minutes_win_over_those_that_came_later(client: Client, archive: Meeting) -> None:
    corrected = make_document(archive, b"1", corrected=True)
    later = make_document(archive, b"2")
    assert "anden udgave gælder" not in text_of(client, corrected.get_absolute_url())
    assert "anden udgave gælder" in text_of(client, later.get_absolute_url())


def test_a_draft_says_so_and_does_not_replace_the_final_minutes(client: Client, archive: Meeting) -> None:
    final = archive.documents.get()
    draft = make_document(archive, b"1", draft=True)
    assert "<h1>Referat, udkast</h1>" in text_of(client, draft.get_absolute_url())
    assert "Referat, udkast, KKR" in text_of(client, archive.get_absolute_url())
    assert "anden udgave gælder" in text_of(client, draft.get_absolute_url())
    assert "anden udgave gælder" not in text_of(client, final.get_absolute_url())


def test_supplementary_agendas_all_count(client: Client, archive: Meeting) -> None:
    first = make_document(archive, b"1", kind=DocumentKind.SUPPLEMENTARY_AGENDA)
    make_document(archive, b"2", kind=DocumentKind.SUPPLEMENTARY_AGENDA)
    assert "anden udgave gælder" not in text_of(client, first.get_absolute_url())


def test_the_original_comes_byte_for_byte_and_can_do_nothing(client: Client, archive: Meeting) -> None:
    document = make_document(archive, b"%PDF-1.7 \x00\xff", name="Rettet møde.PDF")
    response = client.get(document.original_url)
    assert response.getvalue() == b"%PDF-1.7 \x00\xff"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "inline; filename*=utf-8''Rettet%20m%C3%B8de.PDF"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox;")


CODINGS = [("møde", "utf-8", "utf-8"), ("møde", "windows-1252", "windows-1252"), ("møde", "utf-16", "utf-16")]


@pytest.mark.parametrize(("text", "coding", "told"), CODINGS)
def test_a_text_file_says_how_its_letters_are_coded(
    client: Client, archive: Meeting, text: str, coding: str, told: str
) -> None:
    response = client.get(make_document(archive, text.encode(coding)).original_url)
    assert response.getvalue().decode(told) == text
    assert response["Content-Type"] == f"text/plain; charset={told}"


def test_a_text_file_is_sent_in_the_charset_in_which_it_was_read(client: Client, archive: Meeting) -> None:
    document = make_document(archive, "møde".encode("mac_roman"), charset="macintosh")
    response = client.get(document.original_url)
    assert response.getvalue().decode("mac_roman") == "møde"
    assert response["Content-Type"] == "text/plain; charset=macintosh"


def test_html_in_disguise_is_sent_as_plain_text(client: Client, archive: Meeting) -> None:
    document = make_document(archive, b"<script>alert(1)</script>", name="x.html")
    response = client.get(document.original_url)
    assert response.getvalue() == b"<script>alert(1)</script>"
    assert response["Content-Type"].startswith("text/plain")


def test_another_name_is_sent_on_to_the_document_s_own(client: Client, archive: Meeting) -> None:
    document = archive.documents.get()
    response = client.get(f"/dokument/{document.pk}/original/andet.pdf")
    assert (response.status_code, response["Location"]) == (302, document.original_url)


def test_a_document_that_could_not_be_read_is_only_for_archivists(
    client: Client, admin_client: Client, archive: Meeting
) -> None:
    document = make_document(archive, b"1")
    type(document).objects.filter(pk=document.pk).update(state="failed", record=None)
    assert client.get(document.original_url).status_code == 404
    assert admin_client.get(document.original_url).getvalue() == b"1"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Et\n\nTo\n \nTre\n\n\nFire", "Et\nTo\nTre\n\nFire"),
        ("Et\nTo\n\n\nTre\nFire", "Et\nTo\n\nTre\nFire"),
        ("\n\nEt\n\n", "Et"),
    ],
)
def test_a_blank_line_after_every_line_is_left_out(client: Client, archive: Meeting, text: str, shown: str) -> None:
    document = make_document(archive, b"1", text=text)
    assert f'<div class="source-text">{shown}</div>' in text_of(client, document.get_absolute_url())


def test_a_document_is_called_by_what_it_is_with_its_file_name_below(client: Client, archive: Meeting) -> None:
    html = text_of(client, archive.get_absolute_url())
    title = html.index("<b>Referat, KKR Nordjylland, 24. oktober 2025</b>")
    assert title < html.index("(PDF, 1\N{NO-BREAK SPACE}kB)") < html.index('<span class="file">referat.pdf, 2 sider')
