"""What a minus, NOT and IKKE leave out: words, numbers, phrases, cases, fields."""

from __future__ import annotations

import pytest

from meetings.models import SearchEntry
from meetings.search.execution.results import find
from meetings.search.language import read_query
from tests.make import make_item, make_meeting

FOUND = [
    ("havn -2034", ["2", "3"]),
    ("havn NOT fyr", ["1", "3"]),
    ("havn IKKE (fyr OR mole)", ["1"]),
    ('havn NOT "gamle fyr"', ["1", "3"]),
    ("havn -SAG-2031-00417", ["1", "2"]),
    ("havn -region:sjaelland", ["3"]),
    ("havn -region:fyn", ["1", "2", "3"]),
    ("havn -efter:2031-02", ["3"]),
    ("havn -person:Møller", ["1", "2"]),
    ("-havn", []),
]


@pytest.mark.parametrize(("typed", "items"), FOUND)
def test_an_item_with_what_is_left_out_is_not_found(db: None, typed: str, items: list[str]) -> None:
    here, there = make_meeting("sjaelland", "2031-03-04"), make_meeting("nordjylland", "2031-01-20")
    make_item(here, "1", "Havn i 2034-planen", decision="Vedtaget.")
    make_item(here, "2", "Havnens gamle fyr", decision="Vedtaget.")
    make_item(there, "3", "Mole ved havnen", decision="Bo Møller vedtog.", case_number="SAG-2031-00417")
    found = find(read_query(typed), SearchEntry.objects.all())
    assert sorted(item.number for item in found.items(0, 20)) == items
