"""`manage.py reread`: read the archive's documents again with the present parser."""

from __future__ import annotations

import argparse
import datetime
import os
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ingest.gc_tuning import tune_gc
from ingest.load import document_states
from ingest.management.commands.ingest import positive
from ingest.management.rereading import reread
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    """The reread command. Exit status 1 if a document could not be read; it keeps what was read of it before."""

    help = gettext_noop(
        "Læser arkivets dokumenter igen. Sider, der er gemt fra sidst, læses i stedet for filerne; er de udtrukket med "
        "en ældre udgave af programmet, læses filen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--all", action="store_true", help=_("alle dokumenter"))
        which.add_argument(
            "--older", action="store_true", help=_("kun PDF-filer, hvis sider er udtrukket med en ældre udgave")
        )
        which.add_argument(
            "--before",
            type=moment,
            metavar="TID",
            help=_("kun dem, der sidst er læst før TID (som 2026-10-24T13:05:00)"),
        )
        parser.add_argument(
            "--workers", type=positive, default=os.cpu_count() or 1, help=_("processer (standard: kernerne)")
        )

    def handle(self, *args: Any, workers: int, **options: Any) -> None:
        before = options["before"] or timezone.localtime()
        keys = document_states.find_read(before=before, older=options["older"])
        if not keys:
            self.stdout.write(_("Ingen dokumenter skal læses igen."))
            return
        if not options["older"]:
            told = _("Afbrydes læsningen, så fortsæt den med: manage.py reread --before %s")
            self.stderr.write(told % before.isoformat())
        tune_gc()
        summary = reread(keys, workers=workers)
        if summary.failed:
            raise SystemExit(1)


def moment(text: str) -> datetime.datetime:
    """Parse a time such as 2026-10-24T13:05:00, in the archive's time zone. Raises argparse.ArgumentTypeError."""
    try:
        read = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("%s er ikke et tidspunkt som 2026-10-24T13:05:00") % repr(text)) from error
    return read if read.tzinfo else timezone.make_aware(read)
