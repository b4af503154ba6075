"""The items of a page of hits, read in one query and in the order that was asked for."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Meeting
from meetings.search.execution.fetch import in_order, read_rows
from tests.make import make_item


def test_items_come_in_the_given_order_with_all_that_a_list_shows(archive: Meeting) -> None:
    decided, bare = archive.items.get(number="3.1"), make_item(archive, "4", "Uden beslutning", presentation="Tekst")
    with CaptureQueriesContext(connection) as queries:
        rows = read_rows(in_order([bare.pk, decided.pk]))
        told = [(row.number, row.meeting.region.pk, vars(row)["attachment_names"]) for row in rows]
    assert told == [("4", "nordjylland", []), ("3.1", "nordjylland", ["Notat"])]
    assert len(queries) == 1
    assert rows[1].decision.text == "Tiltrådt."
    assert not hasattr(rows[0], "decision")
    assert rows[0].document is None
