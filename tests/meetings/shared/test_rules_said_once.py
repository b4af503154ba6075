"""Rules that loader and pages share are defined once."""

from __future__ import annotations

import datetime
from typing import NamedTuple

import pytest

from ingest.fields.municipalities import find_municipality
from meetings.reference import read_municipalities
from meetings.search.language.place_names import municipalities_in
from meetings.shared.headings import is_bare_heading
from meetings.shared.municipality_names import municipality_names
from meetings.shared.precedence import by_kind
from meetings.shared.vocabulary import DocumentKind


class Paper(NamedTuple):
    """The attributes of a document that decide its rank."""

    kind: str
    pk: int
    corrected: bool = False
    draft: bool = False
    day: datetime.date | None = None
    moved_from: datetime.date | None = None


AGENDA, SUPPLEMENT, MINUTES = DocumentKind.AGENDA, DocumentKind.SUPPLEMENTARY_AGENDA, DocumentKind.MINUTES


def test_minutes_win_over_agendas_and_every_supplement_adds() -> None:
    papers = [Paper(MINUTES, 1), Paper(SUPPLEMENT, 2), Paper(AGENDA, 3), Paper(SUPPLEMENT, 4)]
    assert [one.pk for one in by_kind(papers).counting] == [3, 2, 4, 1]


def test_corrected_minutes_win_over_later_ones_and_a_later_agenda_over_an_earlier() -> None:
    papers = [Paper(AGENDA, 1), Paper(MINUTES, 2, corrected=True), Paper(MINUTES, 3), Paper(AGENDA, 4)]
    assert [one.pk for one in by_kind(papers).counting] == [4, 2]
    assert [one.pk for one in by_kind(papers).superseded] == [3, 1]


def test_a_draft_never_replaces_a_final_version_of_its_kind() -> None:
    papers = [Paper(MINUTES, 1), Paper(MINUTES, 2, draft=True), Paper(AGENDA, 3, draft=True), Paper(AGENDA, 4)]
    assert [one.pk for one in by_kind(papers).counting] == [4, 1]
    assert [one.pk for one in by_kind([Paper(AGENDA, 1), Paper(MINUTES, 2, draft=True)]).counting] == [1, 2]


def test_a_paper_for_the_old_day_of_a_moved_meeting_gives_way_whichever_came_first() -> None:
    old, new = datetime.date(2015, 4, 17), datetime.date(2015, 4, 24)
    papers = [Paper(AGENDA, 1, day=new, moved_from=old), Paper(AGENDA, 2, day=old)]
    assert [one.pk for one in by_kind(papers).counting] == [1]


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
