"""A list of participants within the first item or the last is moved out of it."""

from __future__ import annotations

from ingest.extract.text import read_text
from ingest.pipeline import read_meeting

MINUTES = """REFERAT
KKR Sjælland
Dato: 07-06-2024 kl. 10:00

1. Velkomst
Deltagere:
{people}

Beslutning
Godkendt.

2. Busdrift

Beslutning
Drøftet.
"""
PEOPLE = ["Asta Krogh (A), Køge Kommune", "Bo Lind (V), Greve Kommune", "Carl Munk (C), Sorø Kommune"]


def names(*people: str) -> list[str]:
    record = read_meeting(read_text(MINUTES.format(people="\n".join(people)).encode()))
    return [one.name for one in record.participants]


def test_three_people_of_municipalities_are_the_meetings_participants() -> None:
    assert names(*PEOPLE) == ["Asta Krogh", "Bo Lind", "Carl Munk"]


def test_two_are_a_working_group_and_stay_in_the_text() -> None:
    assert names(*PEOPLE[:2]) == []
