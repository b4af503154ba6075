"""Migrations say all that the models say, and bring what the archive needs from the start."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

from meetings.models import Municipality, Region, Topic
from tests.make import make_archive

pytestmark = pytest.mark.django_db


def test_the_models_have_no_change_that_no_migration_knows() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrate_brings_the_five_kkr() -> None:
    assert Region.objects.count() == 5


def test_migrate_brings_the_98_municipalities() -> None:
    assert Municipality.objects.count() == 98


def test_migrate_brings_the_topics() -> None:
    assert Topic.objects.count() == 17


def test_migrating_again_changes_nothing() -> None:
    before = list(Municipality.objects.values())
    call_command("migrate", verbosity=0)
    assert list(Municipality.objects.values()) == before


def test_migrating_forgets_what_was_sampled_of_vectors_for_the_planner() -> None:
    make_archive()
    connection.check_constraints()  # or they stand in the way of ALTER
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE meetings_searchentry ALTER COLUMN vector SET STATISTICS 100")
        cursor.execute("ANALYZE meetings_searchentry")
    assert sampled_of("vector") == 1
    call_command("migrate", "meetings", "0005", verbosity=0)
    call_command("migrate", "meetings", verbosity=0)
    assert sampled_of("vector") == 0
    assert sampled_of("date") == 1


def sampled_of(column: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stats WHERE tablename = 'meetings_searchentry' AND attname = %s", [column]
        )
        return int(cursor.fetchone()[0])
