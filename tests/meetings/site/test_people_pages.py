"""People: the list from A to Å, and a person's terms, attendance and mentions."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client

from meetings.models import Meeting
from meetings.site.pages.service_history import service, term_of
from tests.make import make_document, make_item, make_meeting, make_participant, make_person
from tests.meetings.site.public_pages import text_of


def make_held(date: str, *people: str, region: str = "nordjylland", kind: str = "minutes", **fields: str) -> Meeting:
    """Make a meeting whose minutes list these people."""
    held = make_meeting(region, date)
    make_document(held, f"{region} {date}".encode(), kind=kind)
    for name in people:
        make_participant(held, name, "Læsø", **fields)
    return held


@pytest.mark.parametrize(
    ("day", "term"), [("2007-03-01", (2007, 2009)), ("2025-12-31", (2022, 2025)), ("2026-01-01", (2026, 2029))]
)
def test_a_term_begins_with_the_year_after_the_election(day: str, term: tuple[int, int]) -> None:
    assert term_of(datetime.date.fromisoformat(day)) == term


def test_meetings_without_a_list_are_not_counted_against_anybody(db: None) -> None:
    make_held("2023-01-10", "Bo Lund"), make_held("2023-06-10", "Bo Lund")
    make_held("2023-03-10"), make_held("2023-04-10", "Ea Krogh", kind="agenda"), make_meeting(date="2023-05-10")
    found = service(make_person("Bo Lund"))
    assert (found.present, found.held) == (2, 2)


def test_a_list_without_the_person_counts_and_one_with_regrets_too(db: None) -> None:
    make_held("2023-01-10", "Bo Lund"), make_held("2023-06-10", "Bo Lund"), make_held("2023-02-10", "Ea Krogh")
    make_participant(make_held("2023-03-10", "Ea Krogh"), "Bo Lund", "Læsø", status="absent")
    found = service(make_person("Bo Lund"))
    assert (found.present, found.absent, found.unnamed, found.held) == (2, 1, 1, 4)


def test_meetings_before_the_first_after_the_last_and_of_others_are_not_counted(db: None) -> None:
    for date in ("2022-02-10", "2024-02-10"):
        make_held(date, "Ea Krogh")
    make_held("2023-01-10", "Bo Lund"), make_held("2023-06-10", "Bo Lund")
    make_held("2023-03-10", "Ea Krogh", region="sjaelland")
    assert service(make_person("Bo Lund")).held == 2


def test_another_party_and_another_term_are_seats_of_their_own(db: None) -> None:
    (
        make_held("2021-01-10", "Bo Lund"),
        make_held("2022-01-10", "Bo Lund"),
        make_held("2023-01-10", "Bo Lund", party="V"),
    )
    found = [(seat.term[0], seat.party) for seat in service(make_person("Bo Lund")).seats]
    assert found == [(2022, "V"), (2022, "A"), (2018, "A")]


def test_a_person_on_agendas_alone_has_no_attendance(client: Client, db: None) -> None:
    make_held("2023-01-10", "Bo Lund", kind="agenda")
    html = text_of(client, "/deltager/bo-lund/")
    assert "Fremmødet er ikke registreret." in html
    assert "Til stede ved" not in html


def test_the_meetings_are_dots_and_absences_are_hollow(db: None) -> None:
    make_held("2023-01-10", "Bo Lund")
    make_participant(make_held("2023-03-10", "Ea Krogh"), "Bo Lund", "Læsø", status="absent")
    (lane,) = (lane for lane in service(make_person("Bo Lund")).timeline.lanes if lane.dots)
    assert [(dot.label, dot.is_hollow) for dot in lane.dots] == [
        ("10. marts 2023: afbud", True), ("10. januar 2023: til stede", False),
    ]  # fmt: skip


def test_a_person_leads_to_the_items_that_name_them(client: Client, archive: Meeting) -> None:
    for n in range(6):
        make_item(archive, f"5.{n}", f"Punkt {n}", presentation="Asta Holm tog ordet.")
    html = text_of(client, "/deltager/asta-holm/")
    assert "Navnet står i 6 punkter." in html
    assert html.count('class="item-row"') == 5
    assert "/soeg/?q=person%3A%22Asta+Holm%22" in html


def test_a_person_nobody_names_is_said_to_be_in_no_item(client: Client, archive: Meeting) -> None:
    assert "Navnet står ikke i noget punkt." in text_of(client, "/deltager/asta-holm/")


def test_letters_without_people_are_no_links(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Aage Bro")
    letters = text_of(client, "/deltagere/").partition('class="choices letters"')[2].partition("</nav>")[0]
    assert re.findall(r'href="#bogstav-(.)"', letters) == ["A", "Å"]
    assert re.findall(r"<span>(.)</span>", letters)[-2:] == ["Æ", "Ø"]


def test_people_are_listed_by_council_and_by_municipality(client: Client, archive: Meeting) -> None:
    make_held("2023-01-10", "Bo Lund"), make_held("2023-02-10", "Ea Krogh", region="sjaelland")
    for question, told in {
        "kommune=laesoe&region=nordjylland": "1 deltager i KKR Nordjylland for Læsø",
        "kommune=laesoe": "2 deltagere for Læsø",
        "region=sjaelland": "1 deltager i KKR Sjælland",
    }.items():
        assert told in text_of(client, f"/deltagere/?{question}")


def test_a_municipality_can_be_taken_away_again(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/deltagere/?kommune=aalborg&region=nordjylland")
    assert re.search(r'<li><a href="\?region=nordjylland"><span class="unseen">Fjern </span>Kommune: Aalborg', html)


def test_a_list_of_people_that_cannot_be_narrowed_so_says_why(client: Client, archive: Meeting) -> None:
    assert 'role="alert"' in text_of(client, "/deltagere/?kommune=atlantis", 400)


def test_a_persons_page_says_in_whose_place_they_came_and_who_came_in_theirs(client: Client, db: None) -> None:
    held = make_held("2023-01-10", "Eva Lund", substitute_for="Bo Friis")
    make_participant(held, "Bo Friis", "Læsø", status="absent")
    assert "stedfortræder for Bo Friis" in text_of(client, "/deltager/eva-lund/")
    shown = text_of(client, "/deltager/bo-friis/")
    assert "deltog som stedfortræder" in shown
    assert '<a href="/deltager/eva-lund/">Eva Lund</a>' in shown


def test_people_of_a_party_are_listed_with_a_chip_that_takes_it_off(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Bo Lund", "Læsø", party="V")
    html = text_of(client, "/deltagere/?parti=V&region=nordjylland")
    assert "Bo Lund" in html
    assert "Asta Holm" not in html
    assert "<title>Deltagere i KKR Nordjylland for parti V" in html
    assert 'href="?region=nordjylland"' in html.partition('class="chips"')[2].partition("</ul>")[0]


def test_only_parties_that_somebody_sat_for_can_be_chosen(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Bo Lund", "Læsø", party="V"), make_participant(archive, "Ea Krogh", "Læsø", party="")
    options = re.findall(r'<option value="([^"]*)"', text_of(client, "/deltagere/").partition('name="parti"')[2])
    assert options == ["", "A", "V"]
