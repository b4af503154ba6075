"""Paragraphs of a PDF are told by the distance of their lines, and by where a list ends."""

from __future__ import annotations

from ingest.pipeline import read_source
from tests.ingest.typeset import typeset

PAGE = "#set page(margin: (left: 35mm, rest: 25mm))\n#set text(size: 11pt)\n#set par(spacing: 1.1em)\n"
SHORT = "\n\n".join(
    f"{name} mødte op." for name in ("Asta", "Bodil", "Carl", "Dorte", "Egon", "Frida", "Gerda", "Hans")
)
LONG = "Øboernes fællesudvalg har i et brev bedt kommunerne om at se på afgangstiderne i sommerhalvåret, " * 2


def lines_of(source: str) -> list[str]:
    return [line for page in read_source(typeset(PAGE + source), "referat.pdf").pages for line in page.lines]


def test_minutes_with_more_short_lines_than_prose_keep_their_paragraphs_apart() -> None:
    lines = lines_of(f"{SHORT}\n\n{LONG}{LONG}{LONG}og på priserne.\n\nUdvalget mødes igen.")
    assert lines[:4] == ["Asta mødte op.", "", "Bodil mødte op.", ""]
    assert lines[-2:] == ["", "Udvalget mødes igen."]
    assert "" not in lines[16:-2]


def test_a_paragraph_right_below_a_list_is_no_part_of_its_last_entry() -> None:
    entries = f"#list(marker: [–], indent: 5mm, [En tidlig færge], [{LONG}])"
    lines = lines_of(f"#set par(spacing: 0.65em)\n{LONG}{LONG}{LONG}\n{entries}Udgiften er beskeden.")
    assert lines[-2:] == ["", "Udgiften er beskeden."]
    assert "" not in lines[-5:-2]
    assert lines[-5].startswith("–")
