"""Scores of queries that are answered well, and of others."""

from __future__ import annotations

from tests.scoring.search import Answer, Query, by_kind, means, misses, score


def answer(found: list[str], relevant: str = "", acceptable: str = "", kind: str = "typo") -> Answer:
    return Answer(Query(q="q", kind=kind, relevant=relevant.split(), acceptable=acceptable.split()), found)


def test_all_that_is_relevant_and_nothing_else_is_perfect() -> None:
    assert score(answer(["a", "b"], "b a")) == {"recall": 1, "precision": 1, "first": 1, "perfect": 1}


def test_half_of_it_behind_noise_is_half() -> None:
    assert score(answer(["x", "a"], "a b")) == {"recall": 0.5, "precision": 0.5, "first": 0.5, "perfect": 0}


def test_nothing_found_of_what_is_relevant_is_nothing() -> None:
    assert score(answer([], "a")) == {"recall": 0, "precision": 0, "first": 0, "perfect": 0}


def test_what_is_acceptable_is_no_noise_unless_it_comes_again() -> None:
    assert (answer(["a", "c"], "a", "c").noise, answer(["a", "c", "c"], "a", "c").noise) == ([], ["c"])


def test_where_anything_is_acceptable_nothing_is_noise() -> None:
    assert answer(["a", "x", "y"], "a", "*").noise == []


def test_a_query_that_should_find_nothing_is_honest_if_it_does() -> None:
    assert [score(answer([])), score(answer(["x"]))] == [{"honest": 1, "perfect": 1}, {"honest": 0, "perfect": 0}]


def test_a_query_without_relevant_items_that_may_find_some_is_not_asked_for_honesty() -> None:
    assert score(answer(["c"], "", "c")) == {"perfect": 1}


def test_figures_of_a_kind_are_means_over_the_queries_that_have_them() -> None:
    kinds = by_kind([answer(["a"], "a"), answer(["a"], "a b"), answer([], kind="nothing")])
    assert list(kinds) == ["nothing", "typo", "all"]
    assert (means(kinds["typo"])["recall"], means(kinds["all"])["perfect"]) == (0.75, 2 / 3)


def test_a_miss_says_what_was_missed_and_what_came() -> None:
    assert list(misses([answer(["a"], "a"), answer(["x"], "b")])) == ["typo: 'q': missed b; noise x"]
