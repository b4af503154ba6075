"""Patterns for single lines: case numbers, headings, item numbers."""

from __future__ import annotations

import pytest

from ingest.line_patterns import (
    Section,
    find_section,
    read_case_line,
    read_lone_number,
    split_bullet,
    split_number,
    split_run_in,
)

CASES = [
    ("SAG-2025-03687 hast", "SAG-2025-03687", ("hast",)),
    ("SAG-2025-03687 kanm/haan/snm/hast", "SAG-2025-03687", ("kanm", "haan", "snm", "hast")),
    ("SAG-2025-02162 KBE", "SAG-2025-02162", ("kbe",)),
    ("SAG-2011-00417", "SAG-2011-00417", ()),
    ("SAG – 2011 – 00417 bfr / lth", "SAG-2011-00417", ("bfr", "lth")),
    ("5AG-2O25-O3687 hast", "SAG-2025-03687", ("hast",)),  # a poor OCR
    ("SÅAG-2025-60540 pdam", "SAG-2025-60540", ("pdam",)),
    ("Sagsnr.: SAG-2014-01678 pbo", "SAG-2014-01678", ("pbo",)),
    ("Sags-nr. SAG-2014-01678 pbo", "SAG-2014-01678", ("pbo",)),
    ("Sagsnr. 2012-04567", "SAG-2012-04567", ()),
]


@pytest.mark.parametrize(("text", "number", "caseworkers"), CASES)
def test_a_case_line_gives_number_and_officers(text: str, number: str, caseworkers: tuple[str, ...]) -> None:
    case = read_case_line(text)
    assert case
    assert (case.number, case.caseworkers) == (number, caseworkers)


@pytest.mark.parametrize("text", ["Sagen SAG-2025-03687 blev behandlet i juni", "2025-03687", "SAG-25-1"])
def test_a_case_number_within_a_sentence_is_no_case_line(text: str) -> None:
    assert read_case_line(text) is None


HEADINGS = [
    ("Baggrund", Section.BACKGROUND),
    ("Resumé", Section.BACKGROUND),
    ("Resume:", Section.BACKGROUND),
    ("INDSTILLING", Section.RECOMMENDATION),
    ("Sagsfremstilling:", Section.PRESENTATION),
    ("Redegørelse", Section.PRESENTATION),
    ("Redeggrelse", Section.PRESENTATION),  # misread
    ("Konklusion", Section.DECISION),
    ("Beslutning", Section.DECISION),
    ("Bilag:", Section.ATTACHMENTS),
    ("beslutning", None),
    ("Sekretariatets indstilling", Section.RECOMMENDATION),
    ("Sagens baggrund", Section.BACKGROUND),
    ("Vedlagt:", Section.ATTACHMENTS),
    ("Beslutning i KKR Nordjylland den 24. oktober 2025", Section.DECISION),
    ("Beslutning på mødet", Section.DECISION),
    ("Beslutning om budget", None),
    ("Beslutning på området ventes i 2026.", None),
    ("Referat fra mødet er udsendt.", None),
    ("Konklusion for KKR Fyn den 3. maj:", Section.DECISION),
]


@pytest.mark.parametrize(("text", "section"), HEADINGS)
def test_a_section_heading_is_the_whole_of_its_line(text: str, section: Section | None) -> None:
    assert find_section(text) == section


def test_a_heading_may_have_its_text_on_the_same_line() -> None:
    assert split_run_in("Beslutning: Godkendt.") == (Section.DECISION, "Godkendt.")


ALONE = [
    ("3.", [(3,)]),
    ("3.3.", [(3, 3)]),
    ("3.2,", [(3, 2)]),
    ("21.", [(21,), (2, 1)]),  # the dot of 2.1 is lost
    ("310.", [(3, 10)]),
    ("3.l0.", [(3, 10)]),
    ("Pkt. 4", [(4,)]),
    ("12", []),
    ("2025", []),
    ("3. Skills", []),
]


@pytest.mark.parametrize(("text", "outlines"), ALONE)
def test_a_number_alone_on_its_line_may_be_an_items(text: str, outlines: list[tuple[int, ...]]) -> None:
    assert [reading.outline for reading in read_lone_number(text)] == outlines


NUMBERED = [
    ("3.1. Skills 2026", (3, 1), "Skills 2026"),
    ("3.10 Status", (3, 10), "Status"),
    ("Pkt. 7 Letbane", (7,), "Letbane"),
    ("4 Budget for 2010", (4,), "Budget for 2010"),
    ("2.3. KL's udspil om havne", (2, 3), "KL's udspil om havne"),
]


@pytest.mark.parametrize(("text", "outline", "title"), NUMBERED)
def test_a_numbered_line_gives_its_number_and_title(text: str, outline: tuple[int, ...], title: str) -> None:
    found = split_number(text)
    assert found
    assert (found[0][0].outline, found[1]) == (outline, title)


@pytest.mark.parametrize(
    "text", ["1. januar 2027 overtager", "3.000 6.000", "12 pct. af kommunerne", "10.00-12.00 Møde"]
)
def test_dates_sums_and_times_are_no_numbered_lines(text: str) -> None:
    assert split_number(text) is None


@pytest.mark.parametrize("text", ["– En", "- En", "• En", "o En", "*En"])
def test_a_list_entry_loses_its_bullet(text: str) -> None:
    assert split_bullet(text) == "En"
