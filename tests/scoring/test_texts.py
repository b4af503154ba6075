"""The similarity of texts."""

from __future__ import annotations

import pytest

from tests.scoring.texts import count_near, edit_distance, even, plain, similarity, skeleton


def test_dashes_quotes_and_spaces_of_all_kinds_are_even() -> None:
    assert even("„Fælles”  —\n it–drift ’") == "'Fælles' - it-drift '"


def test_no_text_is_an_empty_one() -> None:
    assert (even(None), skeleton(None)) == ("", [])


def test_texts_that_differ_in_case_read_the_same() -> None:
    assert plain("KKR Sjælland") == plain("kkr  sjælland")


def test_a_skeleton_is_what_poor_ocr_leaves_of_the_words() -> None:
    assert skeleton("Moedets 12 punkter, æå") == skeleton("Mødets 12 punkter") == ["mdts", "12", "pnktr"]


def test_a_word_that_was_hyphenated_at_the_end_of_a_line_is_one() -> None:
    assert skeleton("forret-\nningsorden") == skeleton("forretningsorden")


def test_similarity_is_the_share_of_words_in_common() -> None:
    assert [similarity([], []), similarity(["a"], []), similarity(["a", "b"], ["a", "c"])] == [1, 0, 0.5]


@pytest.mark.parametrize(
    ("left", "right", "edits"), [("", "ab", 2), ("ab", "ab", 0), ("abc", "ac", 1), ("ab", "cb", 1)]
)
def test_edits_are_words_put_in_taken_out_or_replaced(left: str, right: str, edits: int) -> None:
    assert edit_distance(list(left), list(right)) == edits


def test_a_name_that_is_wanted_once_is_near_to_one_that_was_found_once() -> None:
    assert count_near(["Budget for KKR 2024", "Budget for KKR 2024"], ["Budget for KKR 2024", "Referat"]) == 1


def test_a_name_of_other_words_is_not_near() -> None:
    assert count_near(["Referat af mødet"], ["Budget 2024"]) == 0
