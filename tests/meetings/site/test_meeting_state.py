"""What pages say of a meeting that was cancelled, moved, decided in writing or is extraordinary."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client

from meetings.models import Meeting
from meetings.site.statistics.attendance import attendance_overview
from meetings.site.statistics.coverage import ledgers
from tests.make import make_document, make_item, make_meeting, make_participant

pytestmark = pytest.mark.django_db

DAY = datetime.date(2015, 4, 17)


def page(path: str) -> str:
    return " ".join(Client().get(path).content.decode().split())


def cancelled(**fields: Any) -> Meeting:
    meeting = make_meeting(date="2015-04-17", status="cancelled", place="Rådhuset", **fields)
    make_document(meeting, kind="agenda")
    make_participant(meeting, "Asta Holm")
    return meeting


LISTS = ["/moeder/", "/moeder/2015/", "/moeder/2015/04/", "/nordjylland/", "/"]


@pytest.mark.parametrize("path", LISTS)
def test_lists_and_calendars_say_that_a_meeting_was_cancelled(path: str) -> None:
    make_item(cancelled(), "1", "Havne")
    assert "aflyst" in page(path).lower()


def test_the_page_of_a_cancelled_meeting_says_so_and_misses_neither_people_nor_minutes() -> None:
    text = page(cancelled().get_absolute_url())
    assert "Mødet er aflyst." in text
    assert "Listen er over dem, der er indkaldt." in text
    assert "Arkivet har intet referat" not in text


@pytest.mark.parametrize("path", ["/soeg/", "/soeg/?q=havne"])
def test_search_marks_the_items_of_a_cancelled_meeting(path: str) -> None:
    make_item(cancelled(), "1", "Havne", presentation="Om havne.")
    assert '<span class="state" data-tone="against">Aflyst</span>' in page(path)


def test_an_item_of_a_cancelled_meeting_says_so() -> None:
    assert "Mødet er aflyst." in page(make_item(cancelled(), "1", "Havne").get_absolute_url())


def test_a_cancelled_meeting_has_no_turnout_even_if_minutes_list_somebody() -> None:
    make_document(cancelled(), b"Referat af aflysning")
    assert [
        (rate.meetings, rate.counted, rate.present) for rate in attendance_overview().regions if rate.meetings
    ] == []
    assert "1 til stede" not in page("/nordjylland/2015-04-17/")


def test_a_person_on_the_list_of_a_cancelled_meeting_is_not_said_to_have_come() -> None:
    meeting = cancelled()
    text = page(meeting.participants.get().person.get_absolute_url())
    assert "Aflyst" in text
    assert 'class="about">Til stede' not in text


def test_nobody_waits_for_the_minutes_of_a_cancelled_meeting() -> None:
    cancelled()
    doubts = [doubt.words for ledger in ledgers() for year in ledger.years for doubt in year.doubts]
    assert not any("intet referat" in words for words in doubts)


def test_a_meeting_that_was_moved_names_its_old_day() -> None:
    moved = make_meeting(date="2015-04-24", status="moved", moved_from=DAY)
    assert "Mødet er flyttet fra 17. april 2015." in page(moved.get_absolute_url())


def test_a_procedure_in_writing_has_its_deadline() -> None:
    told: dict[str, Any] = {"deadline": DAY, "deadline_time": datetime.time(12)}
    text = page(make_meeting(date="2015-04-17", status="written", **told).get_absolute_url())
    assert "Sagerne behandles skriftligt; medlemmerne mødes ikke. Frist for svar: 17. april 2015 kl. 12.00." in text


def test_an_extraordinary_meeting_says_so_with_its_hours_and_what_stands_beside_its_place() -> None:
    times: dict[str, Any] = {"start_time": datetime.time(9, 30), "end_time": datetime.time(12)}
    meeting = make_meeting(date="2015-04-17", extraordinary=True, place_note="Frokost kl. 12.", **times)
    text = page(meeting.get_absolute_url())
    assert "Mødet er ekstraordinært." in text
    assert "Kl. 09.30–12.00" in text
    assert "Frokost kl. 12." in text


def test_a_meeting_held_as_planned_is_not_remarked_on() -> None:
    meeting = make_meeting(date="2015-04-17")
    assert 'class="state"' not in page("/moeder/") + page(meeting.get_absolute_url())
