"""Case numbers in any shape and company: in a query, alone, and among the items of an archive."""

from __future__ import annotations

import pytest
from django.test import Client

from meetings.models import Meeting, SearchEntry
from meetings.search.execution.cases import cases_called
from meetings.search.execution.results import find
from meetings.search.language import find_case_number, read_query
from tests.make import make_item, make_meeting

READ = [
    ("SAG-2031-00417", "", ("SAG-2031-00417",)),
    ("Sagsnr. SAG 203100417", "", ("SAG-2031-00417",)),
    ("sagsnummer=2031-00417", "", ("SAG-2031-00417",)),
    ("sags nr.: 2031/00417", "", ("SAG-2031-00417",)),
    ("j.nr. SAG_2031_00417", "", ("SAG-2031-00417",)),
    ("(SAG – 2031 – 00417).", "", ("SAG-2031-00417",)),
    ("203100417 havn", "havn", ("SAG-2031-00417",)),
    ("2031-00417 havn", "havn", ("SAG-2031-00417",)),
    ("SAG-2031-00417, pkt. 3.4", "pkt. 3.4", ("SAG-2031-00417",)),
    ("SAG-2031-00417-2", "", ("SAG-2031-00417",)),
    ("SAG-31-00417", "", ("SAG-2031-00417",)),
    ("00417", "", ("SAG-00417",)),
    ("sagsnummer 417", "", ("SAG-00417",)),
    ("SAG-2031-00417 SAG-2031-00530", "", ("SAG-2031-00417", "SAG-2031-00530")),
    ("SAG-2031-00417 eller sag 2031 00530", "", ("SAG-2031-00417", "SAG-2031-00530")),
    ("SAG-2031-00417 OR havn", "SAG-2031-00417 OR havn", ()),
    ("havn -SAG-2031-00417", "havn -SAG-2031-00417", ()),
    ("sager fra 2031", "sager fra 2031", ()),
    ("sag 2031-10-24", "sag 2031-10-24", ()),
    ("2031-2034", "2031-2034", ()),
    ("10.00-12.00", "10.00-12.00", ()),
    ("1.00417 kr", "1.00417 kr", ()),
    ("ring 33 70 33 70", "ring 33 70 33 70", ()),
]
FOUND = [
    ("SAG-2031-00417", ["1", "2", "3"]),
    ("00417", ["1", "2", "3"]),
    ("SAG-2031-00417 abcd", ["1", "2"]),
    ("SAG-2031-00417 abcd/hast", ["2"]),
    ("hast", []),
    ("abcd", ["1", "2"]),
    ("sagsbehandler: hast", ["2"]),
    ("SAG-2031-00417 mole", ["2"]),
    ("SAG-2031-00417 SAG-2031-00530", ["1", "2", "3", "4"]),
    ("SAG-2031-00530 OR mole", ["2", "4"]),
    ("havn NOT SAG-2031-00530", ["1"]),
    ("SAG-2031-00417, pkt. 3", ["3"]),
    ("sag:SAG-2031-00417 sag:2031-00530", ["1", "2", "3", "4"]),
    ("SAG-2031-00471", []),
    ("SAG-2032-00417", []),
]


@pytest.fixture
def cases(db: None) -> Meeting:
    """A meeting with three items of one case and one of another."""
    meeting = make_meeting("sjaelland", "2031-03-04")
    make_item(meeting, "1", "Havn", case_number="SAG-2031-00417", caseworkers=["abcd"])
    make_item(meeting, "2", "Mole", case_number="SAG-2031-00417", caseworkers=["abcd", "hast"])
    make_item(meeting, "3", "Fyr", case_number="SAG-2031-00417", caseworkers=["efgh"])
    make_item(meeting, "4", "Havn", case_number="SAG-2031-00530", caseworkers=[])
    return meeting


@pytest.mark.parametrize(("typed", "text", "numbers"), READ)
def test_case_numbers_are_told_from_words_and_other_numbers(typed: str, text: str, numbers: tuple[str, ...]) -> None:
    query = read_query(typed)
    assert (query.text, query.case_numbers) == (text, numbers)


@pytest.mark.parametrize(("typed", "items"), FOUND)
def test_a_case_is_found_with_what_stands_beside_its_number(cases: Meeting, typed: str, items: list[str]) -> None:
    found = find(read_query(typed), SearchEntry.objects.all())
    assert sorted(item.number for item in found.items(0, 20)) == items


def test_a_number_without_its_year_means_each_case_that_has_it(cases: Meeting) -> None:
    make_item(make_meeting(date="2033-01-20"), "1", "Bro", case_number="SAG-2033-00417")
    assert cases_called("SAG-00417") == ["SAG-2033-00417", "SAG-2031-00417"]


@pytest.mark.parametrize("typed", ["00417", "sag-417", "203100417"])
def test_an_address_without_the_year_leads_to_the_only_case(client: Client, cases: Meeting, typed: str) -> None:
    assert client.get(f"/sag/{typed}/").headers["Location"] == "/sag/SAG-2031-00417/"


def test_a_case_number_alone_may_have_initials_beside_it() -> None:
    assert find_case_number("SAG–2031–00417 abcd/hast") == "SAG-2031-00417"
