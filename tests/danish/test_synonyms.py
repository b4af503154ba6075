"""Words that mean the same: the municipal list and the thesaurus."""

from __future__ import annotations

import pytest

from danish.inflection import headwords
from danish.synonyms import MUNICIPAL, municipal_synonyms, read_line, thesaurus


def test_terms_that_mean_the_same_lead_to_each_other() -> None:
    same = municipal_synonyms().same
    assert "læreplads" in same["elevplads"]
    assert "elevplads" in same["læreplads"]


def test_what_a_term_leads_to_besides_does_not_lead_back() -> None:
    found = municipal_synonyms()
    assert "herberg" in found.near["hjemløs"]
    assert "sundhed" in found.near["health"]
    assert "health" not in found.near.get("sundhed", ())


def test_terms_that_only_come_close_are_kept_apart_from_those_that_mean_the_same() -> None:
    assert read_line("udgift ~ omkostning > regning") == (["udgift", "omkostning"], False, ["regning"])
    assert "omkostning" in municipal_synonyms().near["udgift"]
    assert "udgift" not in municipal_synonyms().same


@pytest.mark.parametrize(
    "line", ["læreplads", "læreplads =", "= læreplads", "læreplads > ", "a = b > c,,d", "a = b ~ c"]
)
def test_a_line_that_pairs_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=MUNICIPAL):
        read_line(line)


def test_no_term_is_its_own_synonym() -> None:
    same, near = municipal_synonyms()
    assert [term for term in {*same, *near} if term in (*same.get(term, ()), *near.get(term, ()))] == []


def test_the_thesaurus_holds_both_ways_and_by_headwords() -> None:
    found = thesaurus()
    assert found["dagligdag"] == ("hverdag",)
    assert all(word in found[other] for word, others in found.items() for other in others)
    assert all(word in headwords(word) for word in found)
