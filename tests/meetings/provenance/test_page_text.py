"""A page as running text, and the way back from it to the columns of its lines."""

from __future__ import annotations

import pytest

from meetings.provenance.page_text import PageText, Span, read_page_text
from meetings.provenance.repairs import lines_of_page


def page(*lines: str) -> PageText:
    """Return a page of lines without repairs."""
    return read_page_text(lines_of_page("\n".join(lines), (), 1))


def lines_of(text: PageText, words: str) -> list[tuple[int, str]]:
    """Return the number of each line that words of the running text stand on, and what stands there."""
    start = text.text.index(words)
    written = {line.number: line.parts[0].text for line in text.lines if line.number}
    found = text.on_lines(Span(start, start + len(words)))
    return [(line, written[line][columns.start : columns.end]) for line, columns in found]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Om sund-", "hed i år"), "Om sundhed i år"),
        (("Om it-", "drift"), "Om it-drift"),
        (("Om S-", "tog"), "Om S-tog"),
        (("Børne-", "og unge"), "Børne- og unge"),
        (("I 2026-", "2030"), "I 2026- 2030"),
        (("KL-", "KKR"), "KL- KKR"),
        (("sund\u00ad", "hed"), "sundhed"),
        (("Et", "to", "", "Tre"), "Et to\nTre"),
        (("  Et  ", "to"), "Et to"),
    ],
)
def test_lines_are_read_as_running_text(lines: tuple[str, ...], text: str) -> None:
    assert page(*lines).text == text


def test_a_word_broken_over_two_lines_stands_on_both_with_its_hyphen() -> None:
    assert lines_of(page("Om sund-", "hedsreformen nu"), "sundhedsreformen") == [(1, "sund-"), (2, "hedsreformen")]


def test_words_lead_back_to_their_own_line_only() -> None:
    text = page("  Om sund-", "hed", "", "og drift i", "Aalborg")
    assert lines_of(text, "drift") == [(4, "drift")]
    assert lines_of(text, "i Aalborg") == [(4, "i"), (5, "Aalborg")]
    assert lines_of(text, "Om") == [(1, "Om")]
