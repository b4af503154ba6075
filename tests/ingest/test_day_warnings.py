"""Warnings about days that contradict one another: in the head, in item 1.1, in the file's name."""

from __future__ import annotations

import pytest

from ingest.extract.text import read_text
from ingest.pipeline import read_meeting
from tests.ingest.fields.fronts import HEAD, ITEM, WHEN

APPROVAL = "\n1.1. Godkendelse af dagsorden\nSAG-2015-00001 ab\n\nIndstilling\n{}\n"


def warn(front: str, item: str = ITEM, name: str = "") -> str:
    """Return the warnings about days, one a line."""
    record = read_meeting(read_text((front + item).encode()), name=name)
    return "\n".join(one for one in record.warnings if "2015" in one)


TEXTS = [
    "Det indstilles, at dagsorden til møde i KKR Syddanmark den 18. april 2015 godkendes.",
    "Det indstilles, at dagsordenen for mødet d. 18/4-2015 godkendes.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_item_that_names_another_day_than_the_head_is_told_with_its_line(text: str) -> None:
    told = "Punkt 1.1 nævner mødet den 18-04-2015 (side 1, linje 11), men mødets dato er 17-04-2015."
    assert warn(HEAD + WHEN, APPROVAL.format(text)) == told


def test_a_title_that_names_another_day_is_told() -> None:
    item = "\n1. Godkendelse af dagsorden til mødet den 18. april 2015\nSAG-2015-00001 ab\n"
    assert "Punkt 1 nævner mødet den 18-04-2015" in warn(HEAD + WHEN, item)


def test_the_day_from_which_a_meeting_was_moved_contradicts_nothing() -> None:
    text = "Det indstilles, at dagsorden til møde i KKR Syddanmark den 17. april 2015 godkendes."
    assert warn(HEAD + "Dato: 24-04-2015 10:00 (flyttet fra 17-04-2015)\n", APPROVAL.format(text)) == ""


@pytest.mark.parametrize("name", ["Referat 18-04-2015.pdf", "2015-04-18_referat.txt", "KKR_20150418.pdf"])
def test_a_file_named_by_another_day_is_told(name: str) -> None:
    assert warn(HEAD + WHEN, name=name) == "Filens navn siger 18-04-2015, men mødets dato er 17-04-2015."


@pytest.mark.parametrize(
    "name", ["Referat 17-04-2015.pdf", "udsendt 18-04-2015.pdf", "180415.pdf", "SAG-2015-00018.pdf"]
)
def test_a_file_named_by_the_day_or_by_none_is_not(name: str) -> None:
    assert warn(HEAD + WHEN, name=name) == ""
