"""The overviews: what they count, what they lead to, how often they ask the database."""

from __future__ import annotations

import pytest
from django.test import Client

from meetings.finding.counting import decisions_by_year_and_region
from meetings.models import Meeting
from tests.make import make_item, make_meeting
from tests.meetings.public_pages import text_of


@pytest.mark.django_db
def test_decisions_are_counted_by_year_and_kkr() -> None:
    meeting = make_meeting("sjaelland", "2024-05-03")
    make_item(meeting, "1", decision="Tiltrådt."), make_item(meeting, "2", decision="Godkendt.")
    make_item(make_meeting("nordjylland", "2022-05-06"), "1", decision="Drøftet.")
    plot = decisions_by_year_and_region()
    assert plot.columns == ["2022", "2023", "2024"]
    assert plot.values == {("2024", "sjaelland"): 2, ("2022", "nordjylland"): 1}


@pytest.mark.django_db
def test_what_was_not_decided_or_left_out_is_not_counted() -> None:
    meeting = make_meeting()
    make_item(meeting, "1"), make_item(meeting, "2", decision="Udgår.", is_current=False)
    assert decisions_by_year_and_region().is_empty


def test_a_piece_of_the_plot_leads_to_a_search_of_that_year_and_kkr(client: Client, archive: Meeting) -> None:
    text = text_of(client, "/overblik/")
    assert 'href="/soeg/?aar=2025&amp;region=nordjylland" tabindex="-1"' in text
    assert "<title>2025, KKR Nordjylland: 1 beslutning</title>" in text
