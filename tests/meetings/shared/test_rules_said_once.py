"""Rules that loader and pages share are defined once."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import pytest

from ingest.fields.municipalities import find_municipality
from meetings.reference import read_municipalities
from meetings.search.language.place_names import municipalities_in
from meetings.shared.headings import is_bare_heading
from meetings.shared.municipality_names import municipality_names
from meetings.shared.precedence import by_kind
from meetings.shared.vocabulary import DocumentKind


@dataclass(frozen=True)
class Paper:
    """The attributes of a document that decide its rank, and its name here."""

    kind: DocumentKind
    name: str
    corrected: bool = False
    draft: bool = False
    day: datetime.date | None = None
    moved_from: datetime.date | None = None
    dispatched: datetime.date | None = None
    coverage: float | None = 0.9
    is_born_digital: bool = True
    item_count: int = 9
    choice: str = ""
    chosen_at: datetime.datetime | None = None

    @property
    def sha256(self) -> str:
        return self.name


AGENDA, SUPPLEMENT, MINUTES = DocumentKind.AGENDA, DocumentKind.SUPPLEMENTARY_AGENDA, DocumentKind.MINUTES
EARLY, LATE = datetime.date(2024, 3, 1), datetime.date(2024, 3, 8)


def counting(*papers: Paper) -> str:
    """Return the names of the papers that count, the same in whatever order they come."""
    (told,) = {" ".join(one.name for one in by_kind(order).counting) for order in permutations(papers)}
    return told


def test_minutes_win_over_agendas_and_every_supplement_adds() -> None:
    supplements = [Paper(SUPPLEMENT, "b", dispatched=EARLY), Paper(SUPPLEMENT, "a", dispatched=LATE)]
    assert counting(Paper(MINUTES, "m"), Paper(AGENDA, "d"), *supplements) == "d b a m"


def test_corrected_minutes_win_over_later_ones_and_a_later_agenda_over_an_earlier() -> None:
    agendas = [Paper(AGENDA, "later", dispatched=LATE), Paper(AGENDA, "z", dispatched=EARLY), Paper(AGENDA, "zz")]
    minutes = [Paper(MINUTES, "corrected", corrected=True, dispatched=EARLY), Paper(MINUTES, "z", dispatched=LATE)]
    assert counting(*agendas, *minutes) == "later corrected"


def test_a_draft_never_replaces_a_final_version_of_its_kind() -> None:
    final = [Paper(MINUTES, "m", dispatched=EARLY), Paper(AGENDA, "a")]
    drafts = [Paper(MINUTES, "z", draft=True, dispatched=LATE), Paper(AGENDA, "zz", draft=True)]
    assert counting(*final, *drafts) == "a m"
    assert counting(final[1], drafts[0]) == "a z"


@pytest.mark.parametrize(
    "worse", [{"coverage": 0.4}, {"is_born_digital": False}, {"item_count": 3}, {"coverage": 0.89}, {}]
)
def test_of_papers_alike_the_better_read_one_counts(worse: dict[str, Any]) -> None:
    assert counting(Paper(MINUTES, "good"), Paper(MINUTES, "bad", **worse)) == "good"


def test_the_one_that_was_chosen_last_wins_over_all_of_its_kind() -> None:
    good = Paper(AGENDA, "good", dispatched=LATE)
    first, last = (
        Paper(AGENDA, f"chosen {day}", draft=True, choice="counts", chosen_at=datetime.datetime(2026, 1, day))  # noqa: DTZ001
        for day in (1, 2)
    )
    assert counting(good, first, last) == "chosen 2"


def test_a_paper_for_the_old_day_of_a_moved_meeting_gives_way_whichever_came_first() -> None:
    old, new = datetime.date(2015, 4, 17), datetime.date(2015, 4, 24)
    assert counting(Paper(AGENDA, "new", day=new, moved_from=old), Paper(AGENDA, "old", day=old)) == "new"


@pytest.mark.parametrize(
    ("number", "case_number", "text", "expected"),
    [
        ("4", "", "", True), ("4", None, None, True), ("4.1", "", "", False), ("4", "SAG-1", "", False),
        ("4", "", "x", False),
    ],
)  # fmt: skip
def test_a_heading_is_bare_without_case_and_text_at_the_top(
    number: str, case_number: str | None, text: str | None, expected: bool
) -> None:
    assert is_bare_heading(number, case_number, [text]) is expected


def test_rows_documents_and_search_know_a_municipality_by_the_same_names() -> None:
    assert {one.slug for one in read_municipalities()} == {one.slug for one in municipality_names()}
    for one in municipality_names():
        assert {find_municipality(form) for form in one.forms} == {one.name}
        assert all(municipalities_in(form) == {one.slug} for form in one.forms)
