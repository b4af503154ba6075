"""The marks on a picture stand where the words stand, whatever repair made of them."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.provenance.page_marks import Mark, marked_lines, marked_picture
from meetings.provenance.page_text import PageText, Span, read_page_text
from meetings.provenance.repairs import lines_of_page
from meetings.shared.page_layout import PageLayout, Piece
from tests.make import make_piece

Change = tuple[int, int, int, str, str]


def read(line: str, *changes: Change) -> tuple[PageLayout, PageText]:
    """Return a page with one line, as laid out and as repaired."""
    return PageLayout(1, 600, 800, ((make_piece(line, 0),),)), read_page_text(lines_of_page(line, changes, 1))


def marked(line: str, words: str, *changes: Change) -> list[tuple[float, float]]:
    """Return between which columns of a line (5 points each, from 50) the marks of some words are, without margins."""
    layout, text = read(line, *changes)
    start = text.text.index(words)
    marks = marked_picture(layout, text, [[Span(start, start + len(words))]]).marks
    return [((mark.x + 1.2 - 50) / 5, (mark.x + mark.width - 1.2 - 50) / 5) for mark in marks]


def columns(*pairs: tuple[int, int]) -> Any:
    return [pytest.approx(pair, abs=0.05) for pair in pairs]


def test_a_word_is_marked_where_it_stands() -> None:
    assert marked("Om drift i år", "drift") == columns((3, 8))


def test_words_side_by_side_have_one_mark() -> None:
    assert marked("Om drift i år", "drift i") == columns((3, 10))


def test_a_repaired_word_is_marked_where_its_misread_letters_stand() -> None:
    assert marked("pa aeldreomradet nu", "ældreområdet", (1, 0, 3, "aeldreomradet", "ældreområdet")) == columns((3, 16))


def test_a_word_after_a_repair_is_marked_where_it_stood() -> None:
    assert marked("pa aeldreomradet nu", "nu", (1, 0, 3, "aeldreomradet", "ældreområdet")) == columns((17, 19))


def test_a_word_put_together_by_repair_is_marked_in_both_halves() -> None:
    assert marked("om for slaget nu", "forslaget", (1, 0, 3, "for slaget", "forslaget")) == columns((3, 13))


def test_a_word_that_repair_split_is_marked_whole_for_either_half() -> None:
    change = (1, 0, 0, "udvalgog", "udvalg og")
    assert marked("udvalgog råd", "udvalg", change) == marked("udvalgog råd", "og", change) == columns((0, 8))


def test_marks_are_measured_from_the_upper_edge() -> None:
    layout, text = read("Om drift")
    (mark,) = marked_picture(layout, text, [[Span(3, 8)]]).marks
    assert mark == Mark(63.8, 91.0, 27.4, 12.4)


def test_a_piece_whose_words_have_no_places_is_marked_whole() -> None:
    _, text = read("Om drift i år")
    layout = PageLayout(1, 600, 800, ((Piece("Om drift i år", 50, 115, 700, 10),),))
    (mark,) = marked_picture(layout, text, [[Span(3, 8)]]).marks
    assert (mark.x, mark.width) == (48.8, 67.4)


def test_cells_far_apart_have_marks_of_their_own() -> None:
    left, right = make_piece("Aalborg", 0), make_piece("Aalborg", 0)._replace(x0=300, x1=335, words=(300, 335))
    layout, text = PageLayout(1, 600, 800, ((left, right),)), read_page_text(lines_of_page("Aalborg\tAalborg", (), 1))
    assert [mark.x for mark in marked_picture(layout, text, [[Span(0, 15)]]).marks] == [48.8, 298.8]


def test_the_marks_of_a_scan_slope_as_its_lines_did() -> None:
    layout, text = PageLayout(1, 600, 800, ((make_piece("Om drift", 0),),), skew=2.6), read("Om drift")[1]
    assert marked_picture(layout, text, []).rotation == "rotate(2.6 300 400)"


def test_a_page_without_a_layout_has_no_marks() -> None:
    assert marked_picture(None, read("Om drift")[1], [[Span(0, 2)]]).marks == ()


def test_text_is_split_where_something_was_found_and_each_find_begins_once() -> None:
    text = read_page_text(lines_of_page("Om sund-\nhed og drift", (), 1))
    spans = [[Span(3, 10)], [Span(14, 19)]]
    told = [[(one.part.text, one.nth, one.begins) for one in line.segments] for line in marked_lines(text, spans)]
    assert told == [
        [("Om ", 0, False), ("sund-", 1, True)],
        [("hed", 1, False), (" og ", 0, False), ("drift", 2, True)],
    ]


def test_a_repaired_word_that_is_found_in_part_stays_whole() -> None:
    text = read("pa aeldreomradet", (1, 0, 3, "aeldreomradet", "ældreområdet"))[1]
    (line,) = marked_lines(text, [[Span(3, 8)]])
    assert [(one.part.text, one.part.before, one.nth) for one in line.segments][-1] == (
        "ældreområdet",
        "aeldreomradet",
        1,
    )
