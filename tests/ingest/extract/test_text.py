"""Extraction of pages of lines from text files."""

from __future__ import annotations

import pytest

from ingest.extract.text import find_page_starts, read_text

BODY = [f"Her er linje nummer {n} af teksten" for n in range(20)]
TRACES = [
    ([*BODY, " En ny side", *BODY], [20]),
    ([*BODY, "\fEn ny side", *BODY], [20]),
    ([*BODY, "SIDE | 3", "", "KKR Sjælland | 05-03-2020", "", "En ny side", *BODY], [24]),
    ([*BODY, "SIDE 3", " En ny side", *BODY], [21]),
    ([*BODY, " KKR Sjælland | 05-03-2020", "", "En ny side", *BODY], [20]),
    ([f" {line}" for line in BODY], []),  # indents
    ([*BODY, "    indrykket", " En", "    indrykket"], []),
    (BODY, []),
]


@pytest.mark.parametrize(("lines", "starts"), TRACES)
def test_pages_are_found_by_their_traces(lines: list[str], starts: list[int]) -> None:
    assert find_page_starts(lines) == starts


def test_pages_count_from_one_and_keep_all_lines() -> None:
    source = read_text("\n".join([*BODY, " En ny side", "slut"]).encode())
    assert [(page.number, len(page.lines)) for page in source.pages] == [(1, 20), (2, 2)]


def test_danish_letters_of_windows_are_read_right() -> None:
    assert read_text("Ærø, Fanø, Årø – „ja“".encode("cp1252")).text == "Ærø, Fanø, Årø – „ja“"


@pytest.mark.parametrize("codec", ["mac_roman", "cp850", "cp865"])
def test_danish_letters_of_old_machines_are_read_right(codec: str) -> None:
    text = "Færger på Ærø, Fanø og Årø"
    assert read_text(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_unicode_of_two_and_four_bytes_is_read_with_and_without_its_mark(codec: str) -> None:
    assert read_text("Færger på Ærø, Fanø og Årø".encode(codec)).text == "Færger på Ærø, Fanø og Årø"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028", "\u2029", "\x85"])
def test_lines_end_as_on_any_system(end: str) -> None:
    assert read_text(end.join(BODY).encode()).pages[0].lines == tuple(BODY)


def test_an_ellipsis_read_as_nel_ends_no_line() -> None:
    assert len(read_text("Mødet\x85 begyndte\nog sluttede\n".encode()).pages[0].lines) == 2


def test_a_section_sign_of_dos_is_one() -> None:
    assert read_text("jf. \x15 4 i færgeloven, på Fanø".encode("cp865")).text == "jf. § 4 i færgeloven, på Fanø"


def test_a_form_feed_within_a_line_ends_the_line_and_the_page() -> None:
    pages = read_text(b"Referat\nSIDE | 1\fKKR Fyn\nMere").pages
    assert [page.lines for page in pages] == [("Referat", "SIDE | 1"), ("\fKKR Fyn", "Mere")]
