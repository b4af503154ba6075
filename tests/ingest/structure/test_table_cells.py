"""Headers and captions of tables."""

from __future__ import annotations

import pytest

from ingest.records import TableRecord
from tests.ingest.structure.test_subheadings import read_item

ROWS = "Aalborg 12\nHjørring 34\nBrønderslev 5\n"
INTRO = "Kvoterne for flygtninge er fordelt mellem kommunerne som følger.\n\n"


def read_table(text: str) -> TableRecord:
    (table,) = read_item(INTRO + text).tables
    return table


HEADERS = {
    "Kommune Antal flygtninge": ("Kommune", "Antal flygtninge"),
    "Kommune\nKvote 2023": ("Kommune", "Kvote 2023"),
    "Kommune\tKvote 2023": ("Kommune", "Kvote 2023"),
}
# A PDF's cells with a narrow gap, and header cells of two lines side by side.
THREE = "Holbæk\t6\t2\nLolland\t8\t5\nSlagelse\t7\t3\n"
NARROW = [
    ("Kommune\tAntal anlæg Heraf store", True, ("Kommune", "Antal anlæg", "Heraf store")),
    ("Kommune\tAntal Heraf\nanlæg\tstore", False, ("Kommune", "Antal Heraf")),
]


@pytest.mark.parametrize(("header", "split", "cells"), NARROW)
def test_cells_with_a_narrow_gap_are_told_apart_on_one_line(header: str, split: bool, cells: tuple[str, ...]) -> None:
    table = read_table(f"{header}\n{THREE}")
    assert (table.header, table.rows[0]) == (split, cells)


@pytest.mark.parametrize(("header", "cells"), HEADERS.items())
def test_a_header_has_as_many_cells_as_the_rows_below(header: str, cells: tuple[str, ...]) -> None:
    table = read_table(f"{header}\n{ROWS}")
    assert (table.header, table.rows[0], len(table.rows)) == (True, cells, 4)


@pytest.mark.parametrize("above", ["Region Hovedstaden", "De beregnede tal"])
def test_a_line_above_that_names_no_columns_is_no_header(above: str) -> None:
    table = read_table(f"{above}\n{ROWS}")
    assert (table.header, table.rows[0]) == (False, (above,))


def test_a_strong_first_row_is_a_header_of_words_too() -> None:
    text = "Fase\tAnsvarlig\nHøring\tRegionen\nBeslutning\tKommunerne\nDrift\tSelskabet\n"
    assert not read_table(text).header
    assert read_table(f"*{text}").header


CAPTIONS = ["Tabel 1: Kvoter for 2026.", "Tabel 2. Kvoter", "*Kvoter for 2026"]


@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_line_above_names_a_table(caption: str, gap: str) -> None:
    item = read_item(f"{INTRO}{caption}\n{gap}Kommune\tKvote\nAalborg\t12\nHjørring\t34\n")
    assert item.tables[0].caption == caption.strip("*")
    assert item.tables[0].rows[0] == ("Kommune", "Kvote")
    assert item.presentation == INTRO.strip()


def test_a_header_cell_of_several_lines_is_no_caption() -> None:
    table = read_table("*Antal\n*Kommune\tHeraf store\n*generatorer\nHolbæk\t6\t2\nLolland\t8\t5\nSlagelse\t7\t3\n")
    assert table.caption == ""


def test_a_sentence_about_a_table_is_no_caption() -> None:
    item = read_item(f"{INTRO}Tabel 1 viser kvoterne for hver kommune i landsdelen.\n\nKommune\tKvote\n{ROWS}")
    assert item.tables[0].caption == ""
