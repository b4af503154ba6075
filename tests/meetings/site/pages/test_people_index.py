"""People from A to Å: which letter a person stands under, and what the list tells."""

from __future__ import annotations

import pytest

from danish import alphabet
from meetings.models import Meeting, Person
from meetings.site.pages.people_index import ALPHABET, by_letter, letter_of, person_entries
from tests.make import make_meeting, make_participant


@pytest.mark.parametrize(("name", "letter"), {"Åse": "Å", "Aase": "Å", "Ærling": "Æ", "Øjvind": "Ø", "bo": "B"}.items())
def test_a_name_stands_under_its_danish_letter(name: str, letter: str) -> None:
    assert letter_of(alphabet.sort_key(name)) == letter


def test_a_person_is_listed_once_with_all_places_and_years(archive: Meeting) -> None:
    make_participant(make_meeting(date="2019-03-01"), "Asta Holm", "Læsø")
    (one,) = person_entries(Person.objects.standing())
    assert (one.municipalities, one.years, one.address) == (["Læsø", "Aalborg"], "2019–2025", "/deltager/asta-holm/")


def test_every_letter_is_there_with_or_without_people(archive: Meeting) -> None:
    letters = by_letter(person_entries(Person.objects.standing()))
    assert "".join(letter for letter, _people in letters) == ALPHABET
    assert [letter for letter, people in letters if people] == ["A"]
