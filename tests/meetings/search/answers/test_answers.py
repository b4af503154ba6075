"""The pages that a query names: what readers type, and the pages that must come first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from unittest import mock

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Meeting
from meetings.search.answers import answers
from tests.make import make_document, make_fact, make_item, make_meeting, make_participant


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Let it be 1 March 2026."""
    with mock.patch("django.utils.timezone.localdate", return_value=datetime.date(2026, 3, 1)):
        yield


@pytest.fixture
def council(db: None) -> Meeting:
    """Three meetings of two councils with minutes and participants; returns the latest."""
    for region, date in (("sjaelland", "2024-02-09"), ("sjaelland", "2025-06-13"), ("midtjylland", "2025-11-07")):
        meeting = make_meeting(region, date)
        make_document(meeting, f"{region} {date}".encode())
        make_item(meeting, "1", "Kystvej", case_number=f"SAG-{date[:4]}-00817", presentation="Om kystvejen.")
        make_participant(meeting, "Søren Kai Tornvig", "Sorø")
        make_participant(meeting, "Birgitte Aaby", "Holbæk", status="absent", party="V")
    make_participant(meeting, "Vera Skov", "Struer")
    return meeting


def first(typed: str) -> str:
    """Return the address of the first answer, "" for none."""
    found = answers(typed)
    return found[0].address if found else ""


@pytest.mark.parametrize("typed", [
    "13.6.2025", "13/6", "d. 13. juni", "juni 2025", "referat juni", "KKR Sjælland juni", "dagsorden sjælland 13/6-25",
    "fredag den 13. juni", "sidste møde i KKR Sjælland", "seneste referat sjælland", "hvad skete der 13. juni 2025",
    "kystvej 13. juni 2025", "latest minutes Sjælland", "møder i Sjælland 2025", "14. juni 2025", "mødet i Holbæk 13/6",
])  # fmt: skip
def test_a_meeting_is_found_by_its_date_in_any_form(council: Meeting, typed: str) -> None:
    assert first(typed) == "/sjaelland/2025-06-13/"


def test_a_day_without_a_meeting_has_the_nearest_and_says_so(council: Meeting) -> None:
    (answer,) = answers("1. november 2025")
    assert (answer.address, answer.is_sure) == ("/midtjylland/2025-11-07/", False)
    assert "det nærmeste; intet møde 1. november 2025" in answer.line


@pytest.mark.parametrize(
    "typed", ["24. oktober 1999", "31. februar 2025", "3.1", "kystvej juni", "2,5 mio. kr.", "2025"]
)
def test_no_meeting_is_guessed_from_afar_or_beside_other_words(council: Meeting, typed: str) -> None:
    assert answers(typed) == []


def test_the_last_meeting_of_all_is_that_of_each_council(council: Meeting) -> None:
    assert [one.address for one in answers("sidste møde")] == ["/midtjylland/2025-11-07/", "/sjaelland/2025-06-13/"]


@pytest.mark.parametrize("typed", [
    "Tornvig", "søren kai tornvig", "soeren tornvig", "Soren Tornvig", "tornvik", "Tronvig", "S. K. Tornvig",
    "Tornvig, Søren", "borgmester Tornvig", "person:Tornvig", '"Søren Tornvig"', "SKT", "Tornvig afbud",
    "hvad sagde Søren Kai Tornvig om kystvejen",
])  # fmt: skip
def test_a_person_is_found_by_any_part_of_the_name(council: Meeting, typed: str) -> None:
    assert "/deltager/soeren-kai-tornvig/" in [one.address for one in answers(typed)]


def test_a_person_comes_with_party_municipality_and_attendance(council: Meeting) -> None:
    (answer,) = answers("birgitte åby")
    assert answer.line == "(V), Holbæk · afbud ved 3 møder · senest 7. november 2025"


def test_a_common_word_that_is_a_surname_gives_one_person_and_never_many(council: Meeting) -> None:
    assert first("skov") == "/deltager/vera-skov/"
    for name in ("Aksel Skov", "Bo Skov", "Carla Skov"):
        make_participant(council, name, "Viborg")
    (answer,) = answers("skov")
    assert (answer.address, answer.title) == ("/deltagere/?q=skov", "4 deltagere med »skov« i navnet")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("soroe", "/kommune/soroe/"),
        ("Århus kommune", "/kommune/aarhus/"),
        ("holbæks", "/kommune/holbaek/"),
        ("Hølbæk", "/kommune/holbaek/"),
        ("taastrup", "/kommune/hoeje-taastrup/"),
        ("KKR Syddanmark", "/syddanmark/"),
        ("midtjyske kommuner", "/midtjylland/"),
        ("sundhedsområdet", "/emne/sundhed/"),
        ("fritid", "/emne/kultur-og-fritid/"),
        ("refugees", "/emne/integration/"),
        ("Emne: aeldre", "/emne/aeldre/"),
        ("00817", "/sag/SAG-2025-00817/"),
        ("sag 2024-817", "/sag/SAG-2024-00817/"),
    ],
)
def test_places_topics_and_cases_are_found_by_name_and_number(council: Meeting, typed: str, address: str) -> None:
    assert address in [one.address for one in answers(typed)]


@pytest.mark.parametrize(
    "typed",
    ["tog", "kystvej", "kystvejen i Sorø", "-sorø", "sundhed -sorø", "SAG-2025-00871", "xqvzplork", "kommune", ""],
)
def test_nothing_is_answered_where_nothing_is_certain(council: Meeting, typed: str) -> None:
    assert answers(typed) == []


@pytest.mark.parametrize("typed", ["afbud 13. juni", "hvem meldte afbud 13/6-25", "who was absent 13 June 2025"])
def test_who_was_away_stands_in_the_line_of_the_meeting(council: Meeting, typed: str) -> None:
    (answer,) = answers(typed)
    assert (answer.address, answer.line) == ("/sjaelland/2025-06-13/", "afbud: Birgitte Aaby, 1 til stede")


def test_who_was_there_without_a_day_is_asked_of_the_latest_meetings(council: Meeting) -> None:
    assert answers("hvem var til stede")[0].line == "2 til stede, afbud: Birgitte Aaby"


def test_the_next_meeting_is_one_that_the_archive_has(council: Meeting) -> None:
    make_meeting("midtjylland", "2026-04-10", place="Viborg")
    answer = answers("hvornår er næste møde i KKR Midtjylland")[0]
    assert (answer.address, answer.title) == (
        "/midtjylland/2026-04-10/",
        "Næste møde i KKR Midtjylland: 10. april 2026",
    )


def test_the_next_meeting_is_else_the_day_that_minutes_announce(council: Meeting) -> None:
    make_fact(council.items.get(), "next_meeting", date=datetime.date(2026, 3, 20))
    (answer,) = answers("næste møde")
    assert (answer.address, answer.title) == (
        council.get_absolute_url(),
        "Næste møde i KKR Midtjylland: 20. marts 2026",
    )


def test_a_day_that_is_past_is_not_said_to_be_next(council: Meeting) -> None:
    make_fact(council.items.get(), "next_meeting", date=datetime.date(2026, 1, 20))
    (answer,) = answers("næste møde")
    assert "mødet selv er ikke i arkivet" in answer.line


@pytest.mark.parametrize(
    ("typed", "most"),
    [("kystvej", 1), ("sundhed", 0), ("13.6.2025", 1), ("Tornvig", 3), ("afbud 13. juni", 3), ("næste møde", 3),
     ("14. juni 2025", 5), ("xqvzplork", 4)],
)  # fmt: skip
def test_answers_take_few_queries(council: Meeting, typed: str, most: int) -> None:
    with CaptureQueriesContext(connection) as queries:
        answers(typed)
    assert len(queries) <= most
