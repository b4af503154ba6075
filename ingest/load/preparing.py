"""The steps after `migrate`, in their order: those of the archive, then those of what reads documents into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from ingest.load import matters, topics
from kkrarchive.terminal_language import gettext as _
from meetings.preparing import STEPS as OF_THE_ARCHIVE
from meetings.preparing import Step, Tell
from meetings.vocabulary import gettext_noop

STEPS = (
    *OF_THE_ARCHIVE,
    Step(gettext_noop("Skriver emnernes ord"), topics.has_terms, lambda _tell: topics.ensure_terms()),
    Step(gettext_noop("Leder efter samme sag i andre møder"), matters.are_found, matters.find_missing),
)
LOCK = 7_261_053  # any number: whoever prepares holds it, so that two do not at once


def prepare(tell: Tell = lambda _line: None) -> None:
    """Take the steps that are missing, each in a transaction of its own; `tell` is told of each as it begins."""
    for step in STEPS:
        with transaction.atomic():
            _let_no_other_prepare()
            if not step.is_done():
                tell(f"{_(step.title)} …")
                step.do(tell)


def _let_no_other_prepare() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def what_is_missing() -> str | None:
    """Return a sentence that names the steps still to be taken and how; None for an archive that is ready.

    Nothing can be said, and None is returned, where migrations are still to be run.
    """
    if has_migrations_to_run():
        return None
    missing = [_(step.title) for step in STEPS if not step.is_done()]
    told = _("Arkivet er ikke gjort klar (%(steps)s). Kør »manage.py prepare«.")
    return told % {"steps": ", ".join(missing)} if missing else None


@register(Tags.database)
def check_prepared(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Warn of an archive whose tables are there, but not all that goes with them."""
    told = what_is_missing() if DEFAULT_DB_ALIAS in (databases or ()) else None
    return [CheckWarning(told, id="kkrarchive.W002")] if told else []


def has_migrations_to_run() -> bool:
    """Tell whether the tables are older than the code."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
