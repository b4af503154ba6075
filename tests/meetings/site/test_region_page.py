"""A KKR's page: the calendar of a year, what it deals with, what it decided last."""

from __future__ import annotations

import pytest
from django.test import Client

from meetings.models import Meeting
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of
from tests.meetings.site.test_pages_queries import count, make_more

ADDRESS = "/nordjylland/"


def test_a_meeting_day_is_marked_in_the_calendar_and_leads_to_the_meeting(client: Client, archive: Meeting) -> None:
    marked = '<td><a href="/nordjylland/2025-10-24/" aria-label="Møde 24. oktober">24</a></td>'
    assert marked in text_of(client, ADDRESS)


def test_the_calendar_has_twelve_months(client: Client, archive: Meeting) -> None:
    assert text_of(client, ADDRESS).count("<caption>") == 12


def test_the_latest_year_is_shown_unless_another_is_asked_for(client: Client, archive: Meeting) -> None:
    make_meeting("nordjylland", "2019-03-08")
    assert "Møder i 2025" in text_of(client, ADDRESS)
    text = text_of(client, f"{ADDRESS}?aar=2019")
    assert "Møder i 2019" in text
    assert 'href="/nordjylland/2019-03-08/"' in text


def test_two_meetings_on_a_day_are_both_in_the_calendar(client: Client, archive: Meeting) -> None:
    make_meeting("nordjylland", "2025-10-24", sequence=2)
    text = text_of(client, ADDRESS)
    assert '<td><a href="/nordjylland/2025-10-24/" aria-label' in text
    assert '<a href="/nordjylland/2025-10-24-2/" aria-label="Møde 24. oktober">24</a></td>' in text


@pytest.mark.parametrize("asked", ["2018", "x", "²"])
def test_a_year_without_meetings_is_said_in_words(client: Client, archive: Meeting, asked: str) -> None:
    assert f"Arkivet har ingen møder her i {asked}." in text_of(client, f"{ADDRESS}?aar={asked}", 404)


def test_the_topics_most_treated_lead_to_their_items_in_the_kkr(client: Client, archive: Meeting) -> None:
    make_item(make_meeting("sjaelland"), "1", topics=["sundhed"], decision="Drøftet.")
    text = text_of(client, ADDRESS)
    assert 'href="/soeg/?emne=it-og-digitalisering&amp;region=nordjylland">It og digitalisering</a>' in text
    assert "emne=sundhed" not in text


def test_the_latest_decisions_are_those_of_the_kkr(client: Client, archive: Meeting) -> None:
    make_item(make_meeting("sjaelland"), "1", "Ny letbane", decision="Drøftet.")
    text = text_of(client, ADDRESS)
    assert "Seneste beslutninger" in text
    assert "Ny letbane" not in text


def test_formalities_are_neither_what_it_talks_of_nor_what_it_decided(client: Client, archive: Meeting) -> None:
    make_item(archive, "1.1", "Godkendelse af dagsorden", topics=["moedeformalia"], decision="Godkendt.")
    text = text_of(client, ADDRESS)
    assert "Godkendelse af dagsorden" not in text
    assert "Mødeformalia" not in text


@pytest.mark.django_db
def test_a_kkr_without_meetings_says_so(client: Client) -> None:
    assert "Arkivet har endnu ingen møder i KKR Sjælland." in text_of(client, "/sjaelland/")


def test_the_page_asks_as_often_with_many_rows(client: Client, archive: Meeting) -> None:
    few = count(client, ADDRESS)
    make_more(archive, 7)
    assert (few, count(client, ADDRESS)) == (5, 5)


def test_the_meetings_stand_before_the_calendar(client: Client, archive: Meeting) -> None:
    html = text_of(client, "/nordjylland/")
    assert html.index('<ul class="meeting-list">') < html.index('<div class="calendar">')
