"""A document whose date or council is corrected: all addresses of its meeting and items redirect to the new ones."""

from __future__ import annotations

import datetime

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from ingest.load import load_record, remove
from ingest.records import ItemRecord, Page, Source
from meetings.models import Document, Meeting
from meetings.shared.vocabulary import RegionSlug
from tests.desk.admin_pages import log_in
from tests.ingest.make import AGENDA, MINUTES, load, make_item, make_record
from tests.ingest.papers import MINUTES_TEXT
from tests.ingest.working import empty_queue, upload, work

pytestmark = pytest.mark.django_db

SOURCE = Source("text", (Page(1, ("Tekst",)),))
BUDGET, BUSES, CULTURE = make_item("1", "Budget"), make_item("2", "Busdrift"), make_item("3", "Kultur")
FIRST, SECOND, THIRD = "/sjaelland/2024-03-01/", "/sjaelland/2024-03-02/", "/sjaelland/2024-03-03/"


def day(number: int) -> datetime.date:
    return datetime.date(2024, 3, number)


def put(number: int, *items: ItemRecord, kind: str = "agenda") -> Document:
    return load(make_record(AGENDA if kind == "agenda" else MINUTES, *items, date=day(number)))


def move(document: Document, number: int, *items: ItemRecord, region: RegionSlug = RegionSlug.SJAELLAND) -> None:
    """Load a document anew with another date or council."""
    document = Document.objects.get(pk=document.pk)
    load_record(document, SOURCE, make_record(AGENDA, *items, date=day(number), region=region))


def follow(path: str) -> str:
    """Return the path to which a path finally redirects, or the status of its page."""
    answer = Client().get(path, follow=True)
    assert all(status == 301 for _path, status in answer.redirect_chain)
    return answer.request["PATH_INFO"] if answer.status_code == 200 else str(answer.status_code)


def test_a_document_that_joins_another_meeting_is_found_from_its_old_addresses() -> None:
    document = put(1, BUDGET, BUSES)
    put(2, make_item("1", "Valg"), make_item("2", "Budget"), kind="minutes")
    move(document, 2, BUDGET, BUSES)
    assert Meeting.objects.count() == 1
    places = [follow(path) for path in (FIRST, f"{FIRST}aendringer/", f"{FIRST}punkt/1/", f"{FIRST}punkt/2/")]
    assert places == [SECOND, f"{SECOND}aendringer/", f"{SECOND}punkt/2-2/", f"{SECOND}punkt/2/"]


def test_in_another_council_too() -> None:
    document = put(1, BUDGET)
    load(make_record(MINUTES, BUDGET, region=RegionSlug.NORDJYLLAND, date=day(2)))
    move(document, 2, BUDGET, region=RegionSlug.NORDJYLLAND)
    assert follow(FIRST) == "/nordjylland/2024-03-02/"
    assert follow(f"{FIRST}punkt/1/") == "/nordjylland/2024-03-02/punkt/1/"


def test_an_item_that_is_read_no_longer_says_so() -> None:
    document = put(1, BUDGET, BUSES)
    put(2, make_item("1", "Valg"), kind="minutes")
    move(document, 2, BUDGET)
    page = Client().get(f"{FIRST}punkt/2/")
    assert page.status_code == 410
    assert f'href="{SECOND}"' in page.content.decode()
    assert follow(f"{FIRST}punkt/9/") == "404"


def test_addresses_from_before_an_earlier_move_lead_on() -> None:
    document = put(1, BUDGET)
    move(document, 3, BUDGET)
    put(2, make_item("1", "Valg"), kind="minutes")
    move(document, 2, BUDGET)
    assert {follow(path) for path in (FIRST, THIRD)} == {SECOND}
    assert {follow(f"{path}punkt/1/") for path in (FIRST, THIRD)} == {f"{SECOND}punkt/1/"}


def test_a_document_that_moves_back_is_found_from_everywhere() -> None:
    document = put(1, BUDGET)
    put(2, make_item("1", "Valg"), kind="minutes")
    move(document, 2, BUDGET)
    move(document, 1, BUDGET)
    assert [follow(FIRST), follow(f"{FIRST}punkt/1/")] == [FIRST, f"{FIRST}punkt/1/"]
    assert [follow(SECOND), follow(f"{SECOND}punkt/1/")] == [SECOND, f"{FIRST}punkt/1/"]


def test_two_documents_that_move_one_after_the_other_are_one_meeting_again() -> None:
    agenda, minutes = put(1, BUDGET, BUSES, CULTURE), put(1, make_item("1", "Kultur"), BUSES, kind="minutes")
    move(agenda, 2, BUDGET, BUSES, CULTURE)
    assert [follow(f"{FIRST}punkt/{number}/") for number in "123"] == [
        f"{SECOND}punkt/1/", f"{FIRST}punkt/2/", f"{FIRST}punkt/1-2/",
    ]  # fmt: skip
    move(minutes, 2, make_item("1", "Kultur"), BUSES)
    titles = {one.address: one.title for one in Meeting.objects.get().items.all()}
    ends = [follow(f"{FIRST}punkt/{address}/").rstrip("/").rpartition("/")[2] for address in ("1", "2", "3", "1-2")]
    assert [titles[end] for end in ends] == ["Budget", "Busdrift", "Kultur", "Kultur"]


def test_a_meeting_that_moves_twice_and_back_is_found_at_each() -> None:
    document = put(1, BUDGET)
    for number in (2, 1, 3):
        move(document, number, BUDGET)
    put(4, BUDGET, kind="minutes")
    move(document, 4, BUDGET)
    assert {follow(path) for path in (FIRST, SECOND, THIRD)} == {"/sjaelland/2024-03-04/"}


def test_where_another_meeting_is_now_its_own_items_go_first() -> None:
    document = put(1, BUDGET, BUSES)
    put(2, BUDGET, BUSES, kind="minutes")
    move(document, 2, BUDGET, BUSES)
    put(1, make_item("1", "Valg"))
    assert follow(f"{FIRST}punkt/1/") == f"{FIRST}punkt/1/"
    assert follow(f"{FIRST}punkt/2/") == f"{SECOND}punkt/2/"


def test_an_item_leads_on_when_the_meeting_it_left_is_deleted() -> None:
    agenda, minutes = put(1, BUDGET, BUSES), put(1, BUDGET, kind="minutes")
    move(agenda, 2, BUDGET, BUSES)
    remove(minutes)
    assert follow(f"{FIRST}punkt/2/") == f"{SECOND}punkt/2/"
    assert follow(FIRST) == "404"


@pytest.mark.django_db(transaction=True)
def test_a_date_put_right_in_the_admin_leads_on_from_the_old_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    # The worker's thread ends with it, and must not leave its connection open.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    empty_queue()
    document = upload()
    upload(MINUTES_TEXT.replace(b"3. maj", b"4. maj"))
    work()
    stated = {"stated_region": "", "stated_date": "2024-05-04", "stated_kind": ""}
    log_in().post(reverse("admin:meetings_document_change", args=[document.pk]), stated)
    work()
    assert follow("/nordjylland/2024-05-03/") == "/nordjylland/2024-05-04/"
    assert follow("/nordjylland/2024-05-03/punkt/2/") == "/nordjylland/2024-05-04/punkt/2/"
