"""Migrations match the models, and change no rows through models that may be ahead of the tables."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

from meetings.models import AgendaItem, Meeting, SearchEntry
from meetings.preparation import missing_steps_message
from tests.make import make_archive, make_document, make_meeting

pytestmark = pytest.mark.django_db


def test_the_models_have_no_change_that_no_migration_knows() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrating_forgets_what_was_sampled_of_vectors_for_the_planner() -> None:
    make_archive()
    connection.check_constraints()  # pending deferred constraints would block ALTER TABLE
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE meetings_searchentry ALTER COLUMN vector SET STATISTICS 100")
        cursor.execute("ANALYZE meetings_searchentry")
    assert sampled_of("vector") == 1
    call_command("migrate", "meetings", "0005", verbosity=0)
    call_command("migrate", "meetings", verbosity=0)
    assert sampled_of("vector") == 0
    assert sampled_of("date") == 1


def test_a_column_that_the_tables_do_not_have_yet_stops_no_migration() -> None:
    make_archive()
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM meetings_itemwords")
        cursor.execute("ALTER TABLE meetings_meeting DROP COLUMN place")
    call_command("migrate", "meetings", "0005", verbosity=0)
    call_command("migrate", "meetings", verbosity=0)
    assert Meeting.objects.defer("place").exists()


def test_an_archive_that_was_rolled_back_to_its_first_tables_comes_back_whole() -> None:
    make_archive()
    items, found = AgendaItem.objects.count(), SearchEntry.objects.count()
    connection.check_constraints()
    call_command("migrate", "meetings", "0001", verbosity=0)
    call_command("migrate", "meetings", verbosity=0)
    call_command("prepare", verbosity=0)
    assert (AgendaItem.objects.count(), SearchEntry.objects.count()) == (items, found)
    assert missing_steps_message() is None


def test_rolling_back_the_order_of_items_and_migrating_again_keeps_it() -> None:
    make_archive()
    before = list(SearchEntry.objects.values_list("item__number", "sort_key"))
    connection.check_constraints()
    call_command("migrate", "meetings", "0007", verbosity=0)
    call_command("migrate", "meetings", verbosity=0)
    assert list(SearchEntry.objects.values_list("item__number", "sort_key")) == before == [("3.1", [3, 1])]


def sampled_of(column: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stats WHERE tablename = 'meetings_searchentry' AND attname = %s", [column]
        )
        return int(cursor.fetchone()[0])


def test_rolled_back_a_held_document_is_one_that_was_not_read() -> None:
    document = make_document(make_meeting(), state="held")
    connection.check_constraints()
    call_command("migrate", "meetings", "0009", verbosity=0)
    call_command("migrate", "meetings", verbosity=0)
    document.refresh_from_db()
    assert document.state == "failed"
