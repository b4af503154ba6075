"""The share of a document that is in its record."""

from __future__ import annotations

from ingest.extract.text import read_text
from ingest.pipeline import read_meeting
from tests.ingest.papers import MINUTES_TEXT


def coverage(text: bytes) -> float:
    share = read_meeting(read_text(text)).coverage
    assert share is not None
    return share


def test_most_words_of_minutes_stand_in_their_record() -> None:
    assert 0.3 < coverage(MINUTES_TEXT) < 1


def test_words_that_stand_in_no_field_lower_it() -> None:
    front = b"REFERAT\nEn forside med mange ord som ingen felter har plads til\n"
    assert coverage(MINUTES_TEXT.replace(b"REFERAT\n", front)) < coverage(MINUTES_TEXT)
