"""Repair of misread letters during parsing: page by page, keeping the text before repair."""

from __future__ import annotations

from danish.printed_form import with_changes
from ingest.pipeline import read_meeting, read_source
from ingest.records import Source

MISREAD = """KKR Nordjylland
Referat
Dato: 12-05-2017

1. Drgftelse af de feelles mal for sundhedsomradet
SAG-2017-01234 abcd
Baggrund
Kommunerne har pa mgdet i foraret droftet, hvordan de zldre far den bedste hjeelp. Der er ogsa peget pa,
at de sma kommuner mangler leeger og sygeplejersker, og at der bgr vzere en feelles lgsning i hele omradet,
nar det geelder rekrutte-
ring af medarbejdere til aeldreplejen og til de akutte sundhedstilbud, som ogsa skal veere dbne om natten.
Indstilling
Det indstilles, at KKR Nordjylland drgfter de feelles mal.
"""
CLEAN = "Kommunerne har på mødet drøftet, hvordan de ældre får den bedste hjælp. Der er også små kommuner.\n" * 5


def read(text: str) -> Source:
    return read_source(text.encode(), "referat.txt")


def test_misread_pages_come_out_in_danish() -> None:
    assert "Drøftelse af de fælles mål for sundhedsområdet" in read(MISREAD).text


def test_the_meeting_is_read_in_danish() -> None:
    assert read_meeting(read(MISREAD)).items[0].title == "Drøftelse af de fælles mål for sundhedsområdet"


def test_what_came_is_kept_letter_by_letter() -> None:
    assert read(MISREAD).extracted_text == MISREAD.removesuffix("\n")


def test_lines_stay_one_for_one() -> None:
    source = read(MISREAD)
    assert [line.split("-")[0][:3] for line in source.text.split("\n")][:4] == ["KKR", "Ref", "Dat", ""]
    assert source.text.count("\n") == source.extracted_text.count("\n")


def test_the_changes_lead_from_the_one_text_to_the_other() -> None:
    source = read(MISREAD)
    changes = [change for page in source.pages for change in page.changes]
    assert "\n".join(with_changes(source.extracted_text.split("\n"), changes)) == source.text


def test_a_change_is_placed_by_page_line_and_column() -> None:
    assert (1, 4, 3, "Drgftelse", "Drøftelse") in read(MISREAD).changes


def test_danish_pages_come_through_untouched() -> None:
    source = read(CLEAN)
    assert (source.text, source.changes) == (CLEAN.removesuffix("\n"), [])


def test_only_the_misread_pages_of_a_document_are_repaired() -> None:
    assert {change[0] for change in read(CLEAN + "\f" + MISREAD).changes} == {2}


def test_nothing_in_a_line_separates_pages_in_the_text_kept() -> None:
    assert read(MISREAD + "\f" + MISREAD).extracted_text.count("\f") == 1
