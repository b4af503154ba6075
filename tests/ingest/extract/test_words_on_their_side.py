"""A few words that run up the margin are on the page, but no part of the text; a table on its side is."""

from __future__ import annotations

from ingest.pipeline import read_meeting, read_source
from ingest.records import Source
from tests.ingest.typeset import PAGE, typeset

TEXT = """
DAGSORDEN 2023 \\
KKR SYDDANMARK \\
Dato: 12-05-2023 09:30 \\

*1#[.] Færger til de små øer* \\
SAG-2023-00417 lmb \\
Sagsfremstilling \\
Færgerne sejler hver dag, også om vinteren, når isen tillader det, og de tager cykler med. \\
"""


def read(beside: str) -> Source:
    note = f"#place(top + left, dx: -20mm, dy: 60mm, rotate(-90deg, reflow: true)[{beside}])"
    return read_source(typeset(PAGE + note + TEXT), "x.pdf")


def test_words_up_the_margin_are_on_the_page_and_in_no_item() -> None:
    source = read("Journal 23/417")
    [item] = read_meeting(source).items
    assert source.pages[0].lines[-1] == "Journal 23/417"
    assert item.presentation
    assert item.presentation.endswith("tager cykler med.")


def test_more_than_a_few_words_on_their_side_are_text() -> None:
    sentence = "Udvalget bad om at få tallene for passagerer og cykler med til det næste møde i Vejle."
    [item] = read_meeting(read(sentence)).items
    assert item.presentation
    assert item.presentation.endswith(sentence)
