"""Recognition of items: numbers torn off, misread or missing, and lines that only look like items."""

from __future__ import annotations

import pytest

from ingest.extract.text import read_text
from ingest.items import split_items
from ingest.pipeline import read_meeting
from ingest.records import ItemRecord
from ingest.structure.lines import clean
from ingest.structure.numbering import leap
from ingest.structure.table_of_contents import find_contents

FRONT = "REFERAT 2020\nKKR SYDDANMARK\nDato: 05-03-2020 10:00\n"


def read_items(text: str) -> tuple[ItemRecord, ...]:
    return read_meeting(read_text((FRONT + text).encode())).items


def outline(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in read_items(text)]


TWO = [("1", "Formalia"), ("1.1", "Godkendelse af dagsorden"), ("1.2", "Valg til Sydtrafik")]
CASE = "SAG-2020-00001 ab\n\n"
ASKS = "Indstilling\nDet indstilles, at den godkendes.\n\n"
LAYOUTS = {
    "whole": f"1. Formalia\n\n1.1. Godkendelse af dagsorden\n{CASE}{ASKS}1.2. Valg til Sydtrafik\n{CASE}",
    "torn at the page's top": " 1.\n\n1.1.\n\n1.2.\n\nFormalia\n\nGodkendelse af dagsorden\n"
    f"{CASE}{ASKS}Valg til Sydtrafik\n{CASE}",
    "torn and misread": " 1.\n\n11.\n\n1,2.\n\nFormalia\n\nGodkendelse af dagsorden\n"
    f"{CASE}{ASKS}Valg til Sydtrafik\n{CASE}",
    "one torn": f" 1.2.\n\n1. Formalia\n\n1.1. Godkendelse af dagsorden\n{CASE}{ASKS}Valg til Sydtrafik\n{CASE}",
    "torn into a section": "1. Formalia\n\n1.1. Godkendelse af dagsorden\n"
    f"{CASE}Indstilling\n 1.2.\n\nDet indstilles, at den godkendes.\n\nValg til Sydtrafik\n{CASE}",
    "lost": f"1. Formalia\n\n1.1. Godkendelse af dagsorden\n{CASE}{ASKS}Valg til Sydtrafik\n{CASE}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_numbers_find_their_titles(layout: str) -> None:
    assert outline(LAYOUTS[layout]) == TWO


def test_a_torn_number_leaves_the_text_it_stood_in() -> None:
    assert read_items(LAYOUTS["torn into a section"])[1].recommendation == "Det indstilles, at den godkendes."


def test_a_heading_may_have_the_title_of_its_child() -> None:
    assert outline(" 1.\n\n1.1.\n\nSiden sidst\n\nSiden sidst\nSAG-2020-00001 ab\n") == [
        ("1", "Siden sidst"),
        ("1.1", "Siden sidst"),
    ]


def test_headings_without_text_are_items() -> None:
    assert outline("1. Udpegninger\n\n2. KKR\n\n3. Eventuelt\n") == [
        ("1", "Udpegninger"),
        ("2", "KKR"),
        ("3", "Eventuelt"),
    ]


def test_ten_follows_nine() -> None:
    text = "".join(f"3.{n}. Sag nummer {n}\nSAG-2020-0000{n % 10} ab\n\n" for n in range(1, 12))
    assert [number for number, _ in outline("3. Sager\n\n" + text)] == ["3", *(f"3.{n}" for n in range(1, 12))]


LOOKALIKES = [
    "1. Et tættere samarbejde\n2. En skarp visitation\n3. En fleksibel vifte",
    "Anlægget er den\n3. Limfjordsforbindelse, som åbner i\n2. halvår 2031.",
    "Fristen er den\n2. marts 2020 og ikke før.",
    "Tabellen viser 2019 og 2020:\n2.1 mio. kr. og 3.4 mio. kr.",
    "2. Vejle-bussen nedlægges.",
    "Planen har tre mål:\n1. Renere vand\n2. Flere fisk\n3. Mindre kvælstof\n\nBilag\nEt notat",
    "Planen har tre mål:\n1. Renere vand\n2. Flere fisk\n3. Mindre kvælstof\n\nBeslutning\nGodkendt.",
]


@pytest.mark.parametrize("lines", LOOKALIKES)
def test_lists_dates_and_sums_are_no_items(lines: str) -> None:
    text = f"1. Trafik\nSAG-2020-00001 ab\n\nSagsfremstilling\nHer er en tekst.\n{lines}\n\n2. Eventuelt\n"
    assert outline(text) == [("1", "Trafik"), ("2", "Eventuelt")]


TITLES = [
    (
        "1. Proces- og tidsplan for valg og konstituering af KKR 2026-\n2030",
        "Proces- og tidsplan for valg og konstituering af KKR 2026-2030",
    ),
    (
        "1. Status på arbejdet med at styrke det tværkommunale sam-\narbejde på socialområdet",
        "Status på arbejdet med at styrke det tværkommunale samarbejde på socialområdet",
    ),
    ("1. Vækst Via Viden –\n\nstatus", "Vækst Via Viden – status"),
]


@pytest.mark.parametrize(("lines", "title"), TITLES)
def test_a_title_runs_over_several_lines(lines: str, title: str) -> None:
    assert outline(f"{lines}\n\nSAG-2020-00001 ab\n") == [("1", title)]


def test_a_table_of_contents_is_no_items() -> None:
    contents = "Indholdsfortegnelse\n1. Trafik ...... 3\n2. Fælles it-drift ...... 4\n"
    assert outline(f"{contents}\n1. Trafik\n\nTekst om trafik.\n\n2. Fælles it-drift\n\nTekst om it.\n") == [
        ("1", "Trafik"),
        ("2", "Fælles it-drift"),
    ]


def test_a_number_without_a_title_is_told() -> None:
    lines = clean(read_text(b"1. Trafik\nSAG-2020-00001 ab\n\nTekst.\n 1.7.\n\nMere tekst her.\n")).lines
    assert split_items(lines, find_contents(lines)).unused == ((1, 7),)


def test_a_counted_list_of_enclosures_is_no_items() -> None:
    text = "1. Trafik\nSAG-2020-00001 ab\n\nTekst.\n\nBilag\n1. Udkast til svar\n2. Tidsplan\n\n2. Takster\n\nTekst."
    assert outline(text) == [("1", "Trafik"), ("2", "Takster")]


STEPS = [((0,), (1,)), ((1,), (1, 1)), ((1, 1), (1, 2)), ((1, 2), (2,)), ((3, 9), (3, 10)), ((3, 2), (3, 2, 1))]


@pytest.mark.parametrize(("last", "outline"), STEPS)
def test_a_counted_row_costs_nothing(last: tuple[int, ...], outline: tuple[int, ...]) -> None:
    assert leap(last, outline) == 0


def test_each_number_left_out_costs_more() -> None:
    assert 0 < leap((1,), (3,)) < leap((1,), (4,)) < leap((1,), (5,))
