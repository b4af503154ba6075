"""Compounds that a reader types apart, and slips: what is meant is what the archive has."""

from __future__ import annotations

import pytest

from meetings.models import SearchEntry
from meetings.search.execution.results import find
from meetings.search.language import read_query
from tests.make import make_item, make_meeting

TITLES = {
    "1": "Ny havnetunnel",
    "2": "Tunnelen lukkes sammen med broen over den lange fjord ved byens havn",
    "3": "Cykelsuperstinettet",
    "4": "Beskyttelsesrum",
    "5": "Ungepsykiatrien i Greve Kommune",
    "6": "Psykiatri for de ældste, og mange andre ting for de unge i hver kommune",
    "7": "Havne i Aarhus, København, Tønder",
    "8": "Grøn omstilling på Café Łódź ved Müllers Allé",
    "9": "Svendborgsundbroens Venner og Wittrup Havnekonsulenter ved Isefjord",
}
FOUND = [
    ("havne tunnel", ["1"]),
    ("beskyttelses rum", ["4"]),
    ("unge psykiatri", ["5"]),
    ("unge psykiatri kommune", ["5", "6"]),
    ("havn tunnel", ["1", "2"]),
    ("havne tunnel OR bro", ["1", "2"]),
    ("Kobenhavn", ["7"]),
    ("Århus", ["7"]),
    ("TOENDER", ["7"]),
    ("groen omstilling", ["8"]),
    ("lodz", ["8"]),
    ("muller", ["8"]),
    ("Möllers", []),
    ("cafeer", ["8"]),
    ("tunnle", ["1", "2"]),
    ("psykatri", ["5", "6"]),
    ("witrup", ["9"]),
    ("isefjorden", ["9"]),
    ("boernefattigdom", []),
    ("husstand", []),
]


@pytest.mark.parametrize(("typed", "items"), FOUND)
def test_what_is_meant_is_found(db: None, typed: str, items: list[str]) -> None:
    meeting = make_meeting()
    for number, title in TITLES.items():
        make_item(meeting, number, title, decision="Vedtaget.")
    found = find(read_query(typed), SearchEntry.objects.all())
    assert sorted(item.number for item in found.items(0, 20)) == items
