"""`manage.py prepare` adds what an archive needs besides its tables, and an archive that lacks it says so."""

from __future__ import annotations

import io
import runpy
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from desk.archivists import GROUP
from meetings.change_triggers import TRIGGER
from meetings.models import Municipality, Region, Topic, TopicTerm
from meetings.preparation import missing_steps_message, why_not_servable

pytestmark = pytest.mark.django_db


def test_it_brings_the_five_kkr_the_98_municipalities_and_the_topics() -> None:
    assert (Region.objects.count(), Municipality.objects.count(), Topic.objects.count()) == (5, 98, 17)


def prepared() -> str:
    """Run `prepare` and return its output."""
    call_command("prepare", stdout=(said := io.StringIO()))
    return said.getvalue()


def test_preparing_again_changes_nothing_and_says_only_that_all_is_ready() -> None:
    before = list(Municipality.objects.values())
    assert prepared() == "Arkivet er klar.\n"
    assert list(Municipality.objects.values()) == before


def drop_triggers() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {TRIGGER} ON meetings_meeting")


LOSSES: dict[str, Callable[[], object]] = {
    "Skriver kommuner, KKR og emner": lambda: Municipality.objects.filter(code="101").update(name="Hafnia"),
    "Giver arkivarerne deres rettigheder": lambda: Group.objects.filter(name=GROUP).delete(),
    "Lader tabellerne notere ændringer": drop_triggers,
    "Skriver emnernes ord": lambda: TopicTerm.objects.all().delete(),
}


@pytest.mark.parametrize("title", LOSSES)
def test_what_is_missing_is_named_and_brought(title: str) -> None:
    LOSSES[title]()
    assert missing_steps_message() == f"Arkivet er ikke gjort klar ({title}). Kør »manage.py prepare«."
    assert prepared() == f"{title} …\nArkivet er klar.\n"
    assert missing_steps_message() is None


def test_a_check_of_the_database_names_what_is_missing() -> None:
    TopicTerm.objects.all().delete()
    assert [one.id for one in run_checks(databases=["default"])] == ["kkrarchive.W002"]
    assert run_checks() == []


@pytest.mark.django_db(transaction=True)
def test_an_archive_that_is_not_ready_is_not_served() -> None:
    drop_triggers()
    with pytest.raises(SystemExit, match=r"Kør »manage\.py prepare«"):
        runpy.run_path("gunicorn.conf.py")["on_starting"](None)


def test_pages_are_refused_only_for_what_they_need() -> None:
    Group.objects.filter(name=GROUP).delete()
    TopicTerm.objects.all().delete()
    assert missing_steps_message() is not None
    assert why_not_servable() is None
    drop_triggers()
    assert (
        why_not_servable() == "Arkivet er ikke gjort klar (Lader tabellerne notere ændringer). Kør »manage.py prepare«."
    )


def test_tables_that_are_older_than_the_program_are_named() -> None:
    MigrationRecorder.Migration.objects.filter(app="meetings").latest("name").delete()
    assert (
        why_not_servable() == "Tabellerne er ældre end programmet. Kør »manage.py migrate« og så »manage.py prepare«."
    )
