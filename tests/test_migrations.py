"""Migrations say all that the models say, and bring what the archive needs from the start."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from meetings.models import Municipality, Region, Topic

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
