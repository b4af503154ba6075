"""The search page: results, filters, presentation, and the message when nothing is found."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.models import Meeting
from meetings.shared.vocabulary import DocumentKind, Outcome
from tests.make import make_document, make_item, make_meeting
from tests.meetings.site.public_pages import text_of


@pytest.fixture
def matters(archive: Meeting) -> Meeting:
    """Add three items to the archive, of another KKR, year and kind."""
    other = make_meeting("sjaelland", "2019-03-01")
    agenda = make_document(other, b"dagsorden", kind=DocumentKind.AGENDA)
    make_item(
        other, "1", "Sundhedsreformen", presentation="Om sundhed i Vejen Kommune.", topics=["sundhed"], document=agenda
    )
    make_item(other, "2", "Veje", presentation="Det er vejen frem.", case_number="SAG-2019-00007")
    make_item(other, "3", "Takster", decision="Taget til efterretning.", outcome=Outcome.NOTED)
    return other


def found(client: Client, question: str) -> list[str]:
    """Return the titles on the search page, in order, without highlights."""
    titles = re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", text_of(client, f"/soeg/?{question}"))
    return [re.sub("<[^>]+>", "", title) for title in titles]


NARROWED = [
    ("q=sundhedsreform", ["Sundhedsreformen"]),
    ("q=%22til+efterretning%22", ["Takster"]),
    ("q=SAG-2025-03687", ["Fælles it-drift"]),
    ("q=sag+2019+00007", ["Veje"]),
    ("region=nordjylland", ["Fælles it-drift"]),
    ("emne=sundhed", ["Sundhedsreformen"]),
    ("udfald=noted", ["Takster"]),
    ("art=agenda", ["Sundhedsreformen"]),
    ("kommune=vejen", ["Sundhedsreformen"]),  # and not "vejen frem"
    ("sag=2019-7", []),
    ("sag=sag-2019-00007", ["Veje"]),
    ("fra=2025-01-01", ["Fælles it-drift"]),
    ("til=31-12-2019&emne=sundhed", ["Sundhedsreformen"]),
    ("q=den+og+det", []),
    ("q=%22%27%28%26%7C%21%3A*%5C", []),
]


@pytest.mark.parametrize(("question", "titles"), NARROWED)
def test_a_search_finds_what_answers_it(client: Client, matters: Meeting, question: str, titles: list[str]) -> None:
    assert found(client, question) == titles


def test_bare_headings_and_dropped_items_are_not_found(client: Client, matters: Meeting) -> None:
    make_item(matters, "9", "Trukket om sundhedsreform", presentation="x", is_current=False)
    assert found(client, "q=regionalpolitiske") == []
    assert found(client, "q=trukket") == []


def test_a_hit_in_the_title_comes_before_one_in_the_text(client: Client, matters: Meeting) -> None:
    make_item(matters, "4", "Nyt", presentation="Lidt om takster.")
    assert found(client, "q=takster") == ["Takster", "Nyt"]


def test_a_compound_comes_before_its_parts_written_apart(client: Client, matters: Meeting) -> None:
    make_item(matters, "4", "Aftale om kommunernes lønninger", decision="En aftale om løn.")
    make_item(matters, "5", "Nyt", presentation="Om den seneste lønaftale.")
    assert found(client, "q=lønaftale") == ["Nyt", "Aftale om kommunernes lønninger"]


def test_a_formula_does_not_drown_the_word_it_has(client: Client, matters: Meeting) -> None:
    make_item(matters, "4", "Nyt", decision="KKR tog til efterretning.")
    make_item(matters, "5", "Rejser", presentation="Der kører flere tog, og et tog om natten.")
    assert found(client, "q=tog") == ["Rejser"]
    assert found(client, "q=tog+til+efterretning") == ["Takster", "Nyt"]
    assert found(client, "q=%22tog+til%22") == ["Nyt"]


def test_the_newest_come_first_where_asked_for(client: Client, matters: Meeting) -> None:
    make_item(make_meeting(date="2024-01-01"), "4", "Nyt", presentation="Lidt om takster.")
    assert found(client, "q=takster&sorter=dato") == ["Nyt", "Takster"]


def test_hits_are_marked_and_the_rest_is_escaped(client: Client, archive: Meeting) -> None:
    make_item(archive, "4", "Vandløb <b>", presentation="Priser < 5 & rene vandløb <script>")
    html = text_of(client, "/soeg/?q=vandl%C3%B8b")
    assert "<mark>Vandløb</mark> &lt;b&gt;" in html
    assert "Priser &lt; 5 &amp; rene <mark>vandløb</mark>" in html
    assert "<script>" not in html


def test_results_come_twenty_a_page_with_their_count(client: Client, archive: Meeting) -> None:
    for number in range(10, 35):
        make_item(archive, str(number), "Vandløb", presentation="Tekst")
    assert "Punkter om »vandløb«: 25</h2>" in text_of(client, "/soeg/?q=vandl%C3%B8b")
    assert len(found(client, "q=vandl%C3%B8b")) == 20
    assert len(found(client, "q=vandl%C3%B8b&side=2")) == 5


def test_each_choice_is_a_chip_that_takes_it_away(client: Client, matters: Meeting) -> None:
    html = text_of(client, "/soeg/?q=sundhed&region=sjaelland&fra=2019-01-01&kommune=vejen")
    chips = re.findall(r'<li><a href="(\?[^"]*)"><span class="unseen">Fjern </span>(.*?) <span', html)
    assert chips == [
        ("?q=sundhed&amp;kommune=vejen&amp;fra=2019-01-01#resultater", "KKR: Sjælland"),
        ("?q=sundhed&amp;region=sjaelland&amp;fra=2019-01-01#resultater", "Nævner kommunen: Vejen"),
        ("?q=sundhed&amp;region=sjaelland&amp;kommune=vejen#resultater", "Fra: 1. januar 2019"),
    ]


def test_a_case_number_leads_to_its_case(client: Client, archive: Meeting) -> None:
    assert '<a href="/sag/SAG-2025-03687/">SAG-2025-03687</a>' in text_of(client, "/soeg/?q=sag+2025+3687")


def test_empty_fields_leave_the_address(client: Client, db: None) -> None:
    response = client.get("/soeg/?q=vand&region=&fra=")
    assert (response.status_code, response["Location"]) == (302, "/soeg/?q=vand")


def test_where_nothing_is_found_the_page_says_what_to_try(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/soeg/?q=xyzzy")
    assert "Intet fundet om »xyzzy«" in html
    assert "Brug færre ord" in html


WRONG = {
    "fra=x": "Skriv datoen som 24-10-2025 eller 2025-10-24.",
    "fra=2025-01-01&til=2024-01-01": "Perioden slutter, før den begynder.",
    "region=fyn": "Arkivet kender ikke dette valg.",
    "kommune=atlantis": "Arkivet kender ikke dette valg.",
    "q=" + "a" * 5000: "Skriv højst 200 tegn.",
    "q=%00": "Der er et tegn, som arkivet ikke kan læse.",
    "kommune=%00": "Arkivet kender ikke dette valg.",
    "sag=%00": "Der er et tegn, som arkivet ikke kan læse.",
    "sorter=x": "Arkivet kender ikke dette valg.",
}


@pytest.mark.parametrize(("question", "message"), WRONG.items())
def test_what_cannot_be_searched_for_is_answered_in_words(
    client: Client, archive: Meeting, question: str, message: str
) -> None:
    html = text_of(client, f"/soeg/?{question}", 400)
    assert message in html
    assert "Søgningen kunne ikke udføres" in html


@pytest.mark.parametrize("page", ["abc", "0", "-1", "99", "1e9"])
def test_a_page_of_results_that_is_not_there_is_missing(client: Client, archive: Meeting, page: str) -> None:
    assert "Der er ingen side" in text_of(client, f"/soeg/?side={page}", 404)


def test_items_of_a_meeting_stand_in_the_order_of_their_numbers(client: Client, archive: Meeting) -> None:
    numbers = ["12", "3.10", "3.1.2", "3.2", "3.1.10", "3.1.1.1", "3.1.1", "200.1"]
    for number in numbers:
        make_item(archive, number, f"Havnen {number}", presentation="Tekst")
    in_order = sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])
    html = text_of(client, "/soeg/?q=havnen&sorter=dato")
    assert re.findall(r"<mark>Havnen</mark> ([\d.]+)<", html) == in_order
