"""Subheadings, told by their type."""

from __future__ import annotations

import pytest

from ingest.pipeline import read_meeting
from ingest.records import ItemRecord, Page, Source

FRONT = (
    "REFERAT\nKKR SYDDANMARK\nDato: 05-03-2020 10:00\n\n1. Busdrift i Jylland\nSAG-2020-00001 ab\n\nSagsfremstilling\n"
)
BODY = "Kommunerne har i flere år arbejdet sammen om busserne i hele landsdelen.\n"


def read_item(text: str) -> ItemRecord:
    """Read an item's text, in which lines between asterisks are strong."""
    lines = (FRONT + text).split("\n")
    strong = frozenset(n for n, line in enumerate(lines) if line.startswith("*"))
    (item,) = read_meeting(Source("pdf", (Page(1, tuple(line.strip("*") for line in lines), strong=strong),))).items
    return item


@pytest.mark.parametrize(
    "heading", ["*Økonomi", "*Økonomi:", "*Hvad koster det?", "*Forholdet mellem kommunerne\n*og regionen"]
)
def test_strong_lines_above_text_are_a_subheading(heading: str) -> None:
    item = read_item(f"{BODY}{heading}\n{BODY}")
    words = heading.replace("\n", " ").replace("*", "")
    assert item.subheadings == (("presentation", words),)
    assert item.presentation == f"{BODY}\n{words}\n\n{BODY}".strip()


NO_HEADINGS = {
    "sentence": f"{BODY}*KKR godkendte sagen.\n{BODY}",
    "list entry": f"{BODY}*– Økonomi\n{BODY}",
    "whole paragraph": f"{BODY}*Kommunerne er enige om\n*at fortsætte samarbejdet\n*om busserne i landsdelen\n{BODY}",
    "nothing below": f"{BODY}\n*Økonomi",
    "emphasis within a sentence": f"{BODY.strip()[:-1]} og\n*Samarbejdet om Færger\n{BODY}",
    "emphasis that goes on": f"{BODY}*Samarbejdet om busserne\ner godt.\n{BODY}",
    "strong body": f"*Økonomi\n*Aftalen gælder fra\n*årets begyndelse\n{BODY}",
    "plain": f"{BODY}\nØkonomi\n{BODY}",
}


@pytest.mark.parametrize("text", NO_HEADINGS.values(), ids=NO_HEADINGS)
def test_other_strong_lines_are_no_subheading(text: str) -> None:
    assert read_item(text).subheadings == ()


def test_a_section_heading_in_strong_type_opens_its_section() -> None:
    item = read_item(f"{BODY}*Beslutning\nGodkendt.")
    assert item.decision is not None
    assert (item.decision.text, item.subheadings) == ("Godkendt.", ())
