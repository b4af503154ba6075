"""Parsing of queries: words and case numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.search.language import find_case_number, read_query

TYPED = [
    ("sundhedsreform", "sundhedsreform", ()),
    ("SAG-2025-03687", "", ("SAG-2025-03687",)),
    ("sag 2025 03687 takster", "takster", ("SAG-2025-03687",)),
    ("2025-03687", "", ("SAG-2025-03687",)),
    ("sagsnr. 2025-3687", "", ("SAG-2025-03687",)),
    ("2025-10-24", "2025-10-24", ()),  # a date
    ("forretningsorden 2026-2030", "forretningsorden 2026-2030", ()),
    ("a\x00b", "a b", ()),
]
SPELLINGS = [
    "SAG-2025-03133",
    "sag-2025-3133",
    "2025-03133",
    "sag:SAG-2025-03133",
    "sag:sag-2025-3133",
    "sag:2025-3133",
    "SAG: SAG-2025-03133",
    '"SAG-2025-03133"',
    'sag:"SAG-2025-03133"',
    "sag:»2025 3133«",
    "sag SAG-2025-03133",
    "sagsnummer: SAG-2025-03133",
    "sagsnr. SAG-2025-03133",
]


@pytest.mark.parametrize(("typed", "text", "case_numbers"), TYPED)
def test_words_and_case_numbers_are_told_apart(typed: str, text: str, case_numbers: tuple[str, ...]) -> None:
    query = read_query(typed)
    assert (query.text, query.case_numbers) == (text, case_numbers)


@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_case_is_the_same_however_it_is_asked_for(typed: str) -> None:
    query = read_query(typed)
    assert (query.text, query.clauses, query.fields, query.case_numbers) == ("", (), (), ("SAG-2025-03133",))


@pytest.mark.parametrize("typed", [typed for typed in SPELLINGS if "sag" in typed.lower()])
def test_a_case_among_words_leaves_the_words(typed: str) -> None:
    query = read_query(f"takster {typed} drift")
    assert query.text.split() == ["takster", "drift"]


@pytest.mark.parametrize("typed", [typed for typed in SPELLINGS if typed[0] != '"'])
def test_a_case_number_alone_is_read_in_each_spelling(typed: str) -> None:
    assert find_case_number(typed.rstrip('"«')) == "SAG-2025-03133"


@given(st.text())
def test_whatever_is_typed_is_read_and_no_nul_reaches_the_database(typed: str) -> None:
    assert "\x00" not in read_query(typed + "\x00" + typed).text


@pytest.mark.parametrize("typed", ["", "SAG", "2025", "SAG-2025-03687-1"])
def test_what_is_no_case_number_gives_none(typed: str) -> None:
    assert find_case_number(typed) is None
