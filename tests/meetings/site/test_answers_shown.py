"""Answers as shown: above the results, on the terminal, and in the list of people."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from meetings.models import Meeting
from tests.make import make_item, make_participant
from tests.meetings.site.public_pages import text_of


@pytest.mark.parametrize(
    ("typed", "heading"),
    [("Asta Holm", "Personen, du søger"), ("24/10", "Mødet, du søger"), ("Astra Holm", "Måske søger du"),
     ("aalborg sundhed", "Svar"), ("ikke+godkendt", "Svar")],
)  # fmt: skip
def test_the_heading_says_how_sure_an_answer_is(client: Client, archive: Meeting, typed: str, heading: str) -> None:
    assert f'<h2 id="svar">{heading}</h2>' in text_of(client, f"/soeg/?q={typed}")


def test_answers_stand_above_the_first_page_of_the_results_alone(client: Client, archive: Meeting) -> None:
    for number in range(10, 35):
        make_item(archive, str(number), presentation="Om Aalborg.")
    assert 'class="answers"' in text_of(client, "/soeg/?q=aalborg")
    assert 'class="answers"' not in text_of(client, "/soeg/?q=aalborg&side=2")


def test_a_verdict_without_items_is_no_live_link(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/soeg/?q=ikke+godkendt")
    assert '<span class="chip">Udfald: Ikke godkendt</span>' in html
    assert '<a class="chip" href="/soeg/?udfald=approved#resultater">' in text_of(client, "/soeg/?q=godkendt")


def test_answers_are_printed_for_programs_and_for_people(archive: Meeting) -> None:
    printed, shown = StringIO(), StringIO()
    call_command("search", "Asta Holm", "--json", stdout=printed)
    expected = {"kind": "person", "address": "/deltager/asta-holm/", "title": "Asta Holm"}
    assert json.loads(printed.getvalue())["answers"] == [expected]
    call_command("search", "Asta Holm", stdout=shown)
    assert shown.getvalue().startswith("Deltager: Asta Holm – (A), Aalborg")


def test_suggestions_know_what_answers_know(client: Client, archive: Meeting) -> None:
    for typed, address in (
        ("24/10", "/nordjylland/2025-10-24/"),
        ("holm", "/deltager/asta-holm/"),
        ("refu", "/emne/integration/"),
    ):
        found = client.get("/soeg/forslag/", {"q": typed}).json()["suggestions"]
        assert address in [one["url"] for one in found], typed


@pytest.mark.parametrize("typed", ["holm", "Hol", "asta", "Holmm", "A. Holm"])
def test_the_list_of_people_is_searched_by_any_part_of_a_name(client: Client, archive: Meeting, typed: str) -> None:
    make_participant(archive, "Bo Krogh", "Læsø")
    html = text_of(client, f"/deltagere/?q={typed}")
    assert "/deltager/asta-holm/" in html
    assert "/deltager/bo-krogh/" not in html


def test_a_name_that_nobody_has_is_met_with_ways_on(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/deltagere/?q=xqvz&region=nordjylland")
    assert "Ingen deltager med »xqvz« i navnet" in html
    assert 'href="?q=xqvz">Søg efter navnet blandt alle deltagere' in " ".join(html.split())
