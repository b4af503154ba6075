"""Headings in lists of people: present, absent, or officials."""

from __future__ import annotations

import pytest

from ingest.fields.attendance_headings import Group, find_party, find_place, read_group
from meetings.shared.vocabulary import Attendance


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Deltagere", Group(Attendance.PRESENT)),
        ("Til stede var: Asta Krogh", Group(Attendance.PRESENT, "Asta Krogh")),
        ("Afbud", Group(Attendance.ABSENT)),
        ("Afbud fra Asta Krogh", Group(Attendance.ABSENT, "Asta Krogh")),
        ("KKR-sekretariatet", Group(None)),
        ("Asta Krogh, Køge", None),
    ],
)
def test_a_heading_says_who_stands_below_it(text: str, group: Group | None) -> None:
    assert read_group(text) == group


def test_a_line_may_be_a_place_or_a_party_and_nothing_else() -> None:
    assert (find_place("Køge Kommune:"), find_place("Asta Krogh")) == ("Køge", None)
    assert (find_party("Venstre (V)"), find_party("Enhedslisten"), find_party("Asta Krogh")) == (
        "V",
        "Enhedslisten",
        None,
    )
