"""Numbers: however grouped, with their units, and with words that hang on them."""

from __future__ import annotations

import pytest

from meetings.search.language.expansion import expand
from meetings.search.language.marking import MARK_END, MARK_START, find_hits
from meetings.search.language.query import read_query
from meetings.search.language.words import read_tokens

TOKENS = [
    ("kl. 10.00-12.00", ["kl", "10.00", "12.00"]),
    ("2026-2030 og 24.10.2025", ["2026", "2030", "og", "24.10.2025"]),
    ("10.000-20.000 fisk, 10 000 både", ["10.000", "20.000", "fisk", "10 000", "både"]),
    ("250mio. og 17,6%", ["250", "mio", "og", "17,6", "%"]),
    ("§ 34-tilbud til 12-årige", ["§", "34-tilbud", "til", "12-årige"]),
]
FOUND = [
    ("12500 fisk", "Der er [12.500] [fisk]."),
    ("12.500", "Der er [12500] fisk."),
    ("12500", "Der er [12 500] fisk."),
    ("12 500", "Der er [12.500] fisk."),
    ("10.000", "Fra kl. 10.00-12.00 og 10.00 000 gange."),
    ("3.1 mia", "De kostede [3,1] [mia]. kr."),
    ("3,1 milliarder kr.", "De kostede [3,1] [mia]. i alt."),
    ("2,5 mia", "De kostede [2.500] [mio]. kr., ikke 12,5 mia."),
    ("4000000 kr", "Den kostede [4] [mio]. kr."),
    ("DKK 4 mio", "Den kostede [4] [mio]. kr."),
    ("8 kroner", "Det koster [kr]. [8] om dagen."),
    ("16.5 procent", "En stigning på [16,5] [pct]., senere på [16,5][%]."),
    ("§34", "Efter [§] [34] gælder paragraf 4, og [paragraf] [34-pladser]; §§ 3 og 4."),
    ("paragraf 15", "Se [§§] 14 og [15]."),
    ("34-pladser", "De [34-pladser] og [34] [pladser]."),
    ("DK2030", "[DK-2030], [DK2030-planer], [DK] [2030]."),
    ("dk 2030", "[DK2030] og [DK-planer] for [2030]."),
    ("CO2lager", "Et [CO₂-lager], et [CO2] [lager]."),
    ("3. maj", "Den [3]. [maj], ikke den 13. maj eller 3. juni."),
    ("3/5-2026", "Den [3]. [maj] [2026], den [03.05.2026], men ikke 3. juni."),
    ("03.05.2026", "Den [3]. [maj] [2026] eller [2026]-[05]-[03]."),
    ("2026-2030", "I [2026]–[2030], fra [2026] til [2030], ikke 2026."),
]


def marked(typed: str, text: str) -> str:
    clauses = tuple(expand(terms) for terms in read_query(typed).clauses)
    return find_hits(text, clauses).marked.replace(MARK_START, "[").replace(MARK_END, "]")


@pytest.mark.parametrize(("text", "words"), TOKENS)
def test_a_number_is_one_word_and_a_period_two(text: str, words: list[str]) -> None:
    assert [token.text for token in read_tokens(text)] == words


@pytest.mark.parametrize(("typed", "text"), FOUND)
def test_a_number_is_found_however_it_is_written(typed: str, text: str) -> None:
    assert marked(typed, text.replace("[", "").replace("]", "")) == text
