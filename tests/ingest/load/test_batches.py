"""A meeting of any size can be written, however few parameters PostgreSQL takes in one statement."""

from __future__ import annotations

import pytest

from meetings.models import AgendaItem, Attachment
from meetings.shared.batches import batches
from tests.ingest.make import AGENDA, load, make_item, make_record

pytestmark = pytest.mark.django_db


def test_a_list_is_parted_and_nothing_left_out() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_a_meeting_with_more_rows_than_one_statement_takes_is_loaded_and_loaded_again() -> None:
    names = tuple(f"Bilag {number}" for number in range(60))
    items = [make_item(str(number), f"Punkt {number}", attachments=names) for number in range(1, 401)]
    for _time in range(2):
        load(make_record(AGENDA, *items))
        assert (AgendaItem.objects.count(), Attachment.objects.count()) == (400, 24_000)
