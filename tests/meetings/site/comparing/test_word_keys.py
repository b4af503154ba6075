"""Two prints of a word have one key, and two words have not."""

from __future__ import annotations

import pytest

from meetings.site.comparing.quick_checks import around_change, replaced_alone
from meetings.site.comparing.word_keys import misread_key, read_words, text_key, word_key


@pytest.mark.parametrize(("one", "other"), [("It-drift,", "it–drift"), ("KKR's", "KKR’s"), ("(2026)", "2026")])
def test_marks_and_large_letters_tell_no_prints_apart(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


def test_a_comma_between_figures_tells_numbers_apart() -> None:
    assert text_key("1,5 mio.") != text_key("15 mio.")


def test_letters_that_a_machine_confuses_are_one_only_where_it_read() -> None:
    assert misread_key("møde") == misread_key("made")
    assert word_key("møde") != word_key("made")
    assert misread_key("2019") != misread_key("2o19")


def test_a_dash_before_an_entry_belongs_to_the_word_after_it() -> None:
    words = read_words("Tiltrådt:\n– at gå videre")
    assert words.texts == ["Tiltrådt:", "– at", "gå", "videre"]
    assert words.text(0, 2) == "Tiltrådt:\n– at"


def test_what_two_texts_share_at_both_ends_is_left_out_but_for_a_few_words() -> None:
    assert around_change("a b c d e f", "a b c X e f", 1) == (" c d e ", " c X e ")
    assert around_change("ens", "ens", 5) == ("ens", "ens")


def test_words_replaced_one_by_one_are_told_from_other_changes() -> None:
    assert replaced_alone(list("abcde"), list("aXcdY")) == [1, 4]
    assert replaced_alone(list("abcde"), list("aXYde")) is None
    assert replaced_alone(list("abc"), list("ab")) is None
