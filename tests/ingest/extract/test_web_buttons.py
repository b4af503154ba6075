"""The buttons of web pages are no text of a meeting, and text that only looks like them is."""

from __future__ import annotations

import pytest

from ingest.extract.web_buttons import find_buttons, without_buttons_after_titles

BUTTONS = [
    "Kopier link",
    "Kopiér link",
    "Kopier link\tDel\tUdskriv",
    "Del | Print | Læs op",
    "• Kopier link til punktet",
    "Til toppen",
    "Fold alle ud",
    "Fold alle punkter sammen",
    "Læs teksten højt",
    "Del på Facebook",
    "Del Udskriv",
    "UDSKRIV SIDEN",
]


@pytest.mark.parametrize("text", BUTTONS)
def test_a_line_of_buttons_is_known(text: str) -> None:
    assert find_buttons([["2. Havne", text, "Havnen i Assens er dyb."]]) == {(0, 1)}


TEXT = [
    "Udskriv aftalen, og send den til kommunerne.",
    "Del af en større plan",
    "Del",
    "4. Del",
    "Print af kort",
    "Læs op af planen for børnene.",
    "Kopier linket ind i browseren.",
    "Til toppen af bakken er der 400 m.",
    "Tilbage",
    "Vis mere mod, sagde formanden.",
]


@pytest.mark.parametrize("text", TEXT)
def test_a_sentence_or_a_title_that_begins_like_a_button_is_text(text: str) -> None:
    assert find_buttons([["2. Havne", text, "Havnen i Assens er dyb."]]) == set()


def test_a_brief_button_is_known_beside_others() -> None:
    assert find_buttons([["2. Havne", "Kopier link", "Del", "Havnen er dyb.", "Del"]]) == {(0, 1), (0, 2), (0, 4)}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2.1. Havne på Fyn\tKopier link", "2.1. Havne på Fyn"),
        ("2.1. Havne på Fyn\tDel\tKopiér link", "2.1. Havne på Fyn"),
        ("Beslutning\tKopier link", "Beslutning"),
        ("2.1. Tryk på Kopier link", "2.1. Tryk på Kopier link"),
        ("Fanen\tKopier link", "Fanen\tKopier link"),
    ],
)
def test_a_button_beside_a_heading_is_cut_off(text: str, left: str) -> None:
    assert without_buttons_after_titles([[text]]) == [[left]]


def test_a_button_at_the_end_of_more_titles_is_cut_off_without_a_gap() -> None:
    pages = [["1. Havne Kopier link", "Havnen er dyb."], ["2. Broer Kopier link"]]
    assert without_buttons_after_titles(pages) == [["1. Havne", "Havnen er dyb."], ["2. Broer"]]
