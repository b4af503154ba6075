"""`manage.py prepare`: what an archive needs after `migrate`. Can be run at any time; finished steps are skipped."""

from __future__ import annotations

from typing import Any

from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.preparation import prepare
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    help = gettext_noop(
        "Gør arkivet klar efter »migrate«: kommuner, rettigheder, søgning. Kan køres igen; det, der er gjort, står."
    )
    requires_migrations_checks = True

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        """Run the missing steps, printing a line as each begins; with --verbosity 0, nothing."""
        tell = self.tell if verbosity else lambda _line: None
        prepare(tell)
        tell(_("Arkivet er klar."))

    def tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
