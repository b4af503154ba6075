"""What a reader typed, read: words and case numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.search import find_case_number, read_query

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


@pytest.mark.parametrize(("typed", "text", "case_numbers"), TYPED)
def test_words_and_case_numbers_are_told_apart(typed: str, text: str, case_numbers: tuple[str, ...]) -> None:
    query = read_query(typed)
    assert (query.text, query.case_numbers) == (text, case_numbers)


@given(st.text())
def test_nothing_typed_is_an_error(typed: str) -> None:
    assert "\x00" not in read_query(typed).text


@pytest.mark.parametrize("typed", ["", "SAG", "2025", "SAG-2025-03687-1", "２０２５-03687"])
def test_what_is_no_case_number_gives_none(typed: str) -> None:
    assert find_case_number(typed) is None
