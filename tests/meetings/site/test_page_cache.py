"""Pages are cached as long as they are current, and never served to a reader for whom they are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from django.apps import apps
from django.core.cache import caches
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries, Settings

from ingest.load import forget_changes
from meetings.change_triggers import CHANGES, TRIGGER
from meetings.models import Change, Meeting

pytestmark = pytest.mark.django_db
COMMITTED = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(settings: Settings) -> Iterator[Client]:
    """Yield a client of an archive whose page cache is on."""
    settings.PAGES_KEPT = 100
    caches["pages"].clear()
    yield Client()
    caches["pages"].clear()


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


def test_who_is_logged_in_gets_pages_made_anew(archive: Meeting, reader: Client) -> None:
    reader.get("/")
    reader.cookies["sessionid"] = "hers"
    with CaptureQueriesContext(connection) as asked:
        reader.get("/")
    assert len(asked) > 1


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
