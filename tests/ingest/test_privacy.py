"""CPR numbers are found however they are written, and what only looks like one is not. All numbers are invented."""

from __future__ import annotations

from time import process_time

import pytest

from ingest.privacy import find_cpr_numbers, mask
from ingest.records import Page
from meetings.shared.page_layout import HiddenText
from meetings.shared.vocabulary import HiddenReason

WRITTEN = [
    "Borgeren 010180-1234 har klaget.",
    "(010180-1234)",
    "født 010180-1234, bor i Aalborg",
    "Hans Hansen, 010180–1234.",
    "Hans Hansen, 010180‑1234.",
    "010180\u00a0-\u00a01234",
    "010180\u00ad1234",
    "010180-\n1234",
    "010180\n-1234",
    "010180 1234",
    "0101801234",
    "Sagsnr. 010180-1234",
    "O1O18O-I234",
    "CPR-010180-1234",
    "CPR-nr.: 01 01 80 1234",
    "cpr 01.01.80-1234",
    "CPR: 0 1 0 1 8 0 - 1 2 3 4",
    "Personnummer:\n010180 1234",
]
OTHERS = [
    "Tlf. 33 70 33 70",
    "tlf. 010180 1234",
    "+45 01 01 80 12 34",
    "SAG-2025-03687",
    "SAG-010180-1234",
    "03.01.05-K04-1-14",
    "24-10-2025",
    "mødet den 24.10.2025 kl. 14",
    "EAN 5798000123456",
    "EAN-nr. 5798 000 123456",
    "CVR-nr. 12345678",
    "P-nr. 1003388394",
    "kr. 120.500,00",
    "Drift 120500 2000 3000",
    "DK50 0040 0440 1162 43",
    "DK5000400440116243",
    "Konto 1551 0101801234",
    "Faktura nr. 0101801234",
    "010180-1234-5",
    "010180-12345",
    "1010180-1234",
    "A0101801234",
]
NO_DATES = ["320180-1234", "011380-1234", "000180-1234", "290201-1234", "310480-1234"]


def found(text: str) -> list[str]:
    return [one.digits for one in find_cpr_numbers([Page(1, tuple(text.split("\n")))])]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_number_is_found_however_it_is_written(text: str) -> None:
    assert found(text) == ["0101801234"]


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_no_cpr_number(text: str) -> None:
    assert found(text) == []


def test_the_seventh_digit_tells_the_century_of_a_leap_day() -> None:
    assert found("290200-4123") == ["2902004123"]  # 29 February 2000
    assert found("290200-1123") == []  # 1900 was no leap year


def test_modulus_11_decides_where_figures_stand_beside_a_number_without_its_dash() -> None:
    assert found("3 070761 4285 12") == ["0707614285"]
    assert found("3 070761 4286 12") == []


def test_a_number_is_told_once_a_page_with_the_page() -> None:
    pages = [Page(1, ("010180-1234", "igen 010180-1234")), Page(2, ("Intet",)), Page(3, ("010180 1234",))]
    assert [(one.page, one.masked) for one in find_cpr_numbers(pages)] == [(1, "010180-••••"), (3, "010180-••••")]


def test_a_number_that_only_the_repaired_or_only_the_extracted_text_has_counts() -> None:
    assert find_cpr_numbers([Page(1, ("010180-1234",), extracted=("O!OI8O-I2E4",))])
    assert find_cpr_numbers([Page(1, ("Olol80-kun",), extracted=("010180-1234",))])


def test_hidden_text_counts_since_the_file_has_it() -> None:
    hidden = (HiddenText("Hans, 010180-1234", HiddenReason.COVERED, 0, 0, 9, 9),)
    assert [one.is_hidden for one in find_cpr_numbers([Page(1, ("Hans",), hidden=hidden)])] == [True]


def test_a_number_is_masked_in_text_and_in_tracebacks() -> None:
    assert mask("Deltageren Bo 010180-1234 står uden kommune, som 020280 1234.") == (
        "Deltageren Bo 010180-•••• står uden kommune, som 020280-••••."
    )
    assert "1234" not in repr(find_cpr_numbers([Page(1, ("010180-1234",))]))


@pytest.mark.parametrize("text", ["010180-" * 20_000, "cpr " * 30_000, "cpr 0 1 0 1 8 0 1 2 " * 6_000, "0" * 120_000])
def test_no_text_takes_long(text: str) -> None:
    before = process_time()
    found(text)
    assert process_time() - before < 2
