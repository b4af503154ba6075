"""Which headwords a form has."""

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
        ("sats", {"sat", "sats", "sætte"}),  # what is written stays, though it is the rarer word
        ("rådet", {"råd"}),
        ("toget", {"tog"}),
    ],
)
def test_a_form_has_the_headwords_that_are_likely(form: str, expected: set[str]) -> None:
    assert set(headwords(form)) == expected
