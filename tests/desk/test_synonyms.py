"""The archivist's pairs of synonyms."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry

from meetings.models import Synonym
from tests.desk.admin_pages import log_in, make_archive
from tests.make import make_item, make_meeting

pytestmark = pytest.mark.django_db

ADD = "/admin/meetings/synonym/add/"


def pair(term: str, other: str, use: str = "both") -> dict[str, str]:
    """Return what the form of a pair sends."""
    return {"term": term, "other": other, "use": use}


def test_a_pair_is_added_and_logged() -> None:
    assert log_in().post(ADD, pair("offentlig transport", "rutebiler")).status_code == 302
    assert Synonym.objects.get().term_keys == ["offentlig transport"]
    assert LogEntry.objects.filter(object_repr="offentlig transport, rutebiler").exists()


REFUSED = [
    ("kaj", "kajen", "samme ord for en søgning"),
    ("it-drift", "IT-driften", "samme ord for en søgning"),
    ("kaj", "og den", "Skriv mindst et ord"),
    ("a", "havn", "Skriv mindst et ord"),
    ("123", "havn", "Skriv mindst et ord"),
    ("kaj", "havn " * 8, "Skriv højst syv ord"),
]


@pytest.mark.parametrize(("term", "other", "said"), REFUSED)
def test_a_pair_that_makes_no_sense_is_refused(term: str, other: str, said: str) -> None:
    assert said in log_in().post(ADD, pair(term, other)).content.decode()
    assert not Synonym.objects.exists()


def test_a_pair_is_added_once() -> None:
    client = log_in()
    client.post(ADD, pair("kaj", "havn"))
    assert "Det par er der allerede" in client.post(ADD, pair("Kaj", "Havn")).content.decode()


def test_a_word_that_stands_nearly_everywhere_is_refused() -> None:
    meeting = make_meeting("sjaelland", "2019-03-01")
    for nth in range(40):
        make_item(meeting, str(nth + 1), f"Sag {nth}", presentation="Om havne.")
    page = log_in().post(ADD, pair("kaj", "havn")).content.decode()
    assert "»havn« står i 40 af 40 punkter" in page
    assert log_in().post(ADD, pair("kaj", "havn", "never")).status_code == 302


def test_abbreviations_of_documents_are_shown_and_not_changed() -> None:
    make_archive()
    page = log_in().get("/admin/meetings/abbreviation/").content.decode()
    assert "Kommunernes Landsforening" in page
    assert log_in().get("/admin/meetings/abbreviation/add/").status_code == 403
