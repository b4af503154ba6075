"""The words of a page, and decisions about them in context: which are English, and which candidate is meant."""

from __future__ import annotations

import pytest

from danish.decoding import choose_candidates
from danish.english import english_words
from danish.evidence import count_evidence
from danish.shipped import shipped_lexicon
from danish.tokens import read_words
from danish.word_candidates import read_word


def test_a_word_goes_on_over_a_line_break_and_a_sentence_opens_with_a_capital() -> None:
    words = read_words(["Sagen er til ori-", "entering. Kommunen"])
    assert [word.text for word in words] == ["Sagen", "er", "til", "orientering", "Kommunen"]
    assert [word.opens_sentence for word in words] == [True, False, False, False, True]


@pytest.mark.parametrize("line", ["skriv til asta@kege.dk", "se www.kl.dk/mgde", "KKR SOSU"])
def test_addresses_and_short_capitals_are_left_alone(line: str) -> None:
    assert {word.text for word in read_words([line])} <= {"skriv", "til", "se"}


def test_words_among_english_are_english() -> None:
    words = read_words(["the right to work with the people of the town"])
    readings = [read_word(word.text, shipped_lexicon()) for word in words]
    assert all(english_words(words, readings, shipped_lexicon()))


def test_a_word_means_what_its_neighbours_make_likely() -> None:
    words = read_words(["pa mgdet"])
    readings = [read_word(word.text, shipped_lexicon()) for word in words]
    chosen = choose_candidates(readings, [word.follows for word in words], shipped_lexicon())
    assert [one.word for one in chosen] == ["på", "mødet"]


def test_a_page_without_danish_letters_and_with_misread_words_needs_repair() -> None:
    assert count_evidence(["pa mgdet blev det ogsa besluttet"] * 5, shipped_lexicon()).verdict is True
    assert count_evidence(["på mødet blev det også besluttet"] * 5, shipped_lexicon()).verdict is False
