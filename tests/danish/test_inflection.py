"""Headwords of inflected forms."""

from __future__ import annotations

import pytest

from danish.inflection import headwords


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("bøger", {"bog"}),
        ("værfterne", {"værft"}),
        ("huse", {"hus", "huse"}),
        ("lægges", {"læg", "lægge"}),  # not kortlægge, which the dictionary has too
        ("læge", {"læge"}),  # not the plural of læg
        ("støtte", {"støtte"}),  # not the plural of støt
        ("indsats", {"indsats"}),  # not a form of indsætte, which is far rarer
        ("sats", {"sat", "sats", "sætte"}),  # a word as written is kept, though it is the rarer one
        ("rådet", {"råd"}),
        ("toget", {"tog"}),
    ],
)
def test_a_form_has_the_headwords_that_are_likely(form: str, expected: set[str]) -> None:
    assert set(headwords(form)) == expected
