"""Warnings about a document that may be set out otherwise than it was read."""

from __future__ import annotations

import pytest

from ingest.extract.text import read_text
from ingest.pipeline import read_meeting

FRONT = "REFERAT 2020\nKKR SYDDANMARK\nDato: 05-03-2020 10:00\nDeltagere\nUlla Brink (A) Vejen Kommune\n\n"
ITEM = "{}. Broer\nSAG-2020-0000{} ab\n\nBaggrund\nBroerne er gamle.\n\n"


def read_warnings(text: str) -> list[str]:
    return list(read_meeting(read_text((FRONT + text).encode())).warnings)


def test_a_heading_within_another_section_is_told_with_item_and_line() -> None:
    text = "1. Broer\n\nIndstilling\nAt de males.\n\nBeslutning\nUdsat.\n\nBaggrund\nDe ruster.\n\nIndstilling\nNej."
    assert read_warnings(text) == [
        f"Punkt 1: overskriften »{name}« (side 1, linje {line}) står inde i en anden tekst; "
        "kontrollér, hvor afsnittene skifter."
        for name, line in (("Baggrund", 15), ("Indstilling", 18))
    ]


def test_minutes_of_many_items_without_a_decision_are_told() -> None:
    [warning] = read_warnings("".join(ITEM.format(n, n) for n in range(1, 5)))
    assert warning.startswith("Referatet har 4 punkter, men ingen beslutning")


def test_minutes_of_three_items_may_have_no_decision() -> None:
    assert read_warnings("".join(ITEM.format(n, n) for n in range(1, 4))) == []


def test_a_very_long_title_is_told_with_its_line() -> None:
    title = "Broer over fjorden, som er lange og høje og lavet af jern og " * 4
    [warning] = read_warnings(f"1. {title.strip(' og')}\nSAG-2020-00001 ab\n\nBeslutning\nGodkendt.\n")
    assert warning.startswith("Punkt 1 har en usædvanlig lang overskrift (side 1, linje 7)")


def test_a_title_that_begins_in_its_middle_is_told() -> None:
    [warning] = read_warnings("1. over fjorden\nSAG-2020-00001 ab\n\nBeslutning\nGodkendt.\n")
    assert warning.startswith("Punkt 1 begynder med lille bogstav (side 1, linje 7)")


def test_items_that_share_a_number_are_told() -> None:
    item = "1.1 {}. Søer\nSAG-2020-00001 ab\n\nBeslutning\nUdsat.\n\n"
    [warning] = read_warnings(f"1. Vand\n\n{item.format('a')}{item.format('b')}")
    assert "1.1 a og 1.1 b" in warning


@pytest.mark.parametrize("listed", ["Referat", "Beslutning i havnerådet", "Indstilling fra direktørerne", "Resumé"])
def test_an_enclosure_called_like_a_section_is_no_reason_to_look(listed: str) -> None:
    text = f"1. Broer\nSAG-2020-00001 ab\n\nIndstilling\nAt de males.\n\nBilag\nKort\n{listed}\n\nBeslutning\nUdsat."
    assert read_warnings(text) == []
