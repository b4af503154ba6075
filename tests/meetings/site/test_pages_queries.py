"""The number of queries of each page: the same with many rows as with few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.models import AgendaItem, Meeting
from tests.make import MINUTES, make_document, make_fact, make_item, make_meeting, make_participant

# Including the one for whether samples are shown.
QUERIES = {
    "/": 6,
    "/moeder/": 4,
    "/nordjylland/": 5,
    "/nordjylland/2025-10-24/": 10,
    "/nordjylland/2025-10-24/aendringer/": 4,
    "/nordjylland/2025-10-24/punkt/3.1/": 11,  # one for the meeting's enclosures
    f"/dokument/{MINUTES}/side/2/": 4,
    f"/dokument/{MINUTES}/side/2/?q=it-drift": 4,
    f"/dokument/{MINUTES}/side/2/?punkt=3.1": 6,
    "/sag/": 4,
    "/sag/SAG-2025-03687/": 5,
    "/emner/": 2,
    "/emne/it-og-digitalisering/": 5,
    "/deltagere/": 3,  # one for the parties to choose from
    "/deltager/asta-holm/": 10,
    "/kommuner/": 1,
    "/kommune/aalborg/": 8,
    "/deltagere/?q=holm": 4,
    "/soeg/?q=it-drift&region=nordjylland": 14,
    "/om/": 4,
}


def make_more(meeting: Meeting, rows: int) -> None:
    """Add `rows` of everything to the archive."""
    for n in range(rows):
        other = make_meeting(date=f"2024-{n + 1:02}-01")
        make_participant(other, "Asta Holm"), make_participant(meeting, f"Bo {n}", "Læsø")
        make_facts(meeting.items.get(number="3.1"), other)
        document = make_document(meeting, f"dagsorden {n}".encode(), kind="agenda")
        for held in (meeting, other):
            make_item(
                held, f"5.{n}", decision="Fælles it-drift i Aalborg.", case_number="SAG-2025-03687",
                topics=["it-og-digitalisering", "oekonomi"], attachments=["a", "b"], document=document,
            )  # fmt: skip


def make_facts(item: AgendaItem, other: Meeting) -> None:
    """Add a fact of each kind that leads to another page, and one that refers to the item's own meeting."""
    make_fact(item, "appointment", person="Asta Holm")
    make_fact(item, "deadline", date=other.date)
    make_fact(item, "earlier_meeting", date=other.date, council=other.region_id)
    make_fact(make_item(other, "4"), "earlier_meeting", date=item.meeting.date, council=item.meeting.region_id)


@pytest.mark.parametrize(("address", "expected"), QUERIES.items())
def test_a_page_asks_as_often_with_many_rows(client: Client, archive: Meeting, address: str, expected: int) -> None:
    make_more(archive, 2)
    few = count(client, address)
    for item in archive.items.filter(number__startswith="5."):
        item.addresses.all().delete(), item.delete()
    Meeting.objects.exclude(pk=archive.pk).delete()
    archive.participants.filter(name__startswith="Bo").delete(), archive.documents.filter(kind="agenda").delete()
    make_more(archive, 9)
    assert (few, count(client, address)) == (expected, expected)


def count(client: Client, address: str) -> int:
    """Return the number of queries that a page takes."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
