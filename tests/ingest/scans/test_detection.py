"""Detection of pages that need OCR: those without text, and misread ones covered by an image."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from ingest.errors import NeedsOcr
from ingest.extract.pdf import read_pdf
from ingest.pipeline import read_meeting, read_source
from ingest.scans.detection import find_scans
from meetings.shared.vocabulary import PageOrigin
from tests.ingest.scans.scanned import images_of, joined, scan
from tests.ingest.typeset import make_blank, typeset

MISREAD = "Pa mgdet blev radet enige om at sgge om tilskud, og veere med til at styrke indsatsen ogsa neeste ar. " * 5
PLAIN = "På mødet blev rådet enige om at søge om tilskud, og være med til at styrke indsatsen også næste år. " * 5
AGENDA = """#set page(height: 140mm)
DAGSORDEN 2021 \\
KKR SJÆLLAND \\
Dato: 03-02-2021 09:30

1. Økonomi på ældreområdet

Det indstilles, at KKR Sjælland drøfter økonomien.
"""


def scans_in(pdf: bytes) -> list[int]:
    return find_scans(pdf, read_pdf(pdf))


def over_image(text: str, folder: Path, width: str) -> bytes:
    """Set text over the image of a page, as a scanner with built-in OCR does."""
    images_of(typeset(PLAIN))[0].save(folder / "page.png")
    source = folder / "page.typ"
    source.write_text(f'#set page(margin: 0pt)\n#place(image("page.png", width: {width}))\n{text}')
    return bytes(typst.compile(str(source)))


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def test_a_page_of_text_is_no_scan() -> None:
    assert scans_in(typeset(PLAIN)) == []


def test_a_page_of_shapes_is_no_scan() -> None:
    assert scans_in(make_blank()) == []


def test_a_page_that_is_but_an_image_is_one() -> None:
    assert scans_in(scan(typeset(PLAIN))) == [1]


def test_in_a_mixed_document_only_the_images_are() -> None:
    assert scans_in(joined(typeset(PLAIN), scan(typeset(PLAIN)), typeset(PLAIN))) == [2]


def test_misread_text_over_the_image_of_its_page_is_read_again(tmp_path: Path) -> None:
    assert scans_in(over_image(MISREAD, tmp_path, "100%")) == [1]


def test_right_text_over_the_image_of_its_page_is_not(tmp_path: Path) -> None:
    assert scans_in(over_image(PLAIN, tmp_path, "100%")) == []


def test_misread_text_beside_a_picture_is_not(tmp_path: Path) -> None:
    assert scans_in(over_image(MISREAD, tmp_path, "30%")) == []


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_a_scan_needs_ocr() -> None:
    with pytest.raises(NeedsOcr, match="kræver OCR"):
        read_source(scan(typeset(AGENDA)), "dagsorden.pdf")


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_the_pages_of_text_are_read_and_the_others_named() -> None:
    source = read_source(joined(typeset(AGENDA), scan(typeset(PLAIN))), "dagsorden.pdf")
    assert [(page.origin, page.wants_ocr) for page in source.pages] == [
        (PageOrigin.FILE, False), (PageOrigin.NONE, True)
    ]  # fmt: skip
    assert "Side 2 er et billede og er ikke læst: den kræver OCR." in read_meeting(source).warnings


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_a_document_whose_front_page_is_an_image_needs_ocr() -> None:
    source = read_source(joined(scan(typeset(AGENDA)), typeset(PLAIN)), "dagsorden.pdf")
    with pytest.raises(NeedsOcr):
        read_meeting(source)


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_a_misread_page_is_repaired(tmp_path: Path) -> None:
    page = read_source(over_image(MISREAD, tmp_path, "100%"), "dagsorden.pdf").pages[0]
    assert (page.wants_ocr, page.origin, page.lines[0][:8]) == (True, PageOrigin.FILE, "På mødet")
