"""PDFs by position: marks in the margin, columns of people, tables, and the same record as from text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.extract.pdf import pdfminer
from ingest.pipeline import read_meeting, read_source
from ingest.records import MeetingRecord, Source
from tests.documents.golden import DOCUMENTS
from tests.ingest.typeset import PAGE, typeset, typeset_lines
from tests.reading import read_file

CORPUS = Path(__file__).parents[2] / "corpus" / "documents"
TEXTS = [path for path in DOCUMENTS if path.suffix == ".txt" and "\t" not in path.read_text(encoding="utf-8")]
HANGING = """
#let item(number, title) = block(above: 1.5em)[#place(dx: -1.6cm)[*#number*] *#title*]
DAGSORDEN 2023 \\
KKR MIDTJYLLAND \\
Dato: 12-05-2023 09:30
#item("1.", "Formalia")
#item("1.1.", "Lærepladser")
SAG-2023-00812 kjo
#block[*Sagsfremstilling*]
#place(dx: -0.9cm)[./.] Der er udarbejdet et faktaark, jf. bilag.

Kvoterne er:
#table(columns: (4cm, 3cm, 3cm), [Kommune], [Hjælpere], [Elever], [Viborg], [61], [122], [Ikast-Brande], [29], [55])
Tallene er nye.
"""


def read(source: str) -> MeetingRecord:
    return read_meeting(read_source(typeset(PAGE + source), "dagsorden.pdf"))


def without_pages(record: MeetingRecord) -> MeetingRecord:
    return replace(record, items=tuple(replace(item, first_page=None, last_page=None) for item in record.items))


def lines_of(source: Source) -> list[list[str]]:
    """Return the lines as extracted, before any repair."""
    return [list(page.extracted or page.lines) for page in source.pages]


@pytest.mark.parametrize("document", TEXTS, ids=lambda path: path.stem)
def test_a_text_set_as_pdf_gives_the_same_record(document: Path) -> None:
    source, record = read_file(document)
    pdf = read_meeting(read_source(typeset_lines(lines_of(source)), "dokument.pdf"))
    assert without_pages(pdf) == without_pages(record)


def test_a_number_that_hangs_left_of_its_title_is_the_titles() -> None:
    assert [(item.number, item.title) for item in read(HANGING).items] == [("1", "Formalia"), ("1.1", "Lærepladser")]


def test_the_mark_in_the_margin_belongs_to_its_paragraph() -> None:
    assert read(HANGING).items[1].attachments == ("Faktaark",)


def test_a_table_keeps_its_rows_and_cells_apart_from_the_text() -> None:
    item = read(HANGING).items[1]
    assert [table.text for table in item.tables] == [
        "Kommune | Hjælpere | Elever\nViborg | 61 | 122\nIkast-Brande | 29 | 55"
    ]
    assert item.presentation
    assert item.presentation.endswith("Kvoterne er:\n\nTallene er nye.")


COLUMNS = """
REFERAT 2023 \\
KKR MIDTJYLLAND \\
Dato: 12-05-2023 09:30

Deltagere
#columns(2)[
Torben Ege Møller (A) Viborg Kommune \\
Ann-Mari Kjær (V) Ikast- \\ Brande Kommune \\
Birthe Hvam (C) Skive Kommune \\
#colbreak()
Kaj Ågård (F) Samsø Kommune \\
Per Holm (O) Lemvig Kommune \\
Lis Vang (Borgerlisten) Struer Kommune
]
1. Eventuelt
"""


def test_two_columns_of_participants_are_read_one_after_the_other() -> None:
    found = [(one.name, one.municipality) for one in read(COLUMNS).participants]
    assert found == [
        ("Torben Ege Møller", "Viborg"),
        ("Ann-Mari Kjær", "Ikast-Brande"),
        ("Birthe Hvam", "Skive"),
        ("Kaj Ågård", "Samsø"),
        ("Per Holm", "Lemvig"),
        ("Lis Vang", "Struer"),
    ]


def test_the_hyphen_proper_is_one_at_the_end_of_a_line_too() -> None:
    lines = ["Mødet handlede om sund\u2010", "hedsplanen."]
    assert read_source(typeset_lines([lines]), "x.pdf").pages[0].lines == ("Mødet handlede om sund-", "hedsplanen.")


def test_pdfminer_takes_the_ligatures_of_old_latex_files_apart() -> None:
    pages = pdfminer.read_pages((CORPUS / "latex-dvipdfmx.pdf").read_bytes())
    text = " ".join(piece.text for page in pages for row in page.rows for piece in row)
    assert "fire timer" in text
    assert "ﬁ" not in text


def test_an_a_with_a_ring_drawn_over_it_is_one_letter() -> None:
    lines = ["Frida \u02daAbenhus bad om at se p\u02daa afgangstiderne i sommerhalv\u02daaret."]
    read = read_source(typeset_lines([lines]), "x.pdf").pages[0].lines
    assert read == ("Frida Åbenhus bad om at se på afgangstiderne i sommerhalvåret.",)
