"""Cases: by the year of their number, and from meeting to meeting."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.models import Meeting
from meetings.shared.vocabulary import Outcome
from meetings.site.pages.cases import case_timeline, count_cases, find_case
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of


def make_course(archive: Meeting) -> None:
    """Add an item of the archive's case in another KKR, and make two other cases."""
    other = make_meeting("sjaelland", "2026-01-30")
    make_item(
        other, "2.1", "Drift i fællesskab", decision="Udsat.", outcome=Outcome.POSTPONED, case_number="SAG-2025-03687"
    )
    make_item(other, "2.2", "Takster", case_number="SAG-2025-00001")
    make_item(archive, "3.2", "Ældre", case_number="SAG-2019-00007")


def test_the_years_of_case_numbers_are_counted(archive: Meeting) -> None:
    make_course(archive)
    assert count_cases().years == [(2025, 2), (2019, 1)]


def test_cases_are_listed_by_the_year_of_their_number(client: Client, archive: Meeting) -> None:
    make_course(archive)
    html = text_of(client, "/sag/?aar=2019")
    assert re.findall(r'<a href="/sag/(SAG[^/]+)/"', html) == ["SAG-2019-00007"]
    assert "1 sag med nummer fra 2019" in html
    assert 'href="?aar=2025">2025 <span class="count">2<' in html


def test_a_year_without_cases_is_missing(client: Client, archive: Meeting) -> None:
    assert "ingen sager med nummer fra »1999«" in text_of(client, "/sag/?aar=1999", 404)


def test_a_case_goes_from_meeting_to_meeting_the_latest_first(client: Client, archive: Meeting) -> None:
    make_course(archive)
    html = text_of(client, "/sag/SAG-2025-03687/")
    assert "2 punkter på 2 møder i KKR Nordjylland, KKR Sjælland." in html
    assert (
        html.index("30. januar 2026")
        < html.index("Drift i fællesskab")
        < html.index("Udsat")
        < html.index("Fælles it-drift")
    )


def test_a_case_has_a_line_of_dots_for_each_council(archive: Meeting) -> None:
    make_course(archive)
    found = find_case("SAG-2025-03687")
    assert found
    lanes = [(lane.key, [dot.label for dot in lane.dots]) for lane in case_timeline(found).lanes]
    assert lanes == [("nordjylland", ["24. oktober 2025: 1 punkt"]), ("sjaelland", ["30. januar 2026: 1 punkt"])]


def test_a_case_at_one_meeting_is_not_plotted(client: Client, archive: Meeting) -> None:
    assert "<svg" not in text_of(client, "/sag/SAG-2025-03687/")


def test_a_number_that_covers_a_meeting_is_said_to_tell_nothing(client: Client, archive: Meeting) -> None:
    told = "siger ikke selv, hvad de handler om"
    assert told not in text_of(client, "/sag/SAG-2025-03687/")
    for number in ("3.2", "3.3", "3.4"):
        make_item(archive, number, f"Punkt {number}", case_number="SAG-2025-03687")
    assert told in text_of(client, "/sag/SAG-2025-03687/")


def test_a_number_that_goes_on_at_other_meetings_is_told_from_the_others(client: Client, archive: Meeting) -> None:
    make_course(archive)
    assert re.findall(r"<b>(\d møder)</b>, 24. oktober 2025 – 30. januar 2026", text_of(client, "/sag/")) == ["2 møder"]


def test_only_a_case_of_several_meetings_is_said_to_go_from_one_to_another(client: Client, archive: Meeting) -> None:
    assert "Fra møde til møde" not in text_of(client, "/sag/SAG-2025-03687/")
    make_course(archive)
    assert "Fra møde til møde" in text_of(client, "/sag/SAG-2025-03687/")


@pytest.mark.parametrize(
    "question",
    ["q=SAG-2025-03687", "q=sag:SAG-2025-03687", "q=sag:2025-3687", "sag=sag+2025-3687", "sag=sagsnr.+2025-3687"],
)
def test_a_case_has_the_same_items_however_it_is_asked_for(client: Client, archive: Meeting, question: str) -> None:
    for day in (1, 2):
        other = make_meeting("sjaelland", f"2025-11-0{day}")
        make_item(other, "2.1", "Drift i fællesskab", background="Uden ordet.", case_number="SAG-2025-03687")
    assert text_of(client, f"/soeg/?{question}").count('class="item-row"') == 3
