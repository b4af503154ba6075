"""Facts on the pages of items, meetings and people."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.models import AgendaItem, Meeting, Person
from tests.make import make_document, make_fact, make_item, make_meeting, make_pages, make_participant

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_sentence_leads_to_where_it_stands_on_its_page(client: Client) -> None:
    meeting = make_meeting()
    document = make_document(meeting, name="a.pdf")
    make_pages(document, [["3.1 Havne", "Indledning.", "Broen koster 5 mio. kr. i alt.", "Mere om broen."]])
    text = "Indledning. Broen koster 5 mio. kr. i alt. Mere om broen."
    item = make_item(meeting, "3.1", "Havne", presentation=text, document=document, first_page=1, last_page=1)
    make_fact(item, "amount", "Broen koster 5 mio. kr. i alt.", amount=5_000_000)
    page = shown(client, item.get_absolute_url())
    assert "5.000.000\N{NO-BREAK SPACE}kr." in page
    way = f"/dokument/{document.pk}/sted/?punkt=3.1&oplysning=1"
    assert way.replace("&", "&amp;") in page
    place = client.get(way)
    assert "oplysning=1" in place["Location"]
    marked = shown(client, place["Location"])
    assert re.findall("<mark[^>]*>(.*?)</mark>", marked) == ["Broen koster 5 mio. kr. i alt"]


def test_a_meeting_referred_to_is_linked_both_ways(client: Client) -> None:
    earlier, meeting = make_meeting(date="2025-03-03"), make_meeting()
    make_document(earlier, b"a"), make_document(meeting, b"b")
    item = make_item(meeting, "2", "Broer")
    make_fact(item, "earlier_meeting", "Se mødet den 3. marts 2025.", date=earlier.date, council="nordjylland")
    assert f'<a href="{earlier.get_absolute_url()}"><time' in shown(client, item.get_absolute_url())
    page = shown(client, earlier.get_absolute_url())
    assert "Omtalt på senere møder" in page
    assert f'<a href="{item.get_absolute_url()}"' in page


def test_a_meeting_of_another_body_on_that_day_is_not_linked(client: Client) -> None:
    earlier, meeting = make_meeting(date="2025-03-03"), make_meeting()
    item = make_item(meeting, "2", "Broer")
    make_fact(item, "earlier_meeting", date=earlier.date, body="Kontaktudvalget")
    assert f'<a href="{earlier.get_absolute_url()}"><time' not in shown(client, item.get_absolute_url())


def test_a_meeting_lists_the_next_one_and_the_deadlines(client: Client) -> None:
    meeting = make_meeting()
    make_document(meeting)
    item = make_item(meeting, "2", "Broer")
    make_fact(item, "deadline", "Svar senest den 1. december 2025.", date="2025-12-01")
    make_fact(item, "amount", "Det koster 5 kr.", amount=5)
    page = shown(client, meeting.get_absolute_url())
    assert "Svar senest den 1. december 2025." in page
    assert "Det koster 5 kr." not in page


@pytest.fixture
def appointment() -> AgendaItem:
    """An item that appoints Bo Lund, who has been at its meeting."""
    meeting = make_meeting()
    make_participant(meeting, "Bo Lund")
    item = make_item(meeting, "2", "Havrådet")
    make_fact(item, "appointment", "KKR udpegede Bo Lund.", person="Bo Lund", body="Havrådet")
    return item


def test_an_appointment_leads_to_the_person_and_back(client: Client, appointment: AgendaItem) -> None:
    person = appointment.meeting.participants.get().person
    assert f'<a href="{person.get_absolute_url()}">Bo Lund</a>' in shown(client, appointment.get_absolute_url())
    assert "KKR udpegede Bo Lund." in shown(client, person.get_absolute_url())


def test_an_appointment_of_one_of_two_namesakes_leads_to_neither(client: Client, appointment: AgendaItem) -> None:
    other: Meeting = make_meeting(date="2024-01-01")
    seat = make_participant(other, "Bo Lund 2")
    Person.objects.filter(pk=seat.person_id).update(name="Bo Lund")
    person = appointment.meeting.participants.get().person
    assert ">Bo Lund</a>" not in shown(client, appointment.get_absolute_url())
    assert "KKR udpegede Bo Lund." not in shown(client, person.get_absolute_url())
