"""Search as shown: facet counts, typing errors, suggestions, highlights on the item's page, the time limit."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import Settings

from meetings.models import Meeting, SearchEntry
from meetings.search.language.indexing import index_texts
from tests.make import make_document, make_item, make_meeting
from tests.meetings.site.public_pages import text_of


def choices(html: str) -> dict[str, int]:
    """Return the choices of the facets with their counts."""
    return {label: int(n) for label, n in re.findall(r'<li><a [^>]*>([^<]+).*?</a> <span class="count">(\d+)<', html)}


def test_each_choice_tells_how_many_it_would_leave_with_the_others_kept(client: Client, archive: Meeting) -> None:
    make_item(make_meeting("sjaelland", "2019-03-01"), "1", "Drift af havne", presentation="Om drift.")
    counts = choices(text_of(client, "/soeg/?q=drift&region=sjaelland"))
    assert (counts["Sjælland "], counts["Nordjylland"]) == (1, 1)
    assert "2025" not in counts


def test_a_slip_is_corrected_where_nothing_is_found_and_said(client: Client, archive: Meeting) -> None:
    make_item(archive, "4", "Fysioterapi", presentation="Ny praksisplan.")
    html = text_of(client, "/soeg/?q=fysiotarapi")
    assert "Mente du <strong>fysioterapi</strong>?" in html
    assert "Punkter om »fysioterapi«: 1</h2>" in html
    assert "<mark>Fysioterapi</mark>" in html


def test_a_title_says_in_words_what_is_looked_for(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/soeg/?q=drift&region=nordjylland&fra=2020-01-01&til=2025-12-31")
    assert "<title>Punkter om »drift« i KKR Nordjylland, 2020-2025" in html


def test_the_item_opens_at_its_first_hit_with_all_marked_and_counted(client: Client, archive: Meeting) -> None:
    assert "/punkt/3.1/?q=drift#fund" in text_of(client, "/soeg/?q=drift")
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.1/?q=drift")
    assert '<mark id="fund">driften</mark>' in html
    assert "1 fund af »drift«" in html


def test_a_hit_leads_to_its_page_of_the_original(client: Client, archive: Meeting) -> None:
    document = make_document(archive, b"%PDF-1.7", name="referat.pdf")
    make_item(archive, "9", "Færger", presentation="Om færger.", document=document, first_page=7, last_page=7)
    place = f'href="/dokument/{document.pk}/sted/?punkt=9&amp;q=f%C3%A6rger">Se stedet i originalen'
    assert place in text_of(client, "/soeg/?q=f%C3%A6rger")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("aalborg", "/kommune/aalborg/"),
        ("Aalborg Kommune", "/kommune/aalborg/"),
        ("nordjylland", "/nordjylland/"),
        ("it og digitalisering", "/emne/it-og-digitalisering/"),
        ("asta holm", "/deltager/asta-holm/"),
    ],
)
def test_what_has_a_page_of_its_own_leads_there(client: Client, archive: Meeting, typed: str, address: str) -> None:
    make_item(archive, "9", presentation=f"Om {typed.title()}.")
    _before, answers = text_of(client, f"/soeg/?q={quote(typed)}").split('<section class="answers"')
    assert f'<a href="{address}">' in answers.split("</section>")[0]


def test_a_hit_says_where_its_words_are_from_and_that_nothing_was_decided(client: Client, archive: Meeting) -> None:
    make_item(archive, "9", recommendation="Færgen godkendes.", decision="Godkendt.")
    make_item(archive, "10", presentation="Om kajakker.")
    asked_for = '<span class="section">Indstilling:</span> <span><mark>Færgen</mark> godkendes.'
    assert asked_for in text_of(client, "/soeg/?q=f%C3%A6rge")
    assert "Ingen beslutning i arkivet" in text_of(client, "/soeg/?q=kajak")
    assert "Ingen beslutning i arkivet" not in text_of(client, "/soeg/?q=f%C3%A6rge")


def test_suggestions_lead_to_pages(client: Client, archive: Meeting) -> None:
    found = client.get("/soeg/forslag/?q=aal").json()["suggestions"]
    assert {"kind": "Kommune", "label": "Aalborg Kommune", "url": "/kommune/aalborg/", "lang": ""} in found
    assert client.get("/soeg/forslag/?q=f%C3%A6lles+it").json()["suggestions"][0]["kind"] == "Punkt"


def test_a_search_that_takes_too_long_is_stopped_and_the_page_says_so(
    client: Client, archive: Meeting, settings: Settings
) -> None:
    settings.SEARCH_SECONDS = 0.001
    for number in range(10, 50):
        make_item(archive, str(number), presentation="Tekst")
    SearchEntry.objects.update(vector=index_texts({"body": " ".join(f"w{n}" for n in range(8000))}).vector)
    html = text_of(client, "/soeg/?q=%22w1+w3+w2%22", 503)
    assert "Søgningen tog for lang tid og blev stoppet" in html
    assert 'href="?q=%22w1+w3+w2%22&amp;aar=2025#resultater"' in html


def test_hits_have_anchors_in_the_order_of_the_page_and_a_way_to_each(client: Client, archive: Meeting) -> None:
    make_item(archive, "9", recommendation="Om færger.", decision="Ny færge.", presentation="Færgen og færgerne.")
    html = text_of(client, "/nordjylland/2025-10-24/punkt/9/?q=f%C3%A6rge")
    marks = re.findall(r'<mark id="(fund[-\d]*)">(\w+)</mark>', html)
    assert marks == [("fund", "færger"), ("fund-2", "færge"), ("fund-3", "Færgen"), ("fund-4", "færgerne")]
    assert re.findall(r'href="#(fund[-\d]*)"', html) == [anchor for anchor, _word in marks]


def test_a_hit_in_the_title_alone_is_said_to_be_there(client: Client, archive: Meeting) -> None:
    make_item(archive, "9", "Færger", presentation="Ny havn.")
    assert "»færger« står kun i titlen." in text_of(client, "/nordjylland/2025-10-24/punkt/9/?q=f%C3%A6rger")
