"""Records become rows, and the same rows when loaded again."""

import datetime

import pytest

from ingest.load import load_record, rebuild, remove
from ingest.records import Page, Source, Stated, TableRecord
from meetings.models import AgendaItem, Decision, Document, ItemAddress, Meeting, Participant, Person
from meetings.shared.vocabulary import RegionSlug
from tests.ingest.make import AGENDA, MINUTES, load, make_item, make_person, make_record

pytestmark = pytest.mark.django_db


def addresses() -> dict[str, str]:
    return {item.title: item.address for item in AgendaItem.objects.all()}


def test_loading_again_changes_no_row() -> None:
    record = make_record(
        MINUTES, make_item("1", "Budget", decided="Godkendt."), participants=(make_person("Bo Friis", "Greve"),)
    )
    load(record)
    before = [list(model.objects.values_list("pk", flat=True)) for model in (Meeting, AgendaItem, Document, Person)]
    load(record)
    after = [list(model.objects.values_list("pk", flat=True)) for model in (Meeting, AgendaItem, Document, Person)]
    assert before == after
    assert (Decision.objects.count(), Participant.objects.count()) == (1, 1)


def test_agenda_and_minutes_are_one_meeting_with_the_agendas_addresses() -> None:
    load(make_record(AGENDA, make_item("1", "Budget")))
    item = AgendaItem.objects.get()
    load(make_record(MINUTES, make_item("1", "Budget", decided="Godkendt.")))
    assert AgendaItem.objects.get() == item
    assert item.decision.outcome == "approved"
    assert Meeting.objects.count() == 1


def test_an_items_address_moves_with_its_number_and_the_old_one_stays_its_own() -> None:
    load(make_record(AGENDA, make_item("1", "Budget"), make_item("2", "Busdrift")))
    load(make_record(MINUTES, make_item("1", "Flygtninge"), make_item("2", "Budget"), make_item("3", "Busdrift")))
    assert addresses() == {"Flygtninge": "1-2", "Budget": "2-2", "Busdrift": "3"}
    owners = {one.address: one.item.title for one in ItemAddress.objects.all() if one.item}
    assert owners == {"1": "Budget", "2": "Busdrift", "1-2": "Flygtninge", "2-2": "Budget", "3": "Busdrift"}


def test_an_item_that_returns_has_its_address_again() -> None:
    record = make_record(AGENDA, make_item("1", "Budget"), make_item("2", "Busdrift"))
    document = load(record)
    load(make_record(MINUTES, make_item("1", "Budget")))
    remove(document)
    assert addresses() == {"Budget": "1"}
    load(record)
    assert addresses() == {"Budget": "1", "Busdrift": "2"}


def test_an_item_only_in_the_agenda_stays_but_does_not_count() -> None:
    load(make_record(AGENDA, make_item("1", "Budget", presentation="x"), make_item("2", "Busdrift", presentation="y")))
    load(make_record(MINUTES, make_item("1", "Budget", presentation="x")))
    assert list(AgendaItem.objects.current().values_list("title", flat=True)) == ["Budget"]
    assert AgendaItem.objects.filter(search_entry__isnull=True).get().title == "Busdrift"


def test_children_hang_below_their_heading_and_3_10_follows_3_9() -> None:
    numbers = ["3", "3.1", "3.10", "3.9"]
    load(make_record(AGENDA, *(make_item(number, f"Punkt {number}") for number in numbers)))
    assert list(AgendaItem.objects.values_list("number", flat=True)) == ["3", "3.1", "3.9", "3.10"]
    assert {item.parent.number for item in AgendaItem.objects.exclude(parent=None) if item.parent} == {"3"}


def test_a_second_meeting_of_the_day_is_told_apart_by_its_time() -> None:
    load(make_record(AGENDA, make_item("1", "Budget"), start_time=datetime.time(10)))
    load(make_record(AGENDA, make_item("1", "Konstituering"), start_time=datetime.time(13)))
    load(make_record(MINUTES, make_item("1", "Konstituering", decided="Valgt.")))
    assert [meeting.address for meeting in Meeting.objects.order_by("sequence")] == ["2024-03-14", "2024-03-14-2"]
    assert Decision.objects.get().item.meeting.sequence == 2


def test_a_document_whose_date_is_stated_anew_moves_to_its_meeting() -> None:
    document = load(make_record(AGENDA, make_item("1", "Budget")))
    item = AgendaItem.objects.get()
    record = make_record(AGENDA, make_item("1", "Budget"), date=datetime.date(2024, 4, 1))
    load_record(document, Source("text", (Page(1, ("Tekst",)),)), record)
    meeting = Meeting.objects.get()
    assert (meeting.address, meeting.items.get()) == ("2024-04-01", item)
    assert [str(one) for one in meeting.former_addresses.all()] == ["/sjaelland/2024-03-14/"]


def test_a_document_that_moves_leaves_the_others_where_they_are() -> None:
    document = load(make_record(AGENDA, make_item("1", "Budget")))
    load(make_record(MINUTES, make_item("1", "Budget", decided="Godkendt.")))
    record = make_record(AGENDA, make_item("1", "Budget"), date=datetime.date(2024, 4, 1))
    load_record(document, Source("text", (Page(1, ("Tekst",)),)), record)
    assert sorted(meeting.address for meeting in Meeting.objects.all()) == ["2024-03-14", "2024-04-01"]
    assert Decision.objects.get().item.meeting.address == "2024-03-14"


def test_what_a_person_stated_stays_stated() -> None:
    record = make_record(AGENDA, make_item("1", "Budget"))
    load(record, stated=Stated(region=RegionSlug.SJAELLAND))
    assert load(record).stated_region == "sjaelland"


def test_the_original_is_kept_byte_for_byte_and_leaves_with_the_document() -> None:
    document = load(make_record(AGENDA, make_item("1", "Budget")))
    with document.original.open("rb") as stored:
        assert len(stored.read()) == document.size
    assert document.original.storage.exists(str(document.original.name))


def test_without_documents_the_meeting_and_its_people_leave() -> None:
    document = load(make_record(MINUTES, make_item("1", "Budget"), participants=(make_person("Bo Friis", "Greve"),)))
    remove(document)
    assert not Meeting.objects.exists()
    assert not Person.objects.exists()


def test_an_unknown_municipality_is_no_municipality() -> None:
    load(make_record(MINUTES, participants=(make_person("Bo Friis", "Andeby"),)))
    assert Participant.objects.get().municipality is None


def test_rebuilding_is_idempotent() -> None:
    load(make_record(MINUTES, make_item("1", "Budget", decided="Godkendt."), make_item("1", "Budget", decided="Igen.")))
    meeting = Meeting.objects.get()
    before = list(meeting.items.values_list("pk", "address"))
    rebuild(meeting)
    assert list(meeting.items.values_list("pk", "address")) == before


def test_a_table_is_shown_and_searched_where_it_stood() -> None:
    table = TableRecord("presentation", 1, (("Kvoter",), ("Viborg", "61")))
    load(make_record(AGENDA, make_item("1", "Kvoter", presentation="Før.\n\nEfter.", tables=(table,))))
    item = AgendaItem.objects.get()
    assert item.texts["presentation"] == "Før.\n\nKvoter | \nViborg | 61\n\nEfter."
    assert "'viborg" in str(item.search_entry.vector)


def test_a_document_keeps_how_much_of_it_ended_in_fields() -> None:
    assert load(make_record(MINUTES, make_item("1", "Budget"), coverage=0.44)).coverage == 0.44
