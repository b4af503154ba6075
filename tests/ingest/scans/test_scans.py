"""Scans read by the real Tesseract: in any orientation, in columns, as tables, among pages of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from ingest.pipeline import read_meeting, read_source
from ingest.records import Page
from ingest.scans.dot_leaders import without_leaders
from ingest.scans.scanned_pages import PageFailed, read_page
from meetings.shared.vocabulary import PageOrigin
from tests.ingest.scans.scanned import (
    Change,
    as_pdf,
    askew,
    images_of,
    joined,
    other_side,
    scan,
    sideways,
    upside_down,
    worn,
)
from tests.ingest.typeset import PAGE, typeset

pytestmark = pytest.mark.needs_tesseract

AGENDA = (
    PAGE.replace("297mm", "160mm")
    + """
#let item(number, title) = block(above: 1.5em)[#place(dx: -1.6cm)[*#number*] *#title*]
DAGSORDEN 2023 \\
KKR MIDTJYLLAND \\
Dato: 12-05-2023 09:30
#item("1.", "Formalia")
#item("1.1.", "Lærepladser på ældreområdet")
SAG-2023-00812 kjo

*Indstilling* \\
Det indstilles, at KKR Midtjylland drøfter, hvor mange lærepladser kommunerne skal søge om næste år.

*Sagsfremstilling* \\
Kvoterne er:
#table(columns: (4cm, 3cm, 3cm), stroke: none,
  [Kommune], [Hjælpere], [Elever], [Viborg], [6], [122], [Ikast-Brande], [9], [5])
"""
)
TABLE = (("Kommune", "Hjælpere", "Elever"), ("Viborg", "6", "122"), ("Ikast-Brande", "9", "5"))
COLUMNS = """#set text(size: 10pt)
#columns(2)[Rådet gør opmærksom på, at #lorem(50)
#colbreak()
Kommunerne ønsker derimod, at #lorem(50)]
"""


def read(pdf: bytes) -> tuple[Page, ...]:
    return read_source(pdf, "scan.pdf").pages


@pytest.mark.parametrize("change", [askew, sideways, other_side, upside_down, worn])
def test_a_page_is_read_however_it_was_laid(change: Change) -> None:
    text = read_meeting(read_source(typeset(AGENDA), "dagsorden.pdf"))
    assert read_meeting(read_source(scan(typeset(AGENDA), change), "scan.pdf")).items == text.items


def test_a_table_keeps_its_rows_and_cells() -> None:
    assert read_meeting(read_source(scan(typeset(AGENDA)), "scan.pdf")).items[1].tables[0].rows == TABLE


def test_columns_of_text_are_read_one_after_the_other() -> None:
    [page] = read(scan(typeset(COLUMNS)))
    begins = [line for line in page.lines if "gør opmærksom" in line or "ønsker derimod" in line]
    assert [line.split()[0] for line in begins] == ["Rådet", "Kommunerne"]
    assert not any("\t" in line for line in page.lines)


def test_each_page_tells_which_way_its_text_came_and_how_sure_it_is() -> None:
    text, image = read(joined(typeset(AGENDA), scan(typeset(AGENDA))))
    assert (text.origin, text.confidence) == (PageOrigin.FILE, None)
    assert image.origin == PageOrigin.OCR
    assert image.confidence is not None
    assert 0.85 < image.confidence < 1


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    source = read_source(joined(typeset(AGENDA), as_pdf([Image.effect_noise((300, 200), 200)])), "dagsorden.pdf")
    record = read_meeting(source)
    assert record.warnings == ("Side 2 kunne ikke læses med OCR: der er intet, der ligner dansk tekst.",)
    assert len(record.items) == 2


def test_a_page_has_its_time_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan(typeset(AGENDA)))
    with pytest.raises(PageFailed, match="for lang tid"):
        read_page(tmp_path / "scan.pdf", 1, patience=0.5)


@pytest.mark.parametrize("megabytes", ["20", "50", "55", "60", "65"])  # too little for Python … for Tesseract
def test_a_page_has_its_memory_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, megabytes: str) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan(typeset(AGENDA)))
    monkeypatch.setenv("KKRARCHIVE_OCR_MEMORY_MB", megabytes)
    with pytest.raises(PageFailed, match="hukommelse"):
        read_page(tmp_path / "scan.pdf", 1)


@pytest.mark.parametrize("shade", [255, 200])
def test_blank_paper_is_read_as_nothing(tmp_path: Path, shade: int) -> None:
    paper = Image.new("L", (300, 200), shade)
    paper.putpixel((20, 20), shade - 30)  # a speck
    (tmp_path / "scan.pdf").write_bytes(as_pdf([paper]))
    assert read_page(tmp_path / "scan.pdf", 1).lines == []


def test_dots_that_lead_to_a_page_number_are_not_read_as_letters() -> None:
    entry = "#grid(columns: (2cm, 9cm, 1cm), [2.{0}], [Fælles udbud #box(width: 1fr, repeat[.])], [{0}])\n"
    [page] = read(scan(typeset("#set page(height: 60mm)\n" + "".join(entry.format(n) for n in (3, 4, 5)))))
    assert [line.split() for line in page.lines] == [f"2.{n} Fælles udbud {n}".split() for n in (3, 4, 5)]


def test_a_title_much_larger_than_the_text_is_read_in_its_place() -> None:
    front = "KKR SYDDANMARK\n\n#text(26pt)[*REFERAT 2011*]\n\nMødet blev holdt i Odense."
    [page] = read(scan(typeset("#set page(height: 120mm)\n" + front)))
    assert [line for line in page.lines if line] == ["KKR SYDDANMARK", "REFERAT 2011", "Mødet blev holdt i Odense."]


@pytest.mark.parametrize(
    "text", ["#text(7pt)[alle kommuner, sammen]", "#text(26pt)[*REFERAT TEFLH*]", "Ja – nej ... – –"]
)
def test_letters_of_any_size_are_no_such_dots(text: str) -> None:
    [image] = images_of(typeset("#set page(height: 40mm)\n" + text), 300)
    assert not ImageChops.difference(without_leaders(image), image).getbbox()
