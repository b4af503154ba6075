"""Abbreviations that a text introduces."""

from __future__ import annotations

import pytest

from meetings.search.language.abbreviations import find_abbreviations

INTRODUCED = [
    ("Formand for Business Region North Denmark (BRN) orienterer.", "BRN", "Business Region North Denmark"),
    ("BRN (Business Region North Denmark) orienterer.", "BRN", "Business Region North Denmark"),
    ("Nyt fra Erhvervshus Sjælland (EHSJ)", "EHSJ", "Erhvervshus Sjælland"),
    ("aftale med Staten og Kommunernes Indkøbsservice (SKI).", "SKI", "Staten og Kommunernes Indkøbsservice"),
    ("udpeges til Sundhedskoordinationsforum (SKF)", "SKF", "Sundhedskoordinationsforum"),
    ("den kommunale medfinansiering (herefter KMF)", "KMF", "kommunale medfinansiering"),
    ("forberedende grunduddannelse (»FGU«)", "FGU", "forberedende grunduddannelse"),
    ("elever på voksen- og efteruddannelse (VEU)", "VEU", "voksen- og efteruddannelse"),
    ("social- og sundhedsassistenter (SSA)", "SSA", "social- og sundhedsassistenter"),
    ("Sager i Sundhedssamarbejdsudvalget (SSU)", "SSU", "Sundhedssamarbejdsudvalget"),
]


@pytest.mark.parametrize(("text", "short", "long"), INTRODUCED)
def test_an_abbreviation_is_read_with_what_it_stands_for(text: str, short: str, long: str) -> None:
    assert find_abbreviations(text) == {(short, long)}


NONE = [
    "Lis Holm Nielsen (LHN) deltog.",  # a person
    "Søren Friis (SF) stemte imod.",  # a party
    "Lis Holm (A), Aalborg",
    "drøftet på sidste møde (SE BILAG)",
    "Sagen er udsat (PLO) til maj",
    "beløbet (2,5 MIO) er afsat",
    "Beslutning. Landbrug. (BL)",
    "Vejle Idræts Anlæg (VIA)",  # and every "via" would be found by it
]


@pytest.mark.parametrize("text", NONE)
def test_other_letters_in_parentheses_are_no_abbreviations(text: str) -> None:
    assert find_abbreviations(text) == set()
