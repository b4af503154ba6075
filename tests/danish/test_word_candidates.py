"""Candidates for single words: a table of (misread, meant)."""

import pytest

from danish.shipped import shipped_lexicon
from danish.word_candidates import read_word

MISREAD = [
    ("pa", "på"),
    ("pd", "på"),
    ("p&", "på"),
    ("p4", "på"),
    ("ogsa", "også"),
    ("mgde", "møde"),
    ("m@det", "mødet"),
    ("drgftelse", "drøftelse"),
    ("draftelser", "drøftelser"),
    ("drgfter", "drøfter"),
    ("veere", "være"),
    ("vaere", "være"),
    ("veaere", "være"),
    ("iszer", "især"),
    ("feelles", "fælles"),
    ("foregar", "foregår"),
    ("foregéar", "foregår"),
    ("Igbende", "løbende"),
    ("1gbende", "løbende"),
    ("kgreplan", "køreplan"),
    ("Jstjylland", "østjylland"),
    ("Gkonomi", "økonomi"),
    ("Arhus", "århus"),
    ("AEldrerad", "ældreråd"),
    ("lveerksaetter", "iværksætter"),
    ("haijt", "højt"),
    ("kommunaldirektgr", "kommunaldirektør"),  # compounds in no list
    ("sundhedsradsmedlemmerne", "sundhedsrådsmedlemmerne"),
    ("rejseholdsmgdet", "rejseholdsmødet"),
    ("Jgrgensens", "jørgensens"),  # names, and genitives in no list
    ("Hjgrring", "hjørring"),
]

RIGHT = [
    "for",
    "har",
    "kan",
    "bad",
    "borgere",
    "ansvar",
    "samarbejde",
    "Aabenraa",
    "kommunernes",
    "valg",
    "lade",
    "tage",
]
UNKNOWN = ["Quintrell", "Bakkmoor", "Wexlar", "Prepare", "Ryttersgaard"]


@pytest.mark.parametrize(("raw", "meant"), MISREAD)
def test_a_misread_word_is_read_as_what_was_meant(raw: str, meant: str) -> None:
    assert read_word(raw, shipped_lexicon())[0].word == meant


@pytest.mark.parametrize("raw", RIGHT)
def test_a_right_word_is_read_as_itself(raw: str) -> None:
    best = read_word(raw, shipped_lexicon())[0]
    assert (best.word, best.edits) == (raw.lower(), ())


@pytest.mark.parametrize("raw", UNKNOWN)
def test_a_word_in_no_list_stays(raw: str) -> None:
    assert read_word(raw, shipped_lexicon())[0].edits == ()


def test_readings_come_cheapest_first() -> None:
    costs = [reading.cost for reading in read_word("made", shipped_lexicon())]
    assert costs == sorted(costs)
    assert len(costs) > 1


def test_what_letters_are_misread_as_is_part_of_the_cost() -> None:
    lexicon = shipped_lexicon()
    best = read_word("mgdet", lexicon)[0]
    assert best.cost == pytest.approx(lexicon.costs["mødet"] + best.misread)
    assert best.misread > 0
