"""Lines that belong to the page are distinguished from those of the meeting."""

from __future__ import annotations

import pytest

from ingest.extract.running_headers import find_running_headers, is_running_header


@pytest.mark.parametrize(
    "text",
    [
        "KKR Nordjylland | 24-10-2025",
        "KKR Nordjylland | 24-10-2025 Side 4",
        "KKR. Fyn — 24-10-2025",
        "SIDE | 9",
        "Side 2 af 31",
        "– 4 –",
    ],
)
def test_running_headers_and_page_numbers_are_known_by_their_words(text: str) -> None:
    assert is_running_header(text)


@pytest.mark.parametrize("text", ["KKR Nordjylland drøftede sagen", "Side 2 af notatet", "4. Busdrift", "24-10-2025"])
def test_what_only_looks_like_them_is_text(text: str) -> None:
    assert not is_running_header(text)


def test_what_stands_at_the_edge_of_most_pages_belongs_to_them() -> None:
    pages = [["Dagsorden for mødet", f"Tekst {word}", "mere"] for word in ("alfa", "beta", "gamma", "delta")]
    assert find_running_headers(pages) == {(page, 0) for page in range(4)} | {(page, 2) for page in range(4)}


def test_bare_numbers_that_count_on_with_the_pages_are_page_numbers() -> None:
    pages = [["Alfa", "x", "3"], ["Beta", "y", "4"], ["Gamma", "z", "5"]]
    assert find_running_headers(pages) == {(0, 2), (1, 2), (2, 2)}


def test_what_a_browser_prints_around_a_page_is_no_text() -> None:
    below = "https://kkr.dk/referat 1/2"
    pages = [["24.10.2025, 13.15\tReferat", "Sagen begynder", below], ["10/24/25, 1:15 PM Referat", "her.", below]]
    assert find_running_headers(pages) == {(0, 0), (0, 2), (1, 0), (1, 2)}
    assert find_running_headers([["24.10.2025, 13.15 mødtes rådet.", "Sagen slutter."]]) == set()


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Referat fra mødet\thttps://kkr.dk/referat", "1 af 2\t24-10-2025 13:15"),
        ("Referat fra mødet\tSide 1 af 2", "https://kkr.dk/referat\t24-10-2025"),
        ("24.10.2025 13.15 Referat", "https://kkr.dk/referat\tPage 1 of 2"),
    ],
)
def test_what_other_browsers_print_around_a_page_is_no_text(above: str, below: str) -> None:
    assert find_running_headers([[above, "Sagen begynder", below]]) == {(0, 0), (0, 2)}
    assert find_running_headers([[above, "Sagen slutter."]]) == set()


def test_a_link_that_a_sentence_leads_to_stays_and_dumped_ones_go() -> None:
    led_to = ["Læs mere her", "https://kl.dk/rapport"]
    dumped = ["Sagen slutter her.", "https://kl.dk/a", "https://kl.dk/b"]
    assert find_running_headers([led_to, dumped]) == {(1, 1), (1, 2)}


@pytest.mark.parametrize("foot", [("{}", "Referat"), ("Referat", "{}"), ("{}Referat",)])
def test_a_word_that_stands_beside_every_page_number_belongs_to_the_page(foot: tuple[str, ...]) -> None:
    words = ("alfa", "beta", "gamma")
    pages = [
        [f"Om {word}", "Mere", f"Slut {word}", *(part.format(n) for part in foot)] for n, word in enumerate(words, 3)
    ]
    assert find_running_headers(pages) == {(p, 3 + n) for p in range(3) for n in range(len(foot))}


def test_a_heading_beside_one_page_number_stays() -> None:
    pages = [["Alfa", "x", "3"], ["Beta", "Beslutning", "4"], ["Gamma", "z", "5"]]
    assert (1, 1) not in find_running_headers(pages)


@pytest.mark.parametrize("text", ["SIDE | 4KKR Fyn | 03-05-2012", "KKR Fyn | 03-05-2012SIDE | 4"])
def test_a_running_header_may_be_joined_to_its_page_number(text: str) -> None:
    assert find_running_headers([[text, "Sagen slutter."]]) == {(0, 0)}


NAMED_AND_DATED = [
    "KKR Fyn, 24-10-2025",
    "KKR Fyn\t24-10-2025",
    "Referat KKR Fyn 24.10.2025 Side 3 af 14",
    "KKR Fyn · 24/10/2025\t3",
]


@pytest.mark.parametrize("text", NAMED_AND_DATED)
def test_the_council_and_the_day_at_the_edge_of_a_later_page_belong_to_it(text: str) -> None:
    pages = [[text, "REFERAT", "1. Busser"], [text, "KKR Fyn drøftede sagen.", "Sagen tages op igen.", "2. Veje"]]
    assert find_running_headers(pages) == {(1, 0)}


def test_they_belong_to_the_page_too_where_a_text_has_lost_its_page_breaks() -> None:
    page = [*"abcdefghijkl", "KKR Fyn, 24-10-2025", "tekst", "mere tekst", "KKR Fyn, 24-10-2025", "slut", "helt slut"]
    assert find_running_headers([page]) == {(0, 12), (0, 15)}


@pytest.mark.parametrize("text", ["KKR Fyn, 24-10-2025 i Odense", "KKR Fyn mødes 24-10-2025"])
def test_a_day_within_a_text_is_no_running_header(text: str) -> None:
    assert not find_running_headers([["Referat"], [text, "tekst", "mere", "og mere"]])
