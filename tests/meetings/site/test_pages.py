"""Every public page: it exists, has the expected contents, and links onward."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from django.test import Client

from meetings.models import ItemAddress, Meeting, MeetingAddress, Region
from meetings.shared.vocabulary import Outcome
from tests.make import make_document, make_item, make_meeting, make_participant, make_person
from tests.meetings.site.public_pages import text_of

PAGES = {
    "/": "Hvad kommunerne beslutter sammen",
    "/moeder/": "Møder",
    "/nordjylland/": "KKR Nordjylland",
    "/nordjylland/2025-10-24/": "KKR Nordjylland 24. oktober 2025",
    "/nordjylland/2025-10-24/punkt/3.1/": "Fælles it-drift, KKR Nordjylland 24. oktober 2025",
    "/nordjylland/2025-10-24/punkt/3/": "Regionalpolitiske sager, KKR Nordjylland 24. oktober 2025",
    "/sag/": "Sager",
    "/sag/SAG-2025-03687/": "SAG-2025-03687",
    "/emner/": "Emner",
    "/emne/it-og-digitalisering/": "It og digitalisering",
    "/deltagere/": "Deltagere",
    "/deltager/asta-holm/": "Asta Holm",
    "/kommuner/": "Kommuner",
    "/kommune/aalborg/": "Aalborg Kommune",
    "/soeg/": "Søgning",
    "/om/": "Om arkivet",
}
MISSING = {
    "/nordjylland/2025-10-25/": "Arkivet har intet møde i KKR Nordjylland den 25. oktober 2025.",
    "/nordjylland/2025-02-31/": "Der er ingen side på denne adresse.",
    "/fynland/": "Der er ingen side på denne adresse.",
    "/nordjylland/2025-10-24/punkt/9.9/": "har intet punkt 9.9",
    "/sag/SAG-1999-00001/": "ingen punkter med sagsnummer SAG-1999-00001",
    "/emne/ridning/": "intet emne",
    "/deltager/ingen/": "ingen deltager",
    "/kommune/atlantis/": "ingen kommune",
    "/dokument/99999999999999999999/": "intet dokument",
    "/moeder/?side=abc": "Der er ingen side »abc«. Listen har kun 1 side.",
    "/moeder/?side=7": "Der er ingen side »7«.",
}


@pytest.mark.parametrize(("address", "title"), PAGES.items())
def test_a_page_says_in_its_title_what_it_is(client: Client, archive: Meeting, address: str, title: str) -> None:
    assert f"<title>{title} – KKR-arkivet</title>" in text_of(client, address)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_a_description_one_heading_and_danish_as_its_language(
    client: Client, archive: Meeting, address: str
) -> None:
    html = text_of(client, address)
    assert re.search(r'<meta name="description" content="[^"]{20,}">', html)
    assert html.count("<h1") == 1
    assert '<html lang="da">' in html


@pytest.mark.parametrize("address", PAGES)
def test_headings_skip_no_level(client: Client, archive: Meeting, address: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", text_of(client, address))]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize(("address", "message"), MISSING.items())
def test_what_is_missing_is_named_and_search_leads_on(
    client: Client, archive: Meeting, address: str, message: str
) -> None:
    html = text_of(client, address, 404)
    assert message in html
    assert 'action="/soeg/"' in html


def test_an_empty_archive_says_how_documents_come_in(client: Client, db: None) -> None:
    html = text_of(client, "/")
    assert "Arkivet er tomt" in html
    assert "manage.py ingest" in html


def test_samples_are_named_as_samples_on_every_page(client: Client, archive: Meeting) -> None:
    assert "Arkivet viser eksempler" not in text_of(client, "/moeder/")
    make_document(archive, b"eksempel", is_sample=True)
    assert "Arkivet viser eksempler" in text_of(client, "/moeder/")


def test_a_meeting_shows_its_outline_with_outcomes(client: Client, archive: Meeting) -> None:
    make_item(archive, "3.2", "Takster", decision="Udsat.", outcome=Outcome.POSTPONED)
    html = text_of(client, archive.get_absolute_url())
    assert html.index("Regionalpolitiske sager") < html.index("Fælles it-drift") < html.index("Takster")
    assert '<span class="outcome" data-outcome="postponed" data-tone="waiting">Udsat</span>' in html


def test_3_10_follows_3_9(client: Client, archive: Meeting) -> None:
    for number in ("3.10", "3.9"):
        make_item(archive, number, f"Titel {number}", presentation="Tekst")
    html = text_of(client, archive.get_absolute_url())
    assert html.index("Titel 3.9") < html.index("Titel 3.10")


def test_an_item_that_no_longer_stands_is_shown_apart(client: Client, archive: Meeting) -> None:
    dropped = make_item(archive, "8", "Trukket punkt", presentation="Tekst", is_current=False)
    html = text_of(client, archive.get_absolute_url())
    assert html.index("Står ikke i det dokument, der gælder") < html.index("Trukket punkt")
    assert "står ikke i det dokument, der nu gælder" in text_of(client, dropped.get_absolute_url())


def test_absence_is_told_from_presence(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Bo Lund", "Læsø", party="V", status="absent")
    html = text_of(client, archive.get_absolute_url())
    assert "1 var til stede, 1 havde meldt afbud." in html
    assert re.search(r'class="absent"><a href="/deltager/bo-lund/">', html)


def test_no_list_of_participants_is_not_absence(client: Client, db: None) -> None:
    assert "Fremmødet er ikke registreret" in text_of(client, make_meeting().get_absolute_url())


def test_meetings_of_a_council_lead_to_one_another(client: Client, archive: Meeting) -> None:
    make_meeting(date="2025-06-20"), make_meeting(date="2026-01-30"), make_meeting("sjaelland", "2025-10-25")
    html = text_of(client, archive.get_absolute_url())
    assert 'rel="prev" href="/nordjylland/2025-06-20/"' in html
    assert 'rel="next" href="/nordjylland/2026-01-30/"' in html


def test_a_second_meeting_on_a_day_has_its_own_address(client: Client, archive: Meeting) -> None:
    make_meeting(sequence=2, place="Læsø")
    assert "Læsø" in text_of(client, "/nordjylland/2025-10-24-2/")
    assert client.get("/nordjylland/2025-10-24-1/").headers["Location"] == "/nordjylland/2025-10-24/"


def test_what_was_asked_and_decided_stands_before_the_other_sections(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.1/")
    order = [html.index(f'id="{name}"') for name in ("indstilling", "beslutning", "baggrund", "sagsfremstilling")]
    assert order == sorted(order)


def test_an_item_leads_to_its_page_in_the_pdf_and_in_the_text(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.1/")
    document = archive.documents.get()
    assert f'href="{document.original_url}#page=2"' in html
    assert f'href="/dokument/{document.pk}/#side-2"' in html


def test_an_item_leads_to_the_next_with_text(client: Client, archive: Meeting) -> None:
    make_item(archive, "4", "Bar overskrift")
    make_item(archive, "4.1", "Næste med tekst", presentation="Tekst")
    html = text_of(client, "/nordjylland/2025-10-24/punkt/3.1/")
    assert 'rel="next" href="/nordjylland/2025-10-24/punkt/4.1/"' in html


def test_an_earlier_address_of_an_item_redirects_for_good(client: Client, archive: Meeting) -> None:
    ItemAddress.objects.create(meeting=archive, address="2.9", item=archive.items.get(number="3.1"), title_key="x")
    response = client.get("/nordjylland/2025-10-24/punkt/2.9/")
    assert (response.status_code, response["Location"]) == (301, "/nordjylland/2025-10-24/punkt/3.1/")


def test_an_item_that_left_the_archive_is_gone_with_a_way_to_the_meeting(client: Client, archive: Meeting) -> None:
    ItemAddress.objects.create(meeting=archive, address="2.9", item=None, title_key="x")
    assert 'href="/nordjylland/2025-10-24/"' in text_of(client, "/nordjylland/2025-10-24/punkt/2.9/", 410)


@pytest.mark.parametrize("rest", ["", "punkt/3.1/"])
def test_an_earlier_address_of_a_meeting_redirects_for_good(client: Client, archive: Meeting, rest: str) -> None:
    MeetingAddress.objects.create(region=Region.objects.get(slug="sjaelland"), address="2025-10-20", meeting=archive)
    response = client.get(f"/sjaelland/2025-10-20/{rest}")
    assert (response.status_code, response["Location"]) == (301, f"/nordjylland/2025-10-24/{rest}")


@pytest.mark.parametrize("typed", ["sag-2025-03687", "2025-03687", "2025-3687"])
def test_a_case_number_however_typed_redirects_to_the_case(client: Client, archive: Meeting, typed: str) -> None:
    response = client.get(f"/sag/{typed}/")
    assert (response.status_code, response["Location"]) == (301, "/sag/SAG-2025-03687/")


def test_a_person_who_was_merged_redirects_to_the_other(client: Client, archive: Meeting) -> None:
    other = make_person("A. Holm")
    other.merged_into = make_person("Asta Holm")
    other.save()
    response = client.get("/deltager/a-holm/")
    assert (response.status_code, response["Location"]) == (301, "/deltager/asta-holm/")


def test_a_person_shows_the_seats_held_one_after_another(client: Client, archive: Meeting) -> None:
    make_participant(make_meeting(date="2018-03-02"), "Asta Holm", "Læsø", party="V", status="absent")
    html = text_of(client, "/deltager/asta-holm/")
    assert "Til stede ved 1 af 1 møde, hvor fremmødet er registreret." in html
    assert html.index('href="/kommune/aalborg/"') < html.index('href="/kommune/laesoe/"')


def test_people_stand_in_the_order_of_the_danish_alphabet(client: Client, archive: Meeting) -> None:
    for name in ("Åse Bro", "Zita Bro", "Aage Bro", "Ærling Bro"):
        make_participant(archive, name)
    html = text_of(client, "/deltagere/")
    assert re.findall(r'<h2 id="bogstav-(.)"', html) == ["A", "Z", "Æ", "Å"]


def test_meetings_are_listed_by_council_and_year(client: Client, archive: Meeting) -> None:
    make_meeting("sjaelland", "2025-03-01"), make_meeting(date="2019-03-01")
    html = text_of(client, "/moeder/?region=nordjylland&aar=2019")
    assert re.findall(r'class="meeting-row" data-region="(\w+)">\s*<a href="([^"]+)"', html) == [
        ("nordjylland", "/nordjylland/2019-03-01/")
    ]


@pytest.mark.parametrize("question", ["region=fyn", "aar=abc", "aar=99999999999"])
def test_a_list_that_cannot_be_narrowed_so_says_why(client: Client, archive: Meeting, question: str) -> None:
    assert 'role="alert"' in text_of(client, f"/moeder/?{question}", 400)


def test_robots_are_kept_out_of_searches(client: Client) -> None:
    assert "Disallow: /soeg/" in text_of(client, "/robots.txt")
