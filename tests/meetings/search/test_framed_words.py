"""A day, month, year or council in a query is meant as a field where no item has it among its words."""

from __future__ import annotations

import datetime

import pytest

from meetings.models import SearchEntry
from meetings.search.execution.tiers import find
from meetings.search.language.framed_words import as_fields
from meetings.search.language.query import read_query
from tests.make import make_item, make_meeting

TODAY = datetime.date(2026, 11, 28)
MEANT = [
    ("fjordbroer 3. maj 2024", "fjordbroer efter:2024-05-03 før:2024-05-04"),
    ("fjordbroer 3/5-24", "fjordbroer efter:2024-05-03 før:2024-05-04"),
    ("fjordbroer december 2024", "fjordbroer efter:2024-12-01 før:2025-01-01"),
    ("grønne fjordbroer 2024", "grønne fjordbroer efter:2024 før:2025"),
    ("fjordbroer KKR Sjælland", "fjordbroer region:sjaelland"),
    ("fjordbroer syddanmark 2024", "fjordbroer region:syddanmark efter:2024 før:2025"),
]


@pytest.mark.parametrize(("typed", "meant"), MEANT)
def test_what_frames_a_matter_becomes_fields(typed: str, meant: str) -> None:
    found = as_fields(read_query(typed), TODAY)
    assert found
    assert found.text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "fjordbroer",
        "3. maj 2024",
        "KKR Sjælland 2024",
        '"fjordbroer 2024"',
        "fjordbroer 2024 -vej",
        "fjordbroer 2023 2024",
    ],
)
def test_a_query_without_a_frame_or_a_matter_stays(typed: str) -> None:
    assert as_fields(read_query(typed), TODAY) is None


@pytest.mark.django_db
def test_where_nothing_has_all_words_the_frame_is_told_as_what_was_meant() -> None:
    item = make_item(make_meeting(date="2024-05-03"), "1", "Fjordbroer", presentation="Broer over fjorde.")
    make_item(make_meeting(date="2022-05-03"), "1", "Fjordbroer")
    found = find(read_query("fjordbroer nordjylland 2024"), SearchEntry.objects.all())
    assert [one.pk for one in found.items(0, 10)] == [item.pk]
    assert found.corrected
    assert found.corrected.text == "fjordbroer region:nordjylland efter:2024 før:2025"


@pytest.mark.django_db
def test_a_frame_finds_no_matter_that_the_archive_lacks() -> None:
    make_item(make_meeting(date="2024-05-03"), "1", "Fjordbroer")
    assert not find(read_query("rumfart nordjylland 2024"), SearchEntry.objects.all()).known
