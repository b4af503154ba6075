"""Damaged pages: what can be read of them is read, and a number gone wrong costs neither minutes nor gigabytes."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import DamagedPdf
from ingest.extract.pdf import read_pdf
from ingest.extract.pdf.damage import count_broken_streams
from ingest.extract.portfolio import read_portfolio
from meetings.shared.page_layout import PageLayout
from tests.ingest.written_pdf import page, pdf, stream, text

LINES = ["REFERAT", "KKR Nordjylland", "Dato: 7. juni 2024", "Beslutning", "Drøftet."]
LOST = b"<< /Type /Pages /Kids [99 0 R] /Count 1 >>"
MEMORY = 300_000_000  # bytes that reading may take; it needs a tenth
# A font whose widths take pdfminer all memory, and whose letters the file does not name.
WIDE = {
    6: b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [7 0 R]>>",
    7: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [0 400000000 500] /FontDescriptor 9 0 R"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    8: stream(b"begincmap 2 beginbfchar <0041> <E123> <0042> <0042> endbfchar endcmap"),
    9: b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1 1] >>",
}


@pytest.fixture(autouse=True)
def _limited() -> Iterator[None]:
    """Let a mistake fail a test, and not the machine."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


def read(content: bytes, entries: bytes = b"") -> PageLayout:
    [layout] = read_pdf(pdf(page(stream(content), entries=entries)))
    return layout


def lines_of(layout: PageLayout) -> list[str]:
    return [" ".join(piece.text for piece in row) for row in layout.rows]


def test_a_page_that_names_a_huge_size_is_read() -> None:
    assert lines_of(read(text(LINES), b"/MediaBox [0 0 99999999 842]")) == LINES


def test_a_page_narrower_than_a_letter_is_read_and_told() -> None:
    layout = read(text(LINES), b"/MediaBox [0 0 0.5 842]")
    assert lines_of(layout) == LINES
    assert "beskadiget" in layout.notes[0]


def test_a_word_of_a_huge_type_size_keeps_nothing_else_from_being_read() -> None:
    assert set(LINES) <= set(lines_of(read(text(LINES) + text(["X"], size=2_000_000_000))))


def test_a_page_that_the_file_has_lost_is_found_by_pdfminer_and_told() -> None:
    [layout] = read_pdf(pdf(page(stream(text(LINES))) | {2: LOST}))
    assert lines_of(layout) == LINES
    assert "Side 1 er beskadiget og er læst, så godt det kan lade sig gøre." in layout.notes


def test_a_file_with_attachments_and_a_broken_page_is_no_portfolio() -> None:
    objects = page(stream(text(LINES)), more={2: LOST, 6: stream(b"a", b"/Type /EmbeddedFile")})
    names = b"/Names << /EmbeddedFiles << /Names [(a.pdf) << /Type /Filespec /F (a.pdf) /EF << /F 6 0 R >> >>] >> >>"
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R " + names + b" >>"
    assert read_portfolio(pdf(objects)) == []


def test_text_enlarged_beyond_all_numbers_has_no_place_and_hides_no_other() -> None:
    endless = b"q " + b"99999.9 0 0 99999.9 0 0 cm " * 30 + text(["Udeladt"]) + b"Q "
    assert lines_of(read(endless + text(LINES))) == LINES


def test_what_pdfium_reads_stays_where_pdfminer_takes_too_much_memory() -> None:
    content = text(LINES) + b"BT /F2 12 Tf 50 600 Td <00420041004200410041> Tj ET"
    [layout] = read_pdf(pdf(page(stream(content), fonts=b"/F2 6 0 R", more=WIDE)))
    assert lines_of(layout)[: len(LINES)] == LINES
    assert layout.wants_ocr


def test_a_file_that_announces_two_thousand_million_objects_is_damaged() -> None:
    catalog = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    table = stream(b"", b"/Type /XRef /Size 2000000000 /Index [0 2000000000] /W [0 0 0] /Root 1 0 R")
    with pytest.raises(DamagedPdf):
        read_pdf(catalog + b"9 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(catalog))


def test_a_million_dictionaries_in_each_other_are_passed_over_in_a_moment() -> None:
    began = time.process_time()
    assert count_broken_streams(b"<</A " * 1_000_000) == 0
    assert time.process_time() - began < 5
