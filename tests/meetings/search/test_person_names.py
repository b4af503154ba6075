"""Names of people as they are looked up: by sound, with a slip, by initials."""

from __future__ import annotations

import pytest

from meetings.search.language.person_names import NameMatch, match, match_all, name_keys, name_words


def test_the_keys_are_the_words_their_sounds_and_the_initials() -> None:
    assert name_keys("Kresten Åby-Holck") == " kresten aaby holck ~kresten ~abi ~holk #kah "


@pytest.mark.parametrize(
    ("typed", "name"),
    [("christian", "Kristian"), ("schmidt", "Smith"), ("einar", "Ejnar"), ("moller", "Møller"), ("wagner", "Vagner"),
     ("philip", "Filip"), ("nilsen", "Nielsen"), ("hviid", "Hvid"), ("lisbet", "Lisbeth"), ("ågård", "Aagaard")],
)  # fmt: skip
def test_spellings_that_are_read_alike_sound_alike(typed: str, name: str) -> None:
    (word,), (of_name,) = name_words(typed), name_words(name)
    assert match(word, of_name) in {NameMatch.SOUND, NameMatch.EXACT}


@pytest.mark.parametrize(("typed", "name"), [("tornvag", "tornvig"), ("tronvig", "tornvig"), ("tonvig", "tornvig")])
def test_one_letter_may_be_wrong_missing_or_in_the_wrong_place(typed: str, name: str) -> None:
    assert match(typed, name) is NameMatch.SLIP


@pytest.mark.parametrize(("typed", "name"), [("lars", "hans"), ("lund", "lind"), ("jensen", "hansen"), ("tog", "tom")])
def test_short_words_and_other_names_do_not_match(typed: str, name: str) -> None:
    assert match(typed, name) is NameMatch.NONE


@pytest.mark.parametrize(
    ("typed", "matches"), [("tornvig kai", True), ("k tornvig", True), ("kai kai", False), ("kai tornvig lund", False)]
)
def test_each_word_must_have_a_word_of_the_name_to_itself(typed: str, matches: bool) -> None:
    assert bool(match_all(name_words(typed), name_words("Kai Erik Tornvig"))) == matches
