"""The topics, and a topic through the years."""

from __future__ import annotations

from django.test import Client

from meetings.models import Meeting
from tests.make import make_item, make_meeting
from tests.meetings.site.public_pages import text_of

ADDRESS = "/emne/it-og-digitalisering/"


def make_elsewhere() -> None:
    held = make_meeting("sjaelland", "2023-05-05")
    make_item(held, "4.2", "Nyt netværk", decision="Drøftet.", topics=["it-og-digitalisering"])


def test_a_topic_shows_its_items_by_year_and_kkr(client: Client, archive: Meeting) -> None:
    make_elsewhere()
    text = text_of(client, ADDRESS)
    assert "<title>2023, KKR Sjælland: 1 punkt</title>" in text
    assert 'href="/soeg/?aar=2023&amp;region=sjaelland&amp;emne=it-og-digitalisering"' in text


def test_a_topic_can_be_narrowed_to_one_kkr(client: Client, archive: Meeting) -> None:
    make_elsewhere()
    text = text_of(client, f"{ADDRESS}?region=sjaelland")
    assert "Nyt netværk" in text
    assert 'href="/nordjylland/2025-10-24/punkt/3.1/"' not in text
    assert 'href="/soeg/?emne=it-og-digitalisering&amp;region=sjaelland"' in text


def test_the_picture_of_a_topic_stays_whole_when_it_is_narrowed(client: Client, archive: Meeting) -> None:
    make_elsewhere()
    assert "<title>2025, KKR Nordjylland: 1 punkt</title>" in text_of(client, f"{ADDRESS}?region=sjaelland")


def test_what_is_no_kkr_is_said_in_words(client: Client, archive: Meeting) -> None:
    assert "Der er ingen KKR, der hedder »fyn«." in text_of(client, f"{ADDRESS}?region=fyn", 404)


def test_a_topic_without_items_says_so(client: Client, archive: Meeting) -> None:
    assert "Ingen punkter har dette emne endnu." in text_of(client, "/emne/sundhed/")


def test_a_bare_heading_counts_nowhere_among_topics(client: Client, archive: Meeting) -> None:
    make_item(archive, "7", "It-sager", topics=["sundhed"])
    assert "Ingen punkter har dette emne endnu." in text_of(client, "/emne/sundhed/")
    assert "Sundhed" not in text_of(client, "/emner/")
