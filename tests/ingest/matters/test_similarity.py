"""The words of an item: the terms they are compared under, their weights, and those shown to a reader."""

from __future__ import annotations

import pytest

from ingest.matters.similarity import (
    COMMON,
    ItemTerms,
    Rarity,
    cosine,
    distinctive_terms,
    read_words,
    shared_words,
    weigh,
)

DANISH = Rarity()


def words(title: str, text: str = "") -> ItemTerms:
    return read_words(title, [text])


def test_a_compound_meets_its_parts() -> None:
    assert {"it", "drift", "it+drift"} <= words("IT-driftsenheder").title & words("Nye it-driftsorganisationer").title


def test_forms_of_a_word_are_one() -> None:
    assert words("Sundhedsreformen").title == words("sundhedsreform").title


@pytest.mark.parametrize(
    "title", ["Orientering", "Sager til behandling", "Status på samarbejdet i KKR Sjælland", "2026"]
)
def test_a_title_of_everyday_words_tells_nothing(title: str) -> None:
    assert distinctive_terms(words(title).title, DANISH) == []


def test_figures_count_for_nothing() -> None:
    assert words("Budget 2026 for 14 tilbud, ØA26").title == words("Budget for tilbud").title


def test_words_of_any_text_count_for_nothing() -> None:
    assert not words("", "der kan og skal så mange").counts


def test_a_word_of_few_items_tells_more_than_one_of_many() -> None:
    rarity = Rarity(1000, {"flygtning": 500, "letbane": 3})
    assert rarity.weight("letbane") > rarity.weight("flygtning")


def test_an_everyday_word_never_tells_much() -> None:
    assert Rarity(100_000, {"status": 1}).weight("status") == COMMON


def test_no_more_than_so_many_words_are_kept_of_a_long_text() -> None:
    long = " ".join(f"{first}{second}plan" for first in ("havne", "bus", "skole", "vej") for second in WORDS)
    assert len(words("Planer", long).counts) <= 50


WORDS = "ansøgnings beplantnings fornyelses kloakerings rengørings sanerings trafik undervisnings varme ældre".split()


@pytest.mark.parametrize("other", ["Letbane i Aarhus", "", "Godkendelse af regnskab"])
def test_an_item_is_as_like_another_as_that_one_is_like_it(other: str) -> None:
    one, two = (weigh(words(title, title), DANISH) for title in ("Letbanen gennem Aarhus", other))
    assert cosine(one.all, two.all) == pytest.approx(cosine(two.all, one.all))


def test_an_item_is_wholly_like_itself() -> None:
    one = weigh(words("Fordeling af flygtninge", "Kvoterne beregnes af Udlændingestyrelsen."), DANISH)
    assert cosine(one.all, one.all) == pytest.approx(1)


def test_shared_words_are_shown_as_they_stand() -> None:
    one = words("Status på sundhedsreformen", "Akutsygeplejen går over.")
    assert shared_words(one, words("Udrulning af Sundhedsreformen"), DANISH) == ["sundhedsreformen"]


def test_a_name_is_shown_with_its_capital() -> None:
    one, other = words("Cykelsti langs Limfjorden"), words("Klimasikring ved Limfjorden")
    assert shared_words(one, other, DANISH) == ["Limfjorden"]


def test_part_of_a_compound_is_not_shown_as_if_it_were_shared_whole() -> None:
    assert "sygehusplan" not in shared_words(words("Sygehusplan"), words("Erhvervshusets plan"), DANISH)
