"""Matching of items between two lists."""

from meetings.shared.item_matching import match_items
from tests.ingest.make import make_item


def test_titles_match_across_numbers_and_print() -> None:
    old = [make_item("1", "Budget 2025"), make_item("2", "Bus- og togdrift")]
    new = [make_item("1", "BUS – OG TOGDRIFT"), make_item("2", "Budget 2025")]
    assert match_items(old, new) == [(0, 1), (1, 0)]


def test_a_heading_and_its_child_of_the_same_title_stay_apart() -> None:
    old = [make_item("2", "Siden sidst"), make_item("2.1", "Siden sidst")]
    new = [make_item("1", "Siden sidst"), make_item("1.1", "Siden sidst")]
    assert match_items(old, new) == [(0, 0), (1, 1)]


def test_a_reworded_title_matches_by_number() -> None:
    assert match_items([make_item("3.1", "Budget 2024")], [make_item("3.1", "Budget og takster 2024")]) == [(0, 0)]


def test_a_number_passed_to_another_matter_does_not_match() -> None:
    assert match_items([make_item("3.1", "Budget 2024")], [make_item("3.1", "Modtagelse af flygtninge")]) == []


def test_of_equal_titles_the_same_number_comes_first() -> None:
    old = [make_item("1", "Orientering"), make_item("2", "Orientering")]
    assert match_items(old, [make_item("2", "Orientering")]) == [(1, 0)]
