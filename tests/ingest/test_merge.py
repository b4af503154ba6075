"""Merging of several documents into one meeting, as values."""

import datetime

from ingest.merge import MergedMeeting, Version, merge
from ingest.records import MeetingRecord, SubheadingRecord
from tests.ingest.make import AGENDA, MINUTES, SUPPLEMENT, make_item, make_person, make_record


def merged(*records: MeetingRecord) -> MergedMeeting:
    return merge(Version(number, record) for number, record in enumerate(records, 1))


def outline(meeting: MergedMeeting) -> list[tuple[str, str, bool]]:
    return [(one.record.number, one.record.title, one.is_current) for one in meeting.items]


BUDGET_PLANNED = make_item("1", "Budget 2025", presentation="Udkast", recommendation="At godkende")
BUDGET_DECIDED = make_item("2", "Budget 2025", decided="Godkendt.")


def test_minutes_win_and_the_agendas_text_stays_where_they_are_silent() -> None:
    (item,) = merged(make_record(AGENDA, BUDGET_PLANNED), make_record(MINUTES, BUDGET_DECIDED)).items
    assert (item.record.number, item.record.presentation) == ("2", "Udkast")
    assert item.record.decision
    assert item.document == 2


def test_the_agendas_text_keeps_its_subheadings() -> None:
    subheadings = (SubheadingRecord("presentation", "Økonomi"),)
    agenda = make_record(AGENDA, make_item("1", "Budget", presentation="Økonomi\n\nDyrt.", subheadings=subheadings))
    (item,) = merged(agenda, make_record(MINUTES, make_item("1", "Budget", decided="Godkendt."))).items
    assert item.record.subheadings == subheadings


def test_minutes_win_also_when_the_agenda_comes_later() -> None:
    (item,) = merged(make_record(MINUTES, BUDGET_DECIDED), make_record(AGENDA, BUDGET_PLANNED)).items
    assert (item.record.number, item.document) == ("2", 1)


def test_a_later_agenda_replaces_an_earlier_one() -> None:
    first = make_record(AGENDA, make_item("1", "Budget", presentation="Gammel"), make_item("2", "Busdrift"))
    second = make_record(AGENDA, make_item("1", "Budget"), dispatched=datetime.date(2024, 3, 7))
    assert outline(merged(first, second)) == [("1", "Budget", True), ("2", "Busdrift", False)]
    assert merged(first, second).items[0].record.presentation is None


def test_a_supplementary_agenda_adds_and_leaves_the_rest() -> None:
    agenda = make_record(AGENDA, make_item("1", "Budget"), make_item("2", "Busdrift"))
    supplement = make_record(SUPPLEMENT, make_item("3", "Flygtningekvoter"))
    expected = [("1", "Budget", True), ("2", "Busdrift", True), ("3", "Flygtningekvoter", True)]
    assert outline(merged(agenda, supplement)) == outline(merged(supplement, agenda)) == expected


def test_a_supplementary_agenda_rewrites_an_item_in_its_place() -> None:
    agenda = make_record(AGENDA, make_item("1", "Budget"), make_item("2", "Busdrift"))
    supplement = make_record(SUPPLEMENT, make_item("1", "Budget", presentation="Nye tal"))
    assert [one.record.presentation for one in merged(agenda, supplement).items] == ["Nye tal", None]


def test_corrected_minutes_win_over_the_first_whichever_came_first() -> None:
    first = make_record(MINUTES, make_item("1", "Budget", decided="Godkendt."))
    corrected = make_record(MINUTES, make_item("1", "Budget", decided="Udsat."), corrected=True)
    for meeting in (merged(first, corrected), merged(corrected, first)):
        assert meeting.items[0].record.decision
        assert meeting.items[0].record.decision.text == "Udsat."


def test_a_decision_of_superseded_minutes_does_not_live_on() -> None:
    first = make_record(MINUTES, make_item("1", "Budget", decided="Godkendt."))
    corrected = make_record(MINUTES, make_item("1", "Budget"), corrected=True)
    assert merged(first, corrected).items[0].record.decision is None


def test_participants_come_from_the_minutes_else_from_the_agenda() -> None:
    invited, came = make_person("Bo Friis", "Greve"), make_person("Ida Holm", "Køge")
    agenda = make_record(AGENDA, participants=(invited,))
    assert merged(agenda, make_record(MINUTES, participants=(came,))).participants == (came,)
    assert merged(agenda, make_record(MINUTES)).participants == (invited,)
