"""The reader chooses the language of the pages; the records stay Danish."""

from __future__ import annotations

import pytest
from django.db import connection
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from meetings.models import Meeting
from tests.meetings.site.public_pages import text_of


@pytest.fixture
def english(client: Client) -> Client:
    """Return a client that has chosen English."""
    client.post("/sprog/", {"language": "en", "next": "/"})
    return client


def test_the_pages_speak_danish_whatever_the_browser_asks_for(client: Client, archive: Meeting) -> None:
    html = client.get("/moeder/", headers={"accept-language": "en-GB,en;q=0.9"}).content.decode()
    assert '<html lang="da">' in html
    assert "<h1>Møder</h1>" in html


def test_the_pages_speak_english_to_who_chose_it(english: Client, archive: Meeting) -> None:
    html = text_of(english, "/moeder/")
    assert '<html lang="en">' in html
    assert "<h1>Meetings</h1>" in html


def test_the_choice_leads_back_to_the_page_as_it_was_asked_for(client: Client, db: None) -> None:
    response = client.post("/sprog/", {"language": "en", "next": "/soeg/?q=it-drift&region=nordjylland"})
    assert response.headers["location"] == "/soeg/?q=it-drift&region=nordjylland"


def test_the_switch_names_the_page_it_stands_on(client: Client, archive: Meeting) -> None:
    assert 'name="next" value="/moeder/?region=nordjylland"' in text_of(client, "/moeder/?region=nordjylland")


def test_the_choice_leads_to_no_other_site(client: Client, db: None) -> None:
    response = client.post("/sprog/", {"language": "en", "next": "https://example.com/"})
    assert response.headers["location"] == "/"


def test_danish_can_be_chosen_again(english: Client, archive: Meeting) -> None:
    english.post("/sprog/", {"language": "da"})
    assert '<html lang="da">' in text_of(english, "/moeder/")


@pytest.mark.parametrize("chosen", ["de", "../../etc", ""])
def test_a_language_that_the_archive_has_not_is_danish(client: Client, archive: Meeting, chosen: str) -> None:
    client.cookies["sprog"] = chosen
    assert '<html lang="da">' in text_of(client, "/moeder/")


def test_the_choice_is_kept_by_the_reader_not_by_the_archive(client: Client, db: None) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.post("/sprog/", {"language": "en"})
    assert len(queries) == 0
    assert client.cookies["sprog"]["httponly"]
    assert "csrftoken" not in client.cookies


def test_looking_at_the_address_of_the_choice_changes_nothing(client: Client, db: None) -> None:
    assert client.get("/sprog/?language=en").status_code == 405
    assert "sprog" not in client.cookies


def test_caches_tell_the_languages_apart(english: Client, archive: Meeting) -> None:
    response = english.get("/moeder/")
    assert "Cookie" in response.headers["vary"]
    assert response.headers["content-language"] == "en"


@pytest.mark.parametrize(("language", "date"), [("da", "24. oktober 2025"), ("en", "24 October 2025")])
def test_dates_are_written_in_the_language(client: Client, archive: Meeting, language: str, date: str) -> None:
    client.cookies["sprog"] = language
    assert date in text_of(client, "/moeder/")


def test_a_topic_is_suggested_by_its_name_in_either_language(english: Client, db: None) -> None:
    for typed in ("sundh", "heal"):
        found = english.get(f"/soeg/forslag/?q={typed}").json()["suggestions"]
        assert {"kind": "Topic", "label": "Health", "url": "/emne/sundhed/", "lang": ""} in found


@pytest.mark.parametrize(("language", "number"), [("da", "12.345"), ("en", "12,345")])
def test_numbers_are_written_in_the_language(language: str, number: str) -> None:
    with translation.override(language):
        for engine in ("jinja2", "django"):  # the public pages' and the archivists'
            assert engines[engine].from_string("{{ n|grouped }}").render({"n": 12345}) == number


def test_the_admin_speaks_english_too(english: Client, db: None) -> None:
    assert "Log in" in text_of(english, "/admin/login/")
