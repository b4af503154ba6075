"""The enclosures on an item's page: those that its list names, those that name it, and the meeting's others."""

from __future__ import annotations

import re

from django.test import Client

from meetings.models import Document, Meeting
from tests.make import make_document, make_item
from tests.meetings.site.public_pages import text_of


def make_enclosure(meeting: Meeting, name: str, **record: str) -> Document:
    """Make an enclosure of a meeting; `record` is what the parser read in it."""
    return make_document(meeting, name.encode(), kind="enclosure", name=name, record={"items": [], **record})


def listed(client: Client, number: str) -> list[str]:
    """Return the entries of the lists of enclosures on an item's page, links with their addresses."""
    html = text_of(client, f"/nordjylland/2025-10-24/punkt/{number}/")
    part = html.partition('id="bilag"')[2].partition("</section>")[0]
    return re.findall(r"<li>(.*?)</li>", part, re.DOTALL)


def link(document: Document, name: str) -> str:
    """Return a link to a document."""
    return f'<a href="{document.get_absolute_url()}">{name}</a>'


def test_an_attachment_that_the_archive_has_is_a_link(client: Client, archive: Meeting) -> None:
    make_item(archive, "4", presentation="Tekst", attachments=["Bilag 1: Notat om havne", "Bilag 2: Budget 2026"])
    held = make_enclosure(archive, "2 Budget 2026.pdf")
    assert listed(client, "4") == ["Bilag 1: Notat om havne", link(held, "Bilag 2: Budget 2026")]
    assert "Bilag uden link er ikke i arkivet." in text_of(client, "/nordjylland/2025-10-24/punkt/4/")


def test_an_enclosure_whose_name_names_the_item_is_listed_there_alone(client: Client, archive: Meeting) -> None:
    make_item(archive, "4", presentation="Tekst"), make_item(archive, "5", presentation="Tekst")
    held = make_enclosure(archive, "Bilag til punkt 4 - kort.pdf")
    assert listed(client, "4") == [link(held, "Bilag til punkt 4 - kort.pdf")]
    assert listed(client, "5") == []


def test_an_enclosure_that_says_its_item_is_listed_there_alone(client: Client, archive: Meeting) -> None:
    make_item(archive, "4", presentation="Tekst"), make_item(archive, "5", presentation="Tekst")
    held = make_enclosure(archive, "Kort.pdf", enclosed_with="5")
    assert listed(client, "4") == []
    assert listed(client, "5") == [link(held, "Kort.pdf")]


def test_an_enclosure_that_names_no_item_is_listed_with_all(client: Client, archive: Meeting) -> None:
    make_item(archive, "4", presentation="Tekst")
    held = make_enclosure(archive, "Årsberetning.pdf")
    assert listed(client, "4") == [link(held, "Årsberetning.pdf")]
    assert "der ikke siger, hvilket punkt de hører til" in text_of(client, "/nordjylland/2025-10-24/punkt/4/")
