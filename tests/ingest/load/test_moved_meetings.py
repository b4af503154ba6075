"""A meeting that was moved: the papers of its old day and of its new one are of one meeting, in whatever order."""

from __future__ import annotations

import datetime
from itertools import permutations

import pytest
from django.test import Client

from ingest.load import load_record, remove
from ingest.records import MeetingRecord, Page, Source
from meetings.models import Document, Meeting
from meetings.shared.vocabulary import MeetingStatus
from tests.ingest.make import AGENDA, MINUTES, NOTICE, load, make_item, make_record

pytestmark = pytest.mark.django_db

OLDEST, OLD, NEW = (datetime.date(2015, 4, day) for day in (10, 17, 24))
BUDGET, BUSES = make_item("1", "Budget"), make_item("2", "Busdrift")
PLANNED = make_record(AGENDA, BUDGET, date=OLD, place="Sorø", start_time=datetime.time(9))
MOVED = make_record(AGENDA, BUDGET, BUSES, date=NEW, moved_from=OLD, status=MeetingStatus.MOVED, place="Næstved")
HELD = make_record(MINUTES, BUDGET, BUSES, date=NEW, place="Næstved")
SOURCE = Source("text", (Page(1, ("Tekst",)),))


def state() -> list[tuple[str, str, datetime.date | None, str, list[str]]]:
    """Return the meetings: address, status, old day, place, current items."""
    return [
        (one.address, one.status, one.moved_from, one.place, [item.title for item in one.items.filter(is_current=True)])
        for one in Meeting.objects.order_by("date", "sequence")
    ]


@pytest.mark.parametrize("papers", list(permutations([PLANNED, MOVED, HELD])))
def test_both_days_are_one_meeting_in_whatever_order(papers: tuple[MeetingRecord, ...]) -> None:
    for one in papers:
        load(one)
    assert state() == [("2015-04-24", "moved", OLD, "Næstved", ["Budget", "Busdrift"])]


@pytest.mark.parametrize("papers", list(permutations([PLANNED, MOVED])))
def test_the_old_day_redirects_to_the_new(papers: tuple[MeetingRecord, ...]) -> None:
    for one in papers:
        load(one)
    answer = Client().get("/sjaelland/2015-04-17/")
    assert (answer.status_code, answer["Location"]) == (301, "/sjaelland/2015-04-24/")


def test_the_old_day_redirects_also_where_no_paper_of_it_is_known() -> None:
    load(MOVED)
    assert Client().get("/sjaelland/2015-04-17/")["Location"] == "/sjaelland/2015-04-24/"


def test_items_of_the_old_day_redirect_too() -> None:
    load(PLANNED)
    load(MOVED)
    assert Client().get("/sjaelland/2015-04-17/punkt/1/")["Location"] == "/sjaelland/2015-04-24/punkt/1/"


@pytest.mark.parametrize("notice_first", [True, False])
def test_a_notice_that_cancels_takes_no_items_away(notice_first: bool) -> None:
    notice = make_record(NOTICE, date=OLD, status=MeetingStatus.CANCELLED)
    for one in [notice, PLANNED] if notice_first else [PLANNED, notice]:
        load(one)
    assert state() == [("2015-04-17", "cancelled", None, "Sorø", ["Budget"])]


FIRST = make_record(AGENDA, BUDGET, date=OLDEST)
SECOND = make_record(AGENDA, BUDGET, date=OLD, moved_from=OLDEST, status=MeetingStatus.MOVED)


@pytest.mark.parametrize("papers", list(permutations([FIRST, SECOND, MOVED])))
def test_a_meeting_moved_twice_is_one(papers: tuple[MeetingRecord, ...]) -> None:
    for one in papers:
        load(one)
    assert [row[0] for row in state()] == ["2015-04-24"]
    assert Client().get("/sjaelland/2015-04-10/")["Location"] == "/sjaelland/2015-04-24/"


def test_a_meeting_whose_minutes_are_of_the_old_day_was_held_then() -> None:
    load(make_record(MINUTES, BUDGET, date=OLD))
    load(MOVED)
    assert [row[0] for row in state()] == ["2015-04-17", "2015-04-24"]


def test_the_old_day_is_a_meeting_again_when_the_paper_that_moved_it_is_removed() -> None:
    load(PLANNED)
    remove(load(MOVED))
    assert state() == [("2015-04-17", "held", None, "Sorø", ["Budget"])]
    assert Client().get("/sjaelland/2015-04-24/")["Location"] == "/sjaelland/2015-04-17/"


def test_papers_of_two_days_part_when_the_move_was_misread() -> None:
    load(PLANNED)
    load(make_record(AGENDA, BUDGET, date=OLD), "anden.pdf")
    moved = Document.objects.get(pk=load(MOVED).pk)
    load_record(moved, SOURCE, make_record(AGENDA, BUSES, date=NEW))
    assert [(row[0], row[4]) for row in state()] == [("2015-04-17", ["Budget"]), ("2015-04-24", ["Busdrift"])]
