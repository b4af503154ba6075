"""Addresses that are nearly right: a redirect where one page is meant, else links to those that may be."""

from __future__ import annotations

import datetime
import re
from html import unescape
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Meeting, MeetingAddress
from meetings.site.forgiving.address import read_address
from tests.make import MINUTES, make_item, make_meeting, make_participant

OCTOBER, PLACE = "/nordjylland/2025-10-24/", "/kommune/aarhus/"
CASE, DOCUMENT = "/sag/SAG-2025-03687/", f"/dokument/{MINUTES}/"

# The same page in another spelling: a redirect for good.
SPELLINGS = {
    "/Nordjylland/": "/nordjylland/",
    "/NORDJYLLAND": "/nordjylland/",
    "/kkr-nordjylland/": "/nordjylland/",
    "/KKR Sjælland/": "/sjaelland/",
    "/sjaelland/.": "/sjaelland/",
    "/sjalland/": "/sjaelland/",
    "/sj%C3%A6lland/": "/sjaelland/",
    "/sj%E6lland/": "/sjaelland/",
    "/sj%25C3%25A6lland/": "/sjaelland/",
    "/sj%C3%83%C2%A6lland/": "/sjaelland/",
    "/nordjylland//": "/nordjylland/",
    "/nordjylland/index.html": "/nordjylland/",
    "/(https://arkiv.example/nordjylland/)": "/nordjylland/",
    "/søg/": "/soeg/",
    "/search/": "/soeg/",
    "/søg/?q=drift&region=nordjylland": "/soeg/?q=drift&region=nordjylland",
    "/møder/": "/moeder/",
    "/moder/": "/moeder/",
    "/Møder/2025/": "/moeder/2025/",
    "/moeder/2025-10/": "/moeder/2025/10/",
    "/moeder/oktober-2025/": "/moeder/2025/10/",
    "/moeder/2025/oktober": "/moeder/2025/10/",
    "/emne/It-og-Digitalisering/": "/emne/it-og-digitalisering/",
    "/emne/it digitalisering/": "/emne/it-og-digitalisering/",
    "/emne/Børn og unge/": "/emne/boern-og-unge/",
    "/topic/health/": "/emne/sundhed/",
    "/emne/": "/emner/",
    "/kommune/århus/": PLACE,
    "/kommune/Aarhus-Kommune/": PLACE,
    "/kommune/%E5rhus/": PLACE,
    "/kommune/arhus/": PLACE,
    "/kommune/aarhus).": PLACE,
    "/municipality/aarhus/": PLACE,
    "/kommune/morsø/": "/kommune/morsoe/",
    "/kommune/morso/": "/kommune/morsoe/",
    "/kommune/": "/kommuner/",
    "/deltager/": "/deltagere/",
    "/deltager/Asta-Holm/": "/deltager/asta-holm/",
    "/deltager/asta%20holm/": "/deltager/asta-holm/",
    "/overblik/fremmøde/": "/overblik/fremmoede/",
    "/overblik/Dækning": "/overblik/daekning/",
    "/tilgængelighed/": "/tilgaengelighed/",
    "/about/": "/om/",
    "/nordjylland/24-10-2025/": OCTOBER,
    "/nordjylland/24.10.2025": OCTOBER,
    "/nordjylland/24.10.2025.": OCTOBER,
    "/nordjylland/24. oktober 2025/": OCTOBER,
    "/nordjylland/24-okt-2025/": OCTOBER,
    "/nordjylland/fredag-den-24-oktober-2025/": OCTOBER,
    "/nordjylland/October 24, 2025/": OCTOBER,
    "/nordjylland/20251024/": OCTOBER,
    "/nordjylland/24102025/": OCTOBER,
    "/nordjylland/2025/10/24/": OCTOBER,
    "/nordjylland/2025.10.24/": OCTOBER,
    "/Nordjylland/2025-10-24": OCTOBER,
    "/nordjylland/2025-10-24/)": OCTOBER,
    "/nordjylland/2025-10-24/ændringer/": f"{OCTOBER}aendringer/",
    "/nordjylland/2025-10-24/punkt/3,1/": f"{OCTOBER}punkt/3.1/",
    "/nordjylland/2025-10-24/punkt/3.1./": f"{OCTOBER}punkt/3.1/",
    "/nordjylland/2025-10-24/punkt/03.1/": f"{OCTOBER}punkt/3.1/",
    "/nordjylland/2025-10-24/Punkt/3.1": f"{OCTOBER}punkt/3.1/",
    "/nordjylland/2025-10-24/punkt-3.1/": f"{OCTOBER}punkt/3.1/",
    "/nordjylland/2025-10-24/3.1/": f"{OCTOBER}punkt/3.1/",
    "/nordjylland/24-10-2025/item/3.1/": f"{OCTOBER}punkt/3.1/",
    "/sag/sag-2025-3687/": CASE,
    "/sag/202503687/": CASE,
    "/sag/SAG 2025 03687/": CASE,
    "/sag/2025-03687./": CASE,
    "/Sag/SAG–2025–03687/": CASE,
    "/case/sag-2025-03687/": CASE,
}  # fmt: skip
# Something was written that no page has, but only one can be meant: a redirect for now.
LIKELY = {
    "/nordjyland/": "/nordjylland/",
    "/nordjyllland/2025-10-24/": OCTOBER,
    "/hovedstadn/": "/hovedstaden/",
    "/emne/klima/": "/emne/klima-og-miljoe/",
    "/emne/sunhded/": "/emne/sundhed/",
    "/kommune/aalbrog/": "/kommune/aalborg/",
    "/kommune/vesthimerland/": "/kommune/vesthimmerlands/",
    "/aarhus/": PLACE,
    "/sundhed/": "/emne/sundhed/",
    "/SAG-2025-03687/": CASE,
    "/sag/03687/": CASE,
    "/sag/2025/": "/sag/?aar=2025",
    "/2025/": "/moeder/2025/",
    "/2025-10-24/": OCTOBER,
    "/moeder/2025-10-24/": OCTOBER,
    "/moeder/nordjylland/2025-10-24/": OCTOBER,
    "/nordjylland/10-24-2025/": OCTOBER,
    "/nordjylland/24-10-25/": OCTOBER,
    "/nordjylland/2025-10/": "/moeder/2025/10/?region=nordjylland",
    "/nordjylland/oktober-2025/": "/moeder/2025/10/?region=nordjylland",
    "/nordjylland/2025/": "/nordjylland/?aar=2025",
    "/nordjylland/2025-10-24/punkt/": OCTOBER,
    "/nordjylland/sundhed/": "/emne/sundhed/?region=nordjylland",
    "/nordjylland/aalborg/": "/kommune/aalborg/",
    "/en/": "/",
    "/nordjylland/møder/": "/moeder/?region=nordjylland",
    "/nordjylland/deltagere": "/deltagere/?region=nordjylland",
    "/nordjylland/2025-10-24/punkt/3.1a/": f"{OCTOBER}punkt/3.1/",
    "/moeder/nordjylland/": "/moeder/?region=nordjylland",
    "/soeg/fælles drift/": "/soeg/?q=f%C3%A6lles+drift",
    "/asta-holm/": "/deltager/asta-holm/",
    "/deltager/holm-asta/": "/deltager/asta-holm/",
    f"{DOCUMENT}side/": DOCUMENT,
    f"{DOCUMENT}s/2/": f"{DOCUMENT}side/2/",
}  # fmt: skip
# Who or what was meant, only the reader knows: links on a page that says so.
OFFERED = {
    "/nordjylland/2025-10-25/": OCTOBER,
    "/nordjylland/2025-10-31/": OCTOBER,
    "/nordjylland/25-10-2025/": OCTOBER,
    "/nordjylland/2025-11/": OCTOBER,
    "/nordjylland/2031/": OCTOBER,
    "/moeder/2031/": OCTOBER,
    "/nordjylland/2025-10-24/punkt/99/": OCTOBER,
    "/nordjylland/2025-10-24/punkt/3.7/": f"{OCTOBER}punkt/3/",
    "/nordjylland/2025-10-24/referat/": OCTOBER,
    "/sag/SAG-2025-03678/": CASE,
    "/sag/SAG-2025-03697/": CASE,
    "/deltager/asta-hom/": "/deltager/asta-holm/",
    "/deltager/asta/": "/deltager/asta-holm/",
    "/kommune/hiller/": "/kommune/hilleroed/",
    "/kommune/ring/": "/kommune/ringsted/",
    "/emne/og/": "/emne/boern-og-unge/",
    "/nordjylland/findes-ikke/": "/nordjylland/",
    "/emne/findes-ikke/": "/emner/",
    "/kommune/atlantis/": "/kommuner/",
    "/sag/99999/": "/sag/",
    "/deltager/qqqqq-xxxxx/": "/deltagere/",
    "/dokument/999/": "/overblik/daekning/",
    "/en/nordjylland/2025-10-25/": OCTOBER,
}  # fmt: skip


def links(html: str) -> list[str]:
    """Return the addresses that a page says may be meant."""
    part = re.search(r'<nav class="meant".*?</nav>', html, re.DOTALL)
    return list(map(unescape, re.findall(r'href="([^"]*)"', part[0]))) if part else []


@pytest.mark.parametrize(("status", "addresses"), [(301, SPELLINGS), (302, LIKELY)], ids=["spelling", "likely"])
def test_an_address_that_means_one_page_leads_there(
    client: Client, archive: Meeting, status: int, addresses: dict[str, str]
) -> None:
    answers = {address: client.get(address) for address in addresses}
    led = {address: (answer.status_code, answer.headers.get("Location")) for address, answer in answers.items()}
    assert led == {address: (status, target) for address, target in addresses.items()}
    assert {target: client.get(target).status_code for target in addresses.values()} == dict.fromkeys(
        addresses.values(), 200
    )


def test_what_may_be_meant_is_offered(client: Client, archive: Meeting) -> None:
    for address, target in OFFERED.items():
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert target in links(answer.content.decode()), address
        assert all(client.get(each).status_code == 200 for each in links(answer.content.decode())), address


@pytest.mark.parametrize("typed", ["h%F8jde", "h%C3%B8jde", "højde"])
def test_words_in_a_link_are_read_in_whatever_encoding_they_are_sent(
    client: Client, archive: Meeting, typed: str
) -> None:
    assert 'value="højde"' in client.get(f"/soeg/?q={typed}").content.decode()


def test_a_meeting_that_moved_is_found_by_its_old_day_in_any_shape(client: Client, archive: Meeting) -> None:
    MeetingAddress.objects.create(region=archive.region, address="2025-09-19", meeting=archive)
    moved = make_meeting("sjaelland", "2025-05-05", moved_from=datetime.date(2025, 5, 2))
    assert client.get("/nordjylland/19.9.2025/").headers["Location"] == OCTOBER
    assert client.get("/sjaelland/2025-05-02/").headers["Location"] == moved.get_absolute_url()


def test_of_several_meetings_on_a_day_all_are_offered(client: Client, archive: Meeting) -> None:
    second = make_meeting(date="2025-10-24", sequence=2)
    assert links(client.get("/nordjylland/24-10-2025/").content.decode()) == [OCTOBER, second.get_absolute_url()]
    assert client.get("/nordjylland/2025/10/24-2/").headers["Location"] == second.get_absolute_url()


def test_people_of_like_names_are_all_offered(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Asta Holst")
    offered = links(client.get("/deltager/asta-hol/").content.decode())
    assert offered == ["/deltager/asta-holm/", "/deltager/asta-holst/"]


def test_a_letter_between_the_names_is_no_other_person(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Søren E. Lund")
    assert client.get("/deltager/soeren-lund/").headers["Location"] == "/deltager/soeren-e-lund/"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading_is_led_on(client: Client, archive: Meeting, method: str) -> None:
    assert client.generic(method, "/Nordjylland/").status_code == 404


def test_a_head_request_is_led_on(client: Client, archive: Meeting) -> None:
    assert client.head("/Nordjylland/").headers["Location"] == "/nordjylland/"


SEARCHED = {
    "/deltager/asta-hom/": "asta hom",
    "/findes/ikke/": "findes ikke",
    "/nordjylland/2025-10-25/": "nordjylland 2025-10-25",
    "/kommune/hiller%F8d-by/<script>": "hillerød by script",
}


@pytest.mark.parametrize(("address", "words"), SEARCHED.items())
def test_the_words_of_the_address_stand_in_the_search_box(
    client: Client, archive: Meeting, address: str, words: str
) -> None:
    assert f'value="{words}"' in client.get(address).content.decode()


def test_the_page_offers_pages_in_the_reader_s_language(client: Client, archive: Meeting) -> None:
    client.cookies["sprog"] = "en"
    html = client.get("/nordjylland/2025-10-25/").content.decode()
    assert "Did you mean" in html
    assert "24 October 2025" in html


def test_what_an_address_means_is_found_with_few_queries(archive: Meeting) -> None:
    make_item(archive, "4", presentation="Tekst")
    for address in (*LIKELY, *OFFERED):
        with CaptureQueriesContext(connection) as queries:
            read_address(address)
        assert len(queries) <= 4, (address, [one["sql"] for one in queries])


PIECES = [
    *("nordjylland", "Nordjyland", "sjælland", "kommune", "emne", "moeder", "sag", "deltager", "punkt", "dokument"),
    *("2025-10-24", "24.10.25", "2025", "13", "0", "99999999999999999999", "SAG-2025-03687", "3.1", "asta-holm"),
    *("..", "//", "%2F%2Fevil.example", "%0d%0aX: y", "http:", "https://evil.example", "\\\\evil.example", "@", "%"),
    *("%00", "%E5", "\u202e", "İ", "ß", "²", "٣", "<b>", "'", "?q=1", "#x", "index.php", "-", "a" * 200, "soeg", "en"),
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), min_size=1, max_size=6), st.sampled_from("/ ."))
def test_no_address_breaks_the_archive_leads_away_or_round(
    client: Client, archive: Meeting, parts: list[str], end: str
) -> None:
    path = "/" + "/".join(parts) + end
    target = quote(path.encode("utf-8", "ignore").decode(), safe="/%?#&=:@")
    for _step in range(4):
        answer = client.get(target)
        if answer.status_code not in (301, 302):
            break
        target = answer.headers["Location"]
        assert re.match(r"/(?![/\\])", target), (path, target)
    assert answer.status_code in (200, 400, 404, 405, 410), (path, target, answer.status_code)
