"""Joining of lines to prose."""

from __future__ import annotations

import pytest

from ingest.records import Page, Source
from ingest.structure.lines import clean
from ingest.structure.paragraphs import Style, join_texts, read_prose, read_style

PLAIN = Style(70, frozenset())

JOINS = [
    (("be-", "mærkninger"), "bemærkninger"),
    (("fysioterapikli-", "nikker"), "fysioterapiklinikker"),
    (("på-", "virket"), "påvirket"),
    (("KKR 2026-", "2030"), "KKR 2026-2030"),
    (("kl. 10.30-", "12.00"), "kl. 10.30-12.00"),
    (("KKR-", "formandskabet"), "KKR-formandskabet"),
    (("S-", "togsnettet"), "S-togsnettet"),
    (("E-", "commerce"), "E-commerce"),
    (("it-", "drift"), "it-drift"),
    (("KL-", "KKR"), "KL-KKR"),
    (("social-", "og sundhedsassistent"), "social- og sundhedsassistent"),
    (("første-", "eller andenbehandling"), "første- eller andenbehandling"),
    (("Vækst Via Viden –", "status"), "Vækst Via Viden – status"),
    (("2026 -", "2030"), "2026 - 2030"),
    (("to linjer", "bliver til en"), "to linjer bliver til en"),
]


@pytest.mark.parametrize(("lines", "joined"), JOINS)
def test_hyphens_at_a_lines_end_go_or_stay(lines: tuple[str, ...], joined: str) -> None:
    assert join_texts(lines, PLAIN) == joined


def test_what_the_document_writes_elsewhere_keeps_a_hyphen() -> None:
    style = Style(70, frozenset({"web-møde"}))
    assert join_texts(("web-", "møde"), style) == "web-møde"


def test_a_hyphen_left_inside_a_word_closes_where_the_document_knows_the_word() -> None:
    style = Style(70, frozenset({"arbejdet"}))
    assert join_texts(("om arbej-det,", "både før"), style) == "om arbejdet, både før"


def prose(text: str) -> str | None:
    lines = clean(Source("text", (Page(1, tuple(text.split("\n"))),))).lines
    return read_prose(lines, read_style(lines))


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    assert prose("Et afsnit på\nto linjer.\n\nEt til.") == "Et afsnit på to linjer.\n\nEt til."


def test_a_blank_line_in_double_spaced_text_is_no_paragraph() -> None:
    text = "Her står en linje, som går\n\nvidere på den næste, og så\n\ner der et punktum.\n\n\nEt nyt afsnit begynder"
    assert (
        prose(text)
        == "Her står en linje, som går videre på den næste, og så er der et punktum.\n\nEt nyt afsnit begynder"
    )


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010", "\x02"])
def test_a_hyphen_of_any_kind_at_a_lines_end_is_undone(hyphen: str) -> None:
    assert prose(f"Der er brug for flere ud{hyphen}\ndannelsespladser.") == "Der er brug for flere uddannelsespladser."


def test_a_soft_hyphen_within_a_line_is_dropped_and_a_hard_one_kept() -> None:
    assert prose("ud\u00addannelse i it\u2011drift") == "uddannelse i it-drift"


def test_list_entries_stand_one_a_line() -> None:
    assert (
        prose("KKR bemærkede:\n• at det haster\n• at det er\ndyrt")
        == "KKR bemærkede:\n– at det haster\n– at det er dyrt"
    )


def test_a_sentence_over_a_scattered_blank_line_stays_whole() -> None:
    assert (
        prose("Aalborg Kommune søger om at blive\n\nkulturhovedstad.")
        == "Aalborg Kommune søger om at blive kulturhovedstad."
    )


def test_a_short_line_above_a_full_one_is_a_heading() -> None:
    body = "Formanden for erhvervshuset giver en kort orientering om arbejdet og de nye planer"
    assert prose(f"Orientering\n{body}") == f"Orientering\n\n{body}"


def test_a_date_at_a_lines_beginning_is_no_list_entry() -> None:
    above = "Planen udløb, og indtil da gjaldt den gamle."
    assert prose(f"{above}\n3. juni kom en ny.") == f"{above} 3. juni kom en ny."
