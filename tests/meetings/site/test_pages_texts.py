"""Documents' texts as HTML: paragraphs, lists, tables and links, with any markup of their own escaped."""

from __future__ import annotations

import pytest

from meetings.search.language import MARK_END, MARK_START
from meetings.site.hits import excerpt, marked
from tests.meetings.site.macros import prose

TEXTS = [
    ("Et afsnit.\n\nEt til.", "<p>Et afsnit.</p>\n<p>Et til.</p>"),
    ("Kl. 9 Kaffe\nKl. 10 Møde", "<p>Kl. 9 Kaffe<br>\nKl. 10 Møde</p>"),
    ("– et\n– to", "<ul><li>et</li><li>to</li></ul>"),
    ("– et\n\n– to", "<ul><li>et</li><li>to</li></ul>"),  # a list split by a page break
    ("At KKR\n– drøfter", "<p>At KKR</p>\n<ul><li>drøfter</li></ul>"),
    ("<b>fed</b> & co", "<p>&lt;b&gt;fed&lt;/b&gt; &amp; co</p>"),
    ("– <img onerror=x>", "<ul><li>&lt;img onerror=x&gt;</li></ul>"),
    ("KKR | 24-10-2025", "<p>KKR | 24-10-2025</p>"),  # a single row is not a table
    ("Se https://kl.dk/a.", '<p>Se <a href="https://kl.dk/a" rel="nofollow">https://kl.dk/a</a>.</p>'),
    ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
    ("  \n\n ", ""),
]

BODY = "Centret ledes af en bestyrelse, hvor hver kommune har én plads, og store beslutninger kræver otte."
HEADINGS = [
    ("Styring", BODY, True),
    ("Copenhagen Capacity (CC)", BODY, True),
    ("Det indstilles, at KKR", "– drøfter forslaget\n" + BODY, False),  # introduces a list
    ("Programmet er følgende:", BODY, False),
    ("Godkendt.", BODY, False),
    ("Asta Holm", "Bo Lund", False),  # a list of names
    ("og derfor", BODY, False),
    ("Styring", "", False),
]


@pytest.mark.parametrize(("paragraph", "following", "heads"), HEADINGS)
def test_a_short_line_over_a_paragraph_is_a_heading(paragraph: str, following: str, heads: bool) -> None:
    assert ("<h3 " in prose(f"{paragraph}\n\n{following}")) is heads


@pytest.mark.parametrize(("text", "html"), TEXTS)
def test_a_text_becomes_html(text: str, html: str) -> None:
    assert prose(text) == html


def test_rows_become_a_table_without_a_guessed_header() -> None:
    html = prose("Aalborg | Hjørring\nBrønderslev | Læsø")
    assert "<tbody><tr><td>Aalborg</td><td>Hjørring</td></tr>" in html
    assert "<th" not in html


def test_words_over_figures_are_a_header() -> None:
    html = prose("Kommune | Kvote\nAalborg | 93")
    assert '<thead><tr><th scope="col">Kommune</th><th scope="col">Kvote</th></tr></thead>' in html


def test_lines_of_a_single_column_are_no_table() -> None:
    html = prose("Udpegning af | \nmålgrupper | \nog behov | \n(maj) | 11")
    assert html == "<p>Udpegning af<br>\nmålgrupper<br>\nog behov<br>\n(maj) 11</p>"


def test_cells_are_escaped() -> None:
    assert "<td>&lt;script&gt;</td>" in prose("a | <script>\nb | c")


def test_hits_are_marked_in_escaped_text() -> None:
    text = f"<i>{MARK_START}sundhed{MARK_END}</i>"
    assert marked(text) == "&lt;i&gt;<mark>sundhed</mark>&lt;/i&gt;"


def test_marks_without_a_mate_vanish() -> None:
    assert marked(f"a{MARK_END}b{MARK_START}c") == "abc"


EXCERPTS = [
    ("Et helt.", "Et helt."),
    ("midt i en", "… midt i en …"),
    (f"{MARK_START}By{MARK_END}.", f"{MARK_START}By{MARK_END}."),
]


@pytest.mark.parametrize(("text", "shown"), EXCERPTS)
def test_an_excerpt_tells_where_it_is_cut(text: str, shown: str) -> None:
    assert excerpt(text) == shown


def test_a_subheading_known_by_its_type_is_a_heading_however_short_the_text_below() -> None:
    assert '<h3 id="tekst-oekonomi">' in prose("Økonomi:\n\nDyrt.", headings=("Økonomi:",))
    assert "<h3" not in prose("Økonomi:\n\nDyrt.")


def test_a_table_has_its_caption_or_one_that_is_not_seen() -> None:
    html = prose("Tabel 1: Kvoter\nAalborg | 93\nHjørring | 41")
    assert '<caption id="tekst-tabel-1-navn"><span>Tabel 1: Kvoter</span></caption>' in html
    assert 'aria-labelledby="tekst-tabel-1-navn"' in html
    assert '<caption class="unseen" id="tekst-tabel-1-navn">Tabel</caption>' in prose("Aalborg | 93\nHjørring | 41")


def test_names_before_figures_head_their_rows() -> None:
    assert '<tr><th scope="row">Aalborg</th><td>93</td></tr>' in prose("Aalborg | 93\nHjørring | 41")
    assert "<th" not in prose("Aalborg | ja\nHjørring | nej")


def test_a_header_known_by_its_type_heads_its_columns() -> None:
    html = prose("Fase | Ansvarlig\nHøring | Regionen\nDrift | Selskabet", headings=("Fase | Ansvarlig",))
    assert '<th scope="col">Ansvarlig</th>' in html
