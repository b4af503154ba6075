"""A text is found again on its pages, past what stands between its words there."""

from __future__ import annotations

import time

from meetings.provenance.alignment import PageWord, find_text, spans_by_page, words_of_pages
from meetings.provenance.page_text import read_page_text
from meetings.provenance.repairs import lines_of_page


def words(*pages: str) -> list[PageWord]:
    """Return the words of pages, from page 1."""
    return words_of_pages((nth, read_page_text(lines_of_page(text, (), nth))) for nth, text in enumerate(pages, 1))


def found(text: str, *pages: str, last: bool = False) -> str:
    """Return the words that were found, a bar between pages."""
    read = words(*pages)
    spans = spans_by_page(read, find_text(text, read, last=last))
    texts = {nth: read_page_text(lines_of_page(page, (), nth)).text for nth, page in enumerate(pages, 1)}
    return " | ".join(" ".join(texts[nth][span.start : span.end] for span in parts) for nth, parts in spans.items())


def test_a_text_is_found_over_a_page_break_past_footer_and_header() -> None:
    pages = "Det indstilles at KKR\ndrøfter\nSIDE | 3", "KKR Sjælland | 2026\nsagen i dag. Andet."
    assert found("Det indstilles, at KKR drøfter sagen i dag.", *pages) == "Det indstilles at KKR drøfter | sagen i dag"


def test_bullets_and_numbers_between_its_words_are_left_out() -> None:
    assert found("Det indstilles at KKR\n– godkender\n– sender", "Det indstilles at KKR\n1) godkender\n2) sender") == (
        "Det indstilles at KKR godkender sender"
    )


def test_of_several_places_the_one_with_most_of_the_text_is_taken() -> None:
    assert found("KKR godkendte planen og budgettet", "KKR godkendte planen. KKR godkendte planen og budgettet.") == (
        "KKR godkendte planen og budgettet"
    )


def test_of_equal_places_the_first_or_the_last_is_taken() -> None:
    read = words("Tiltrådt. Noget andet. Tiltrådt.")
    assert (find_text("Tiltrådt.", read), find_text("Tiltrådt.", read, last=True)) == ([0], [3])


def test_a_text_that_is_mostly_missing_is_not_found() -> None:
    assert find_text("KKR godkendte planen og budgettet", words("KKR godkendte intet.")) == []
    assert find_text("", words("Et")) == []


def test_a_long_text_that_repeats_itself_is_found_in_time() -> None:
    page = "KKR godkendte planen og sender den videre til udvalget i dag. " * 900
    began = time.process_time()
    assert len(find_text(page, words(page))) == 900 * 11
    find_text(page.replace("udvalget", "rådet"), words(page))
    assert time.process_time() - began < 5
