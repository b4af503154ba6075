"""Which words of a query have synonyms, and which."""

from __future__ import annotations

import pytest

from meetings.search.language.clauses import Clause
from meetings.search.language.marking import find_hits
from meetings.search.language.query import read_query
from meetings.search.language.synonyms import (
    Listed,
    find_loose_synonyms,
    find_synonyms,
    matches_of,
    term_keys,
    words_of,
)


def synonyms(typed: str, listed: Listed | None = None) -> set[str]:
    """Return the synonyms of any word of a query."""
    return {one.text for clause in find_synonyms(read_query(typed), listed or Listed()) for one in clause}


def loose_synonyms(typed: str) -> set[str]:
    """Return the same with looser ones."""
    return {one.text for clause in find_loose_synonyms(read_query(typed), Listed()) for one in clause}


SYNONYMS = [
    ("elevpladserne", "læreplads"),
    ("LAEREPLADS", "elevplads"),
    ("offentlig transport", "kollektiv trafik"),
    ("offentlige transport til øerne", "kollektiv transport"),
    ("plejehjemmenes økonomi", "plejecenter"),
    ("FGU", "forberedende grunduddannelse"),
    ("elevpladsgaranti", "læreplads"),  # part of a compound
]


@pytest.mark.parametrize(("typed", "synonym"), SYNONYMS)
def test_words_in_any_form_have_their_synonyms(typed: str, synonym: str) -> None:
    assert synonym in synonyms(typed)


@pytest.mark.parametrize(
    "typed", ['"elevpladser"', "elevplads*", "-elevpladser", "offentlig eller transport", "kommunisme", "xqvzplork"]
)
def test_phrases_prefixes_excluded_words_and_others_have_none(typed: str) -> None:
    assert synonyms(typed) == set()


def test_another_form_of_the_word_itself_is_no_synonym() -> None:
    assert synonyms("socialdemokraterne") == {"Socialdemokratiet"}


def test_the_words_of_a_term_must_stand_together() -> None:
    assert "kollektiv trafik" not in synonyms("offentlig støtte til transport")


def test_what_an_archive_has_listed_counts_as_well() -> None:
    listed = Listed({key: ["Havnegruppen"] for key in term_keys(["HGR"])})
    assert synonyms("hgr møder", listed) >= {"Havnegruppen"}


def test_a_pair_that_was_ruled_out_does_not_count() -> None:
    ruled_out = (term_keys(["elevplads"]), term_keys(["lærlingeplads"]))
    found = synonyms("elevplads", Listed(never=frozenset((a, b) for a in ruled_out[0] for b in ruled_out[1])))
    assert "læreplads" in found
    assert "lærlingeplads" not in found


def test_a_compound_may_lose_a_last_part_that_adds_little() -> None:
    assert "flygtning" in {one.removesuffix("e") for one in loose_synonyms("flygtningeområdet")}
    assert loose_synonyms("kommuneområdet") == set()  # which would be everything


@pytest.mark.parametrize(
    ("typed", "near"), [("refugees", "flygtning"), ("offentlig transport", "bus"), ("udgifter", "omkostning")]
)
def test_what_only_comes_close_is_a_looser_synonym(typed: str, near: str) -> None:
    assert near in loose_synonyms(typed)
    assert near not in synonyms(typed)


def test_the_thesaurus_is_for_words_that_nothing_else_explains() -> None:
    assert "hverdag" in loose_synonyms("dagligdag")
    assert synonyms("dagligdag") == set()


@pytest.mark.parametrize(
    ("synonym", "text", "is_found"),
    [
        ("S-tog", "Opgradering af S-toget", True),
        ("S-tog", "byens beslutningstagere", False),
        ("kollektiv trafik", "den kollektive trafik", True),
        ("kollektiv trafik", "kollektiv drift og trafik", False),
        ("herberg", "nye herbergspladser", True),
    ],
)
def test_a_synonym_is_found_in_its_forms_and_compounds(synonym: str, text: str, *, is_found: bool) -> None:
    assert bool(find_hits(text, (Clause(matches_of(synonym)),)).words) is is_found


def test_inflection_hyphens_and_small_words_make_no_difference_to_a_term() -> None:
    assert term_keys(words_of("Staten og Kommunernes Indkøbsservice")) == term_keys(
        words_of("stat og kommunes indkøbsservice")
    )
    assert set(term_keys(["it-sikkerheden"])) & set(term_keys(["IT-sikkerhed"]))
