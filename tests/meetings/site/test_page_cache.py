"""Pages are cached as long as they are current, and never served to a reader for whom they are wrong."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection, connections, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from ingest.load import forget_changes
from meetings.change_triggers import CHANGES, TRIGGER
from meetings.models import Change, Meeting
from meetings.site.kept_pages import OBJECTS, KeptPages
from meetings.site.page_cache import PageCache

pytestmark = pytest.mark.django_db
COMMITTED = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(settings: Settings) -> Client:
    """Return a client of an archive whose page cache is on."""
    settings.PAGES_MB = 1
    return Client()


def test_a_page_is_made_once(
    archive: Meeting, reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = reader.get(archive.get_absolute_url())
    with django_assert_num_queries(1):
        kept = reader.get(archive.get_absolute_url())
    assert kept.content == made.content


@COMMITTED
def test_what_was_corrected_shows_at_once(archive: Meeting, reader: Client) -> None:
    assert "Et andet sted" not in reader.get(archive.get_absolute_url()).content.decode()
    Meeting.objects.update(place="Et andet sted")
    assert "Et andet sted" in reader.get(archive.get_absolute_url()).content.decode()


def test_every_table_of_the_archive_notes_its_changes() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [TRIGGER])
        noting = {table for (table,) in cursor.fetchall()}
    assert noting == {model._meta.db_table for model in apps.get_app_config("meetings").get_models()} - {CHANGES}


def test_a_transaction_is_noted_once(archive: Meeting) -> None:
    before = Change.objects.count()
    archive.save()
    archive.items.update(title="Et navn")
    assert Change.objects.count() <= before + 1


def test_what_was_undone_is_not_noted(archive: Meeting) -> None:
    edition = Change.objects.edition()
    with transaction.atomic():
        archive.save()
        transaction.set_rollback(True)
    assert Change.objects.edition() == edition


def test_each_language_has_its_page(archive: Meeting, reader: Client) -> None:
    reader.get("/")
    reader.cookies["sprog"] = "en"
    assert 'lang="en"' in reader.get("/").content.decode()


def test_who_is_logged_in_gets_pages_made_anew(archive: Meeting, reader: Client, admin_user: User) -> None:
    reader.get("/")
    reader.force_login(admin_user)
    assert "ETag" not in reader.get("/")


@pytest.mark.parametrize("cookie", ["hers", "0123456789abcdefghijklmnopqrstuv"])
def test_a_cookie_that_no_session_has_gets_the_kept_page(
    archive: Meeting, reader: Client, cookie: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    reader.get("/")
    reader.cookies["sessionid"] = cookie
    with django_assert_max_num_queries(2):
        assert "ETag" in reader.get("/")


@pytest.mark.parametrize(
    "other",
    ["/soeg/?q=drift&region=nordjylland&utm_source=brev", "/soeg/?fbclid=x&region=nordjylland&q=drift",
     "/soeg/?region=nordjylland&q=%64rift"],
)  # fmt: skip
def test_a_page_has_one_place_however_it_was_linked_to(archive: Meeting, reader: Client, other: str) -> None:
    made = reader.get("/soeg/?q=drift&region=nordjylland")
    assert reader.get(other).headers["ETag"] == made.headers["ETag"]


def test_parameters_of_another_kind_of_page_are_no_part_of_an_address(archive: Meeting, reader: Client) -> None:
    assert reader.get("/?q=drift").headers["ETag"] == reader.get("/").headers["ETag"]


def test_what_was_asked_for_longest_ago_makes_room() -> None:
    pages = KeptPages(room=3 * (OBJECTS + 10))
    for key in "abc":
        pages.keep(key, HttpResponse(b"0123456789"))
    pages.get("a")
    pages.keep("d", HttpResponse(b"0123456789"))
    assert [key for key in "abcd" if pages.get(key)] == ["a", "c", "d"]
    assert pages.used == pages.room


def test_a_page_that_is_kept_again_takes_its_room_once() -> None:
    pages = KeptPages(room=10_000)
    for _ in range(9):
        pages.keep("a", HttpResponse(b"0123456789"))
    assert pages.used == OBJECTS + 10


def test_a_page_larger_than_the_room_is_not_kept_and_drives_nothing_out() -> None:
    pages = KeptPages(room=5_000)
    pages.keep("small", HttpResponse(b"0123456789"))
    pages.keep("large", HttpResponse(b"0" * 5_000))
    assert pages.get("small")
    assert not pages.get("large")


@COMMITTED
def test_a_page_that_several_ask_for_at_once_is_made_once(archive: Meeting, settings: Settings) -> None:
    settings.PAGES_MB = 1
    made, ready = list[int](), Barrier(4)

    def make(_request: HttpRequest) -> HttpResponse:
        made.append(1)
        time.sleep(0.3)
        return HttpResponse("Siden")

    cache = PageCache(make)

    def ask(_nth: int) -> bytes:
        ready.wait()
        with closing(connection):
            return cache(RequestFactory().get("/")).content

    with ThreadPoolExecutor(4) as readers:
        assert set(readers.map(ask, range(4))) == {b"Siden"}
    assert len(made) == 1


def test_a_browser_that_has_the_page_is_told_that_it_holds(archive: Meeting, reader: Client) -> None:
    tag = reader.get("/").headers["ETag"]
    again = reader.get("/", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert not again.content


def test_a_page_that_is_not_there_is_not_kept(archive: Meeting, reader: Client) -> None:
    assert "ETag" not in reader.get("/findes-ikke/")


def test_pages_are_sent_as_the_browser_reads_them(archive: Meeting, reader: Client) -> None:
    assert reader.get("/", headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in reader.get("/")


def test_old_changes_are_forgotten_without_an_edition_coming_back(archive: Meeting) -> None:
    editions = {Change.objects.edition()}
    Change.objects.update(at="2020-01-01T00:00Z")
    forget_changes()
    assert Change.objects.count() == 1
    assert Change.objects.edition() not in editions


@COMMITTED
def test_of_two_transactions_the_one_that_ends_later_is_another_edition(archive: Meeting) -> None:
    with closing(connections.create_connection("default")) as other, other.cursor() as earlier:
        earlier.execute("BEGIN; UPDATE meetings_region SET slug = slug")
        Meeting.objects.update(place="Et andet sted")
        edition = Change.objects.edition()
        earlier.execute("COMMIT")
    assert Change.objects.edition() != edition
