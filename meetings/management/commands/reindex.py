"""`manage.py reindex`: bring the search index up to date beside the readers, or with --all write it anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings import search_renewal
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    help = gettext_noop(
        "Lægger det frem til søgning på ny, som en ældre version har lagt frem. Arkivet kan bruges imens. "
        "Afbrydes det, går det videre, hvor det slap."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help=_("alt, også det, der er lagt frem af denne version"))

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            search_renewal.ask_for_rebuild()
        search_renewal.renew(self.tell)
        self.tell(_("Søgningen er ført à jour: %s.") % search_renewal.find_progress().told)

    def tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
