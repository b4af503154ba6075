"""Paragraphs that go on over a page break, and those that do not."""

from __future__ import annotations

import pytest

from ingest.records import Page, Source
from ingest.structure.lines import clean
from ingest.structure.paragraphs import read_prose, read_style

FULL = "Kommunerne i landsdelen har i flere år arbejdet sammen om opgaven og vil"
GOES_ON = [
    (f"{FULL} i december", "2024 sammen med regionen drøfte sagen."),
    (f"{FULL} holde en studietur", "til Femern-forbindelsen."),
    (f"{FULL} holde en tur til", "Femern-forbindelsen."),
    ("De har holdt møder med Region", "Syddanmark om sagen."),
    (f"{FULL} samarbejde med ministeren og", "Danske Regioner om sagen."),
    (f"{FULL} drøfte den sag, som har fulgt", "Erhvervshus Fyn gennem årene."),
    ("Tilskuddet er i dag på 20 pct.", "af de samlede udgifter til formålet."),
    ("Det gælder især de store byer, jf.", "Danmarks Statistiks opgørelse."),
    ("Fristen er den 10.", "september samme år."),
    ("Mødet er flyttet til den", "3. og 4. maj i Odense."),
    ("Der er flere muligheder (se bilag)", "og en række usikkerheder."),
    ("Vejen mellem Odense, Svendborg,", "Faaborg og Nyborg skal udvides."),
]
STOPS = [
    (f"{FULL} gøre det igen.", "Formanden takkede for indlægget."),
    (f"{FULL} gøre det igen.", "til orientering vedlægges et notat."),
    ("Økonomi og videre proces", "Sagen behandles i kommunerne i foråret."),
    ("KKR drøftede følgende:", "Kommunerne er forskellige."),
    (f"{FULL} arbejde for", "– flere lærepladser"),
    ("1. at sagen drøftes", "2. at sagen udsættes"),
    ("Budget 2026", "2027 bliver et overgangsår for kommunerne."),
]


def prose(*pages: str) -> str | None:
    body = f"{FULL} fortsætte\nmed det i de kommende år.\n\n"
    lines = clean(
        Source("text", tuple(Page(n, tuple((body * (n == 1) + page).split("\n"))) for n, page in enumerate(pages, 1)))
    ).lines
    text = read_prose(lines, read_style(lines))
    return text.partition("\n\n")[2] if text else None


@pytest.mark.parametrize(("above", "below"), GOES_ON)
def test_a_broken_sentence_is_one_paragraph(above: str, below: str) -> None:
    assert prose(above, below) == f"{above} {below}"


@pytest.mark.parametrize(("above", "below"), STOPS)
def test_what_is_not_one_sentence_stays_apart(above: str, below: str) -> None:
    assert prose(above, below) != f"{above} {below}"


def test_a_word_hyphenated_over_a_page_is_whole_again() -> None:
    above = f"KKR Fyn | 05-03-2020\n\n{FULL} styrke tand-\n\nSIDE | 3"
    assert prose(above, "\nKKR Fyn | 05-03-2020\n\nplejen i kommunerne.") == f"{FULL} styrke tandplejen i kommunerne."
