"""Every member of every vocabulary on every kind of page, in both languages: none is missing anywhere."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import gettext, override

from meetings.labels import join_labels
from meetings.models import Meeting
from meetings.shared.vocabulary import DocumentKind, Labelled, Outcome, Tone
from tests.desk.admin_pages import log_in
from tests.meetings.site.every_member import HOLDERS, VOCABULARIES
from tests.meetings.site.public_pages import PAGES, STATUS

STYLES = Path(settings.BASE_DIR, "static/css/archive.css").read_text(encoding="utf-8")
ANSWERS = {PAGES[name]: status for name, status in STATUS.items()}


def read(client: Client, address: str, language: str) -> str:
    """Return the words of a page in a language. Raise AssertionError, with the address, for an unexpected response."""
    client.cookies["sprog"] = language
    response = client.get(address)
    assert response.status_code == ANSWERS.get(address, 200), (address, language)
    return unescape(re.sub(r"<[^>]+>", "", response.content.decode()))


def test_every_vocabulary_has_rows_that_hold_its_members() -> None:
    assert set(HOLDERS) == set(VOCABULARIES)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_member_is_shown_on_its_pages_and_breaks_no_other(archive: Meeting, vocabulary: type[Labelled]) -> None:
    client = log_in()
    shown = {member: HOLDERS[vocabulary](member) for member in vocabulary}
    for language in ("da", "en"):
        for member, addresses in shown.items():
            words = "\n".join(read(client, address, language) for address in addresses).lower()
            with override(language):
                assert gettext(member.label).lower() in words, (member, language)
        for address in PAGES.values():
            read(client, address, language)


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_a_colour_and_outcomes(tone: Tone) -> None:
    assert f'[data-tone="{tone}"] {{ --tone:' in STYLES
    assert tone.outcomes


def test_outcomes_of_a_tone_are_named_together() -> None:
    ahead = [Outcome.RECOMMENDED, Outcome.APPOINTED, Outcome.FORWARDED]
    assert join_labels(ahead) == "Anbefalet, udpeget eller sendt videre"
    with override("en"):
        assert join_labels(ahead) == "Recommended, appointed or forwarded"
    assert join_labels([Outcome.APPROVED]) == "Godkendt"


def test_the_strongest_outcome_is_the_first_of_the_vocabulary() -> None:
    assert Outcome.strongest([Outcome.NOTED, Outcome.REJECTED, Outcome.POSTPONED]) == Outcome.REJECTED
    assert Outcome.strongest([]) == Outcome.OTHER


def test_a_supplementary_agenda_and_a_notice_are_agendas() -> None:
    assert {kind: kind.broader for kind in DocumentKind} == {
        "enclosure": "enclosure",
        "agenda": "agenda",
        "supplementary_agenda": "agenda",
        "notice": "agenda",
        "minutes": "minutes",
    }
