"""Absences are listed together on a meeting's page; nobody counts as absent without being listed so."""

from __future__ import annotations

import pytest
from django.test import Client

from meetings.models import Meeting
from meetings.provenance.current_documents import has_minutes
from meetings.shared.vocabulary import DocumentKind
from meetings.site.pages.turnout import turnout
from tests.make import make_document, make_meeting, make_participant
from tests.meetings.site.public_pages import text_of

MEETING = "/nordjylland/2025-10-24/"


def test_apologies_stand_together_above_the_long_list_with_a_way_to_them(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Bo Friis", "Læsø", party="V", status="absent")
    make_participant(archive, "Eva Lund", "Morsø", status="absent")
    html = text_of(client, MEETING)
    gathered = html[html.index('<h3 id="afbud">') : html.index("Efter kommune")]
    assert [name in gathered for name in ("Bo Friis", "Læsø", "Eva Lund", "Morsø", "Asta Holm")] == [True] * 4 + [False]
    assert '<a href="#afbud">2 afbud</a>' in html


def test_where_nobody_is_absent_no_list_says_so(client: Client, archive: Meeting) -> None:
    html = text_of(client, MEETING)
    assert "Listen nævner ingen afbud." in html
    assert 'id="afbud"' not in html


def test_those_whom_only_an_agenda_lists_are_not_absent(client: Client, archive: Meeting) -> None:
    archive.documents.update(kind=DocumentKind.AGENDA)
    html = text_of(client, MEETING)
    assert "Hvem der kom, er ikke registreret." in html
    assert 'id="afbud"' not in html


def test_names_of_a_repaired_document_lead_to_how_they_were_read(client: Client, archive: Meeting) -> None:
    assert "som de blev læst" not in text_of(client, MEETING)
    archive.documents.update(page_origins=[{"origin": "file", "repaired": True, "confidence": None}])
    document = archive.documents.get()
    assert f'href="{document.get_absolute_url()}?original=1#rettet"' in text_of(client, MEETING)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("statuses", [["present"], ["absent"], ["present", "absent"], []])
def test_it_is_known_who_came_to_the_same_meetings_on_every_page(kind: str, statuses: list[str]) -> None:
    meeting = make_meeting()
    make_document(meeting, kind=kind)
    for nth, status in enumerate(statuses):
        make_participant(meeting, f"Asta {nth}", status=status)
    shown = turnout(meeting.participants.all(), [], has_minutes=has_minutes(meeting.documents.all()))
    expected = kind == DocumentKind.MINUTES and "present" in statuses
    assert (shown.is_known, Meeting.objects.with_known_attendance().exists()) == (expected, expected)


def test_who_came_in_whose_place_stands_beside_the_name(client: Client, archive: Meeting) -> None:
    make_participant(archive, "Bo Friis", "Læsø", status="absent")
    make_participant(archive, "Eva Lund", "Læsø", substitute_for="Bo Friis")
    assert "stedfortræder for Bo Friis" in text_of(client, MEETING)
