"""What an archive needs beside its tables: rows that pages rely on, triggers, permissions, up-to-date search entries.

Migrations make tables and touch no rows by today's models, which may have columns that the migration at hand does not.
`manage.py prepare` takes these steps after them. Each app registers its own when it is ready; each may be taken again
at any time, and says whether it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.core.checks import CheckMessage, Tags
from django.core.checks import Warning as CheckWarning
from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from kkrarchive.terminal_language import gettext as _

Progress = Callable[[str], object]  # takes a line that says how far a step has come
LOCK = 7_261_053  # any number: whoever prepares holds it, so that two do not at once


class Step(NamedTuple):
    """A step of preparation: what it does, in Danish; whether it is done already; and the doing."""

    title: str
    is_done: Callable[[], bool]
    do: Callable[[Progress], object]


_steps: dict[str, Step] = {}


def register_steps(*steps: Step) -> None:
    """Add steps, in order, behind those registered already. An app's `ready` calls this; twice changes nothing."""
    _steps.update({step.title: step for step in steps})


def prepare(progress: Progress = lambda _line: None) -> None:
    """Take the steps that are missing, each in a transaction of its own; `progress` is told of each as it begins."""
    for step in _steps.values():
        with transaction.atomic():
            _let_no_other_prepare()
            if not step.is_done():
                progress(f"{_(step.title)} …")
                step.do(progress)


def _let_no_other_prepare() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def what_is_missing() -> str | None:
    """Return a sentence that names the steps still to be taken and how; None for an archive that is ready.

    Nothing can be said, and None is returned, where migrations are still to be run.
    """
    if has_migrations_to_run():
        return None
    missing = [_(step.title) for step in _steps.values() if not step.is_done()]
    sentence = _("Arkivet er ikke gjort klar (%(steps)s). Kør »manage.py prepare«.")
    return sentence % {"steps": ", ".join(missing)} if missing else None


def check_prepared(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Warn of an archive whose tables are there, but not all that goes with them. A check of Django's."""
    missing = what_is_missing() if DEFAULT_DB_ALIAS in (databases or ()) else None
    return [CheckWarning(missing, id="kkrarchive.W002")] if missing else []


CHECK_TAG = Tags.database


def has_migrations_to_run() -> bool:
    """Return whether the tables are older than the code."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
