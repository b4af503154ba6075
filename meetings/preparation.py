"""What an archive needs besides its tables: rows that pages rely on, triggers, permissions, up-to-date search entries.

Migrations create tables and write no rows through the current models, which may have columns that do not exist yet at
a given migration. `manage.py prepare` runs these steps after them. Each app registers its own when it is ready; a step
can be run again at any time, and says whether it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.core.checks import CheckMessage, Tags
from django.core.checks import Warning as CheckWarning
from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from kkrarchive.terminal_language import gettext as _

Progress = Callable[[str], object]  # takes a line about how far a step has come
LOCK = 7_261_053  # an arbitrary number: the key of an advisory lock, so that only one process prepares at a time


class Step(NamedTuple):
    """A step of preparation: its title in Danish, a check whether it is done already, and the function that does it.

    One that `commits` has transactions of its own, so that what it has done stays done if it is interrupted.
    """

    title: str
    is_done: Callable[[], bool]
    do: Callable[[Progress], object]
    is_needed_by_pages: bool = False  # without it no page can be shown rightly
    commits: bool = False


_steps: dict[str, Step] = {}


def register_steps(*steps: Step) -> None:
    """Add steps, in order, after earlier ones; adding one twice changes nothing. Called by `AppConfig.ready`."""
    _steps.update({step.title: step for step in steps})


def prepare(progress: Progress = lambda _line: None) -> None:
    """Run the missing steps, each in a transaction of its own; `progress` gets a line as each begins."""
    for step in _steps.values():
        if step.commits:
            _do(step, progress)
            continue
        with transaction.atomic():
            _let_no_other_prepare()
            _do(step, progress)


def _do(step: Step, progress: Progress) -> None:
    if not step.is_done():
        progress(f"{_(step.title)} …")
        step.do(progress)


def _let_no_other_prepare() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def missing_steps_message() -> str | None:
    """Return a sentence that names the missing steps and how to run them; None if the archive is ready.

    Also None while migrations are pending, since nothing can be checked before.
    """
    if has_migrations_to_run():
        return None
    return _not_prepared([_(step.title) for step in _steps.values() if not step.is_done()])


def why_not_servable() -> str | None:
    """Return a sentence that says why the pages cannot be served yet, and what to run; None if they can be.

    Only steps that pages need count: an archive whose archivists lack a right, or whose topics lack words, is served.
    """
    if has_migrations_to_run():
        return _("Tabellerne er ældre end programmet. Kør »manage.py migrate« og så »manage.py prepare«.")
    missing = [_(step.title) for step in _steps.values() if step.is_needed_by_pages and not step.is_done()]
    return _not_prepared(missing)


def _not_prepared(titles: Sequence[str]) -> str | None:
    sentence = _("Arkivet er ikke gjort klar (%(steps)s). Kør »manage.py prepare«.")
    return sentence % {"steps": ", ".join(titles)} if titles else None


def check_prepared(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Return a warning if the tables exist but preparation is incomplete. A system check of Django."""
    missing = missing_steps_message() if DEFAULT_DB_ALIAS in (databases or ()) else None
    return [CheckWarning(missing, id="kkrarchive.W002")] if missing else []


CHECK_TAG = Tags.database


def has_migrations_to_run() -> bool:
    """Return whether migrations are pending."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
