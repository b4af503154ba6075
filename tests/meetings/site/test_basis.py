"""Sentences that a judgement rests on, marked in their text."""

from __future__ import annotations

from markupsafe import Markup

from meetings.search.language import MARK_END, MARK_START
from meetings.site.basis import basis_parts, with_basis


def marked(text: str, *sentences: str) -> list[str]:
    return [str(part.html) for part in basis_parts(Markup(with_basis(text, sentences))) if part.is_basis]


def test_each_sentence_is_marked_once() -> None:
    assert marked("Tak. Godkendt. Udsat. Godkendt.", "Godkendt.", "Udsat.") == ["Godkendt.", "Udsat."]


def test_a_list_entry_is_marked_without_its_dash() -> None:
    assert marked("KKR:\n– Godkendte planen\n– Drøftede den", "– Godkendte planen") == ["Godkendte planen"]


def test_a_sentence_with_a_hit_in_it_is_marked() -> None:
    hit = f"KKR godkendte {MARK_START}planen{MARK_END}."
    assert marked(f"Tak. {hit}", "KKR godkendte planen.") == [hit]


def test_a_sentence_that_is_not_there_changes_nothing() -> None:
    assert with_basis("Godkendt.", ["Udsat."]) == "Godkendt."


def test_nothing_is_lost() -> None:
    text = "Tak. Godkendt.\n\nUdsat."
    parts = basis_parts(Markup(with_basis(text, ["Godkendt.", "Udsat."])))
    assert "".join(str(part.html) for part in parts) == text
