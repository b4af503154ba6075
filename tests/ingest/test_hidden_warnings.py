"""Warnings about text that no reader of a page sees, and about what the reading of a page was not sure of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.parse_warnings import find_page_warnings
from ingest.pipeline import read_layouts, read_meeting, read_source
from ingest.records import Page
from meetings.shared.page_layout import HiddenText, PageLayout, Piece
from meetings.shared.vocabulary import HiddenReason
from tests.ingest.papers import MINUTES_TEXT

WORDS = {
    HiddenReason.COVERED: "dækket",
    HiddenReason.LAYER_OFF: "lag",
    HiddenReason.OUTSIDE: "uden for",
    HiddenReason.INVISIBLE: "usynlig",
    HiddenReason.PALE: "hvid",
}


def hide(text: str, reason: HiddenReason) -> HiddenText:
    return HiddenText(text, reason, 0, 0, 9, 9)


@pytest.mark.parametrize("reason", HiddenReason)
def test_each_reason_has_its_words_and_never_the_hidden_ones(reason: HiddenReason) -> None:
    [warning] = find_page_warnings([Page(3, ("Tekst",), hidden=(hide("Hemmelig Hansen", reason),))])
    assert warning.startswith("Side 3: ")
    assert WORDS[reason] in warning
    assert warning.endswith("er ikke taget med.")
    assert "Hemmelig" not in warning


def test_a_page_has_one_warning_for_each_reason() -> None:
    hidden = (hide("a", HiddenReason.PALE), hide("b", HiddenReason.COVERED), hide("c", HiddenReason.PALE))
    warnings = find_page_warnings([Page(1, ("Tekst",), hidden=hidden), Page(2, ("Tekst",), hidden=hidden[:1])])
    assert [warning.split(":")[0] for warning in warnings] == ["Side 1", "Side 1", "Side 2"]
    assert "dækket" in warnings[0]


def test_what_the_reading_was_not_sure_of_is_told_as_it_was_noted() -> None:
    layout = PageLayout(1, 500, 800, ((Piece("Tekst", 0, 50, 700, 10),),)).with_note("Side 1: to læsninger er uenige.")
    assert find_page_warnings(read_layouts([layout]).pages) == ("Side 1: to læsninger er uenige.",)


def test_a_cpr_number_that_a_warning_quotes_is_masked() -> None:
    source = read_source(MINUTES_TEXT)
    page = replace(source.pages[0], notes=("Side 1: »010180-1234« er læst usikkert.",))
    warnings = read_meeting(replace(source, pages=(page,))).warnings
    assert "Side 1: »010180-••••« er læst usikkert." in warnings
