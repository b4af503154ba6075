"""Warnings about letters that may have been decoded wrongly."""

from __future__ import annotations

import pytest

from danish.encodings import Encoding
from ingest.parse_warnings import find_letter_warnings

TOLD = [
    (Encoding("IBM850", doubtful=True), "læst som CP850"),
    (Encoding("utf-8", strays=4), "4 tegn er læst anderledes end resten, som er UTF-8"),
    (Encoding("utf-8", mended=7), "7 tegn var gemt i et forkert tegnsæt"),
    (Encoding("utf-8", lost=2), "2 tegn var gået tabt"),
]


@pytest.mark.parametrize(("encoding", "words"), TOLD)
def test_a_doubt_about_letters_is_told_in_words(encoding: Encoding, words: str) -> None:
    [warning] = find_letter_warnings(encoding)
    assert words in warning


def test_letters_without_a_doubt_are_not_spoken_of() -> None:
    assert find_letter_warnings(Encoding("macintosh")) == ()
