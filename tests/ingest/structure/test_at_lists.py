"""Entries of a list that begin with "at"."""

from __future__ import annotations

from ingest.structure.at_lists import mark_entries
from ingest.structure.lines import Line


def entries(*texts: str) -> list[str]:
    lines = [Line(text, 1, (1, n)) for n, text in enumerate(texts)]
    return [line.text.removeprefix("– ") for line in mark_entries(lines) if line.text.startswith("– ")]


def test_lines_that_begin_with_at_below_the_lead_are_entries() -> None:
    asked = "at KKR drøfter planen", "at KKR tager status til efterretning"
    for lead in ("Det indstilles,", "Det indstilles:", "Det indstilles", "Sekretariatet indstiller,"):
        assert entries(lead, *asked) == list(asked)


def test_an_entry_may_begin_on_the_line_of_the_lead() -> None:
    assert entries("Det indstilles, at KKR drøfter planen, og", "at KKR sender den videre.") == [
        "at KKR sender den videre."
    ]


def test_capitals_and_the_passive_are_entries_too() -> None:
    assert entries("Det indstilles,", "At planen godkendes,", "At status tages til efterretning.") == [
        "At planen godkendes,",
        "At status tages til efterretning.",
    ]


def test_within_an_entry_a_line_may_begin_with_at() -> None:
    assert entries("Det indstilles,", "at KKR anbefaler kommunerne", "at godkende planen") == [
        "at KKR anbefaler kommunerne"
    ]
    assert entries("Det indstilles,", "at KKR beslutter,", "at KKR indgår i gruppen.") == ["at KKR beslutter,"]


def test_a_sentence_that_runs_on_is_no_list() -> None:
    assert entries("Det indstilles, at KKR beslutter", "at sende planen til kommunerne.") == []
    assert entries("Det er vigtigt", "at spørge borgerne.") == []
