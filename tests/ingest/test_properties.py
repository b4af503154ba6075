"""Properties of parsing any text: no errors but the known ones, no line lost, the same result every time."""

from __future__ import annotations

import contextlib
import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.extract.text import read_text
from ingest.fields.outcomes import read_decision
from ingest.items import split_items
from ingest.pipeline import read_meeting, read_source
from ingest.records import Page, Source
from ingest.structure.lines import STEPS, clean, clean_text
from ingest.structure.paragraphs import read_prose, read_style
from ingest.structure.sections import split_sections
from ingest.structure.table_of_contents import find_contents
from ingest.structure.tables import split_tables

# Lines that occur in documents, in any order: those that the parser looks for, and those that may confuse it.
LINES = st.sampled_from(
    """

 .
1. Formalia
 1.
1.1.
21.
3.2,
2. Siden sidst
SAG-2020-00001 ab/cd
Baggrund
Indstilling
Sagsfremstilling
Beslutning
Beslutning: Godkendt.
Bilag
./. Notat er vedlagt.
– et punkt
-
a) første
KKR Sjælland | 05-03-2020
SIDE | 9
Mission
for borgerne og samfundet.
Indholdsfortegnelse
1. Trafik ..... 3
KKR SJÆLLAND
Dato: 05-03-2020 10:00
Dato :
Deltagere
Afbud
Bo Lund (V) Odder Kommune
Odder 3 4 5
En linje, som går vi-
dere på den næste.
KKR godkendte ikke planen.
\tcelle\tcelle
\f2. Eventuelt
12
((((""".split("\n")
)
TEXTS = st.lists(LINES | st.text(max_size=30), max_size=40).map("\n".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_the_reading_fail_but_for_a_known_reason(text: str) -> None:
    with contextlib.suppress(IngestError):
        read_meeting(read_source(text.encode(), "fil.txt"))


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reading_fail_but_for_a_known_reason(data: bytes) -> None:
    with contextlib.suppress(IngestError):
        read_meeting(read_source(data, "fil"))


@given(TEXTS)
def test_every_line_that_is_not_blank_comes_out_of_cleaning_once(text: str) -> None:
    source = Source("text", (Page(1, tuple(text.split("\n"))),))
    cleaned = clean(source)
    places = sorted(line.place for line in (*cleaned.lines, *cleaned.debris))
    assert places == [(0, n) for n, line in enumerate(source.pages[0].lines) if clean_text(line)]


@given(TEXTS)
@settings(deadline=None)
def test_every_line_after_the_first_item_is_in_one_place(text: str) -> None:
    lines = clean(Source("text", (Page(1, tuple(text.split("\n"))),))).lines
    items = split_items(lines, find_contents(lines))
    placed = [line.place for body in items.bodies for line in body.lines]
    titles = [
        lines[n].place for body in items.bodies for n in range(body.choice.candidate.start, body.choice.candidate.end)
    ]
    assert len(placed + titles) == len(set(placed + titles))


@given(TEXTS)
def test_no_line_is_in_two_sections(text: str) -> None:
    lines = clean(Source("text", (Page(1, tuple(text.split("\n"))),))).lines
    places = [line.place for section in split_sections(lines).values() for line in section]
    assert len(places) == len(set(places))


@given(TEXTS)
def test_a_line_is_text_or_table_and_never_lost(text: str) -> None:
    lines = clean(Source("text", (Page(1, tuple(text.split("\n"))),))).lines
    prose, tables = split_tables(lines, 60)
    # A line below a table is set apart from what stood above the table; the rest of it stays.
    found = sorted([*prose, *(line for table in tables for line in table)], key=lambda line: line.place)
    assert [(line.place, line.text) for line in found] == [(line.place, line.text) for line in lines]


@given(st.lists(st.text("abcæøå ", min_size=1, max_size=60), max_size=12))
def test_reading_its_own_prose_again_changes_nothing(texts: list[str]) -> None:
    once = prose("\n\n".join(f"{text.strip().capitalize()}x." for text in texts))
    assert prose(once or "") == once


def prose(text: str) -> str | None:
    lines = clean(Source("text", (Page(1, tuple(text.split("\n"))),))).lines
    return read_prose(lines, read_style(lines))


@given(st.text(max_size=200))
def test_every_outcome_has_its_sentence(text: str) -> None:
    decision = read_decision(text)
    assert len(decision.outcomes) == len(decision.basis) > 0


# Without NUL, by which the bytes of UTF-16 are distinguished from UTF-8.
@settings(deadline=None)  # the first text of odd letters loads the lexicon
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=400).filter(str.strip))
def test_a_text_keeps_its_lines(text: str) -> None:
    with contextlib.suppress(IngestError):
        source = read_text(text.encode())
        lines = [line for page in source.pages for line in page.lines]
        assume(source.encoding and not source.encoding.mended)
        kept = text.removeprefix("\ufeff").translate({0x14: "¶", 0x15: "§"})  # signs of the code pages of DOS
        kept = re.sub(r"(?<=[^\n\r\f])\f(?=[^\n\r\f])", "\n\f", kept)  # some programs join pages by nothing else
        ends = "\r\n|[\n\r\v\u2028\u2029\x85]" if "\x85" in text else "\r\n|[\n\r\v\u2028\u2029]"
        assume(not 0 < text.count("\x85") <= text.count("\n") + text.count("\r"))
        assert "\n".join(lines) == re.sub(ends, "\n", kept).removesuffix("\n")


# What the steps of cleaning look at: blanks of all kinds, spaced letters, hyphens, glyphs without a letter.
ODD_LINES = st.lists(
    st.sampled_from(
        [
            "K",
            "K R",
            "Ø",
            "ord",
            " ",
            "  ",
            "\t",
            "\u00a0",
            "\u200b",
            "\u00ad",
            "\u2010",
            "a\u030a",
            "(cid:3)",
            "\uf0b7",
            ": 15",
            "-",
        ]
    )
).map("".join)


@given(ODD_LINES)
@example(" D E L T A G E R E")
def test_the_short_way_for_ordinary_lines_does_what_all_steps_do(line: str) -> None:
    text = "" if line.isspace() else line
    for step in STEPS:
        text = step(text)
    assert clean_text(line) == text
