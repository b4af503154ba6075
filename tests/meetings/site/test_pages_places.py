"""The front page and the municipalities' pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.models import Meeting, Municipality, Person
from meetings.site.pages.municipality import people_of
from meetings.site.pages.service_history import service
from tests.make import make_document, make_item, make_meeting, make_participant
from tests.meetings.site.public_pages import text_of

MORSOE = "/kommune/morsoe/"


def titles(html: str) -> list[str]:
    """Return the titles of the items that a page lists."""
    return re.findall(r'<(?:h3|p class="name")><a href="[^"]*">([^<]+)</a>', html)


def test_the_front_page_shows_decisions_of_several_meetings(client: Client, db: None) -> None:
    for day in ("2025-03-01", "2025-02-01"):
        meeting = make_meeting(date=day)
        for n in range(1, 6):
            make_item(meeting, str(n), f"{day} nr. {n}", decision="Godkendt.")
    assert titles(text_of(client, "/")) == [
        f"{day} nr. {n}" for day in ("2025-03-01", "2025-02-01") for n in (1, 2, 3)
    ]  # fmt: skip


def test_the_front_page_leaves_formalities_out_of_the_decisions(client: Client, db: None) -> None:
    make_item(make_meeting(), "1", "Godkendelse af dagsorden", decision="Godkendt.", topics=["moedeformalia"])
    assert titles(text_of(client, "/")) == []


def test_an_empty_archive_shows_the_map_and_how_to_fill_it(client: Client, db: None) -> None:
    page = text_of(client, "/")
    assert "Arkivet er tomt" in page
    assert 'href="/kommune/morsoe/"' in page
    assert "Seneste" not in page


@pytest.mark.parametrize(
    "told",
    [
        {"presentation": "Morsø får to pladser."},
        {
            "presentation": "Fordeling:",
            "tables": [{"section": "presentation", "paragraph": 1, "rows": [["Morsø", "2"]]}],
        },
        {"decision": "Morsøs forslag blev tiltrådt."},
        {"recommendation": "At se på det.", "attachments": ["Brev fra Morsø Kommune"]},
    ],
)
def test_an_item_is_found_wherever_it_names_the_municipality(client: Client, db: None, told: dict[str, str]) -> None:
    make_item(make_meeting(), "3.1", "Fordeling af pladser", **told)
    page = text_of(client, MORSOE)
    assert titles(page) == ["Fordeling af pladser"]
    assert re.search(r"<mark>Morsøs?</mark>", page)


def test_the_numbers_of_a_table_stand_under_their_headings(client: Client, db: None) -> None:
    rows = [["Kommune", "2025", "2026"], ["Læsø", "1", "1"], ["Morsø", "3", "4"]]
    table = {"section": "presentation", "paragraph": 1, "rows": rows}
    make_item(make_meeting(), "3.1", "Fordeling", presentation="Fordeling:", tables=[table])
    assert "<mark>Morsø</mark> · 2025: 3 · 2026: 4" in text_of(client, MORSOE)


def test_other_forms_of_a_name_count(client: Client, db: None) -> None:
    make_item(make_meeting(), "3.1", "Broen", presentation="Vesthimmerland bygger.")
    assert titles(text_of(client, "/kommune/vesthimmerlands/")) == ["Broen"]


def test_a_common_word_is_no_municipality(client: Client, db: None) -> None:
    make_item(make_meeting(), "3.1", "Cykelstier", presentation="Langs vejen er der en sti.")
    assert titles(text_of(client, "/kommune/vejen/")) == []


@pytest.fixture
def named(db: None) -> None:
    """Make items that mention Morsø: a newer one of Nordjylland on health, an older one of Midtjylland."""
    make_item(make_meeting(), "3.1", "Ny", presentation="Morsø.", topics=["sundhed"], decision="Godkendt.")
    make_item(make_meeting("midtjylland", "2019-01-01"), "3.1", "Gammel", presentation="Morsø.")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ["Ny", "Gammel"]),
        ("?aar=2019", ["Gammel"]),
        ("?region=nordjylland", ["Ny"]),
        ("?emne=sundhed", ["Ny"]),
        ("?udfald=rejected", []),
    ],
)
def test_the_items_of_a_municipality_are_narrowed(
    client: Client, named: None, address: str, expected: list[str]
) -> None:
    assert titles(text_of(client, MORSOE + address)) == expected


def test_what_narrows_the_items_is_seen_and_taken_away(client: Client, named: None) -> None:
    page = text_of(client, MORSOE + "?emne=sundhed&aar=2025")
    assert 'href="?aar=2025"' in page
    assert 'href="?emne=sundhed"' in page


def test_blank_choices_leave_the_address(client: Client, named: None) -> None:
    assert client.get(MORSOE + "?aar=2019&region=&emne=").headers["Location"] == f"{MORSOE}?aar=2019"


def test_a_choice_that_is_none_is_told(client: Client, named: None) -> None:
    assert "Arkivet kender ikke dette valg" in text_of(client, MORSOE + "?emne=x", 400)


def test_a_municipalitys_people_stand_under_the_term_they_were_last_seen_in(db: None) -> None:
    for day in ("2021-05-01", "2022-05-01"):
        make_participant(make_meeting(date=day), "Asta Holm", "Morsø")
    make_participant(Meeting.objects.get(date="2021-05-01"), "Bo Friis", "Morsø")
    terms = people_of(Municipality.objects.get(slug="morsoe"))
    assert [(term.first_year, term.last_year, [str(one.person) for one in term.people]) for term in terms] == [
        (2022, 2025, ["Asta Holm"]),
        (2018, 2021, ["Bo Friis"]),
    ]


def test_a_municipalitys_people_are_told_with_party_and_attendance(client: Client, db: None) -> None:
    for day, status in (("2025-01-10", "present"), ("2025-05-01", "absent")):
        meeting = make_meeting(date=day)
        make_document(meeting, day.encode()), make_participant(meeting, "Bo Lund", "Læsø")
        make_participant(meeting, "Asta Holm", "Morsø", party="V", status=status)
    page = text_of(client, MORSOE)
    assert '<span class="party">V</span>' in page
    assert "til stede ved 1 af 2 møder" in page


def test_a_municipality_counts_attendance_as_the_persons_own_page_does(client: Client, db: None) -> None:
    regrets, full, elsewhere, agenda = (make_meeting(date=f"202{year}-05-01") for year in (0, 1, 2, 3))
    make_document(regrets, b"0"), make_document(full, b"1"), make_document(elsewhere, b"2")
    make_document(agenda, b"3", kind="agenda")
    make_participant(full, "Bo Lund", "Læsø"), make_participant(elsewhere, "Asta Holm", "Læsø", party="V")
    for meeting, status in ((regrets, "absent"), (full, "absent"), (agenda, "present")):
        make_participant(meeting, "Asta Holm", "Morsø", party="V", status=status)
    seats = [
        seat
        for seat in service(Person.objects.get(name="Asta Holm")).seats
        if str(seat.municipality).startswith("Morsø")
    ]
    assert (sum(seat.present for seat in seats), sum(seat.held for seat in seats)) == (0, 1)
    assert "til stede ved 0 af 1 møde<" in text_of(client, MORSOE)


def test_a_municipality_says_where_it_is_not_known_who_came(client: Client, db: None) -> None:
    make_participant(make_meeting(), "Asta Holm", "Morsø")
    assert "2025, fremmødet er ikke registreret" in text_of(client, MORSOE)
