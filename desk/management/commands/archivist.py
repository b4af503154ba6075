"""`manage.py archivist`: create the archivist's account or set its password."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from desk import archivists
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    """The command; it prints the user name and password if it set one, else nothing."""

    help = gettext_noop("Laver en konto til arkivaren med en tilfældig adgangskode, som kun vises denne ene gang.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", default="arkivar", help=_("kontoens brugernavn (standard: arkivar)"))
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--ensure", action="store_true", help=_("lav kontoen, hvis der slet ingen konti er"))
        what.add_argument(
            "--new-password", action="store_true", help=_("giv kontoen en ny adgangskode; lav den om nødvendigt")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        make = archivists.ensure_archivist if options["ensure"] else archivists.new_password
        password = make(options["user"])
        if password:
            self.stdout.write(_("Brugernavn: %s") % options["user"])
            self.stdout.write(_("Adgangskode: %s") % password)
