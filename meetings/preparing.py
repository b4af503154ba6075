"""What an archive needs beside its tables: rows that pages rely on, triggers, and entries of search in this edition.

Migrations make tables and touch no rows by today's models, which may have columns that the migration at hand does not.
`manage.py prepare` takes these steps after them. Each may be taken again at any time, and tells whether it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from meetings import archivists, changes, reference, renewal
from meetings.vocabulary import gettext_noop

Tell = Callable[[str], object]  # takes a line that says how far a step has come


class Step(NamedTuple):
    """A step of preparing: what it does, in Danish; whether it is done already; and the doing."""

    title: str
    is_done: Callable[[], bool]
    do: Callable[[Tell], object]


STEPS = (
    Step(gettext_noop("Skriver kommuner, KKR og emner"), reference.is_loaded, lambda _tell: reference.load_reference()),
    Step(
        gettext_noop("Giver arkivarerne deres rettigheder"),
        archivists.has_group,
        lambda _tell: archivists.ensure_group(),
    ),
    Step(gettext_noop("Lader tabellerne notere ændringer"), changes.are_noted, lambda _tell: changes.ensure_noted()),
    Step(gettext_noop("Lægger dokumenterne frem til søgning på ny"), renewal.is_current, renewal.renew_search),
)
