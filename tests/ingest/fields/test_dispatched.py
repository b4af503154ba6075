"""The day on which a document was sent out."""

from __future__ import annotations

import datetime

import pytest

from ingest.pipeline import read_meeting, read_source

ITEMS = "1. Godkendelse af dagsorden\n\nSagsfremstilling\n{said}\n\n2. Budget\n"
PAPER = "{kind}\nKKR SJÆLLAND\nDato: 3. maj 2024\n{line}\n\n" + ITEMS


def dispatched(line: str = "", said: str = "Ingen bemærkninger.", kind: str = "DAGSORDEN") -> datetime.date | None:
    return read_meeting(read_source(PAPER.format(kind=kind, line=line, said=said).encode(), "a.txt")).dispatched


@pytest.mark.parametrize(
    "line",
    [
        "Udsendt den 19. april 2024", "Dato for udsendelse: 19-04-2024", "UDSENDT: 19. april 2024",
        "Udsendt 12. april 2024\nRevideret den 19. april 2024", "Dagsordenen er udsendt den 19. april 2024.",
        "Udsendt den 19. april 2024. Frist for bemærkninger: 26. april 2024", "Udsendt:\n19. april 2024",
    ],
)  # fmt: skip
def test_the_front_page_says_when_it_was_sent_out(line: str) -> None:
    assert dispatched(line) == datetime.date(2024, 4, 19)


@pytest.mark.parametrize("line", ["Udsendt til kommunerne med frist den 19. april 2024", "Afbud senest 19. april 2024"])
def test_a_deadline_is_no_day_of_dispatch(line: str) -> None:
    assert dispatched(line) is None


def test_an_agenda_may_say_it_in_the_item_that_approves_it_but_minutes_were_not_sent_out_then() -> None:
    said = "Dagsorden er udsendt den 19. april 2024."
    assert dispatched(said=said) == datetime.date(2024, 4, 19)
    assert dispatched(said=said, kind="REFERAT") is None
    assert dispatched(said="Referatet er udsendt den 2. februar 2024.") is None
