"""Phrases: word by word as the text stands, also from one sentence, line or row to the next."""

from __future__ import annotations

import pytest

from meetings.models import Meeting, SearchEntry
from meetings.search.execution.tiers import find
from meetings.search.language import MARK_END, MARK_START, read_query
from tests.make import make_item, make_meeting

TEXT = (
    "Færgen sejler til øen. Øboerne betaler halv takst. Det er dyrt.\n\nHavnen er ny, men øboerne vil have en bro til "
    "fastlandet, og det vil kommunerne drøfte.\n– Fyret\n– Molen\nÅr | Pris\n2024 | 90"
)
FOUND = [
    '"til øen. Øboerne betaler halv takst"',
    '"til øen øboerne betaler"',
    '"halv takst. Det er dyrt. Havnen er ny"',
    '"det er dyrt havnen"',
    '"er dyrt"',
    '"fyret molen år pris 2024"',
    '"bro til fastlandet"',
    '"drøfte fyret"',
    '"takst det"',
]
NOT_FOUND = [
    '"til øen betaler"',
    '"øboerne drøfte"',
    '"øen havnen"',
    '"takst er dyrt"',
    '"sejler øboerne betaler halv takst"',
    '"dyrt det er"',
    '"molen fyret"',
]


@pytest.fixture
def island(db: None) -> Meeting:
    """A meeting with an item on an island, and one with the same words elsewhere."""
    meeting = make_meeting()
    make_item(meeting, "1", "Øens trafik", presentation=TEXT)
    make_item(meeting, "2", "Andet", presentation="Øen er lille. Skibet ligger ved broen hele året. Betaler nogen?")
    return meeting


@pytest.mark.parametrize("typed", FOUND)
def test_a_phrase_goes_on_into_the_next_sentence_line_or_row(island: Meeting, typed: str) -> None:
    assert [one.number for one in find(read_query(typed), SearchEntry.objects.all()).items(0, 5)] == ["1"]


@pytest.mark.parametrize("typed", NOT_FOUND)
def test_a_phrase_leaves_no_word_out(island: Meeting, typed: str) -> None:
    assert find(read_query(typed), SearchEntry.objects.all()).count == 0


def test_a_phrase_is_marked_across_the_end_of_a_sentence(island: Meeting) -> None:
    (item,) = find(read_query('"til øen. Øboerne betaler"'), SearchEntry.objects.all()).items(0, 5)
    snippet = item.snippet.replace(MARK_START, "[").replace(MARK_END, "]")  # type: ignore[attr-defined]
    assert "sejler [til] [øen]. [Øboerne] [betaler] halv" in snippet


def test_names_and_compounds_written_apart_stay_within_a_sentence(island: Meeting) -> None:
    make_item(island, "3", "Valg", presentation="Udpeget er Ole Rasmussen. Hans Mosegaard er stedfortræder.")
    assert find(read_query("Rasmussen Hans"), SearchEntry.objects.all()).count == 0
