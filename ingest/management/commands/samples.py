"""`manage.py samples load|remove`: the invented documents that show what the archive can do."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from ingest import load
from ingest.management.bulk_import import BulkImport
from ingest.management.commands.ingest import run_with_progress, settle_with_progress
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.preparation import prepare
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    help = gettext_noop("Henter eksempeldokumenterne ind i arkivet (load) eller fjerner dem (remove).")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["load", "remove"])

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] == "remove":
            self.stdout.write(_("%(count)s eksempeldokumenter er fjernet.") % {"count": load.remove_samples()})
            return
        prepare(self.stderr.write)
        folder = settings.BASE_DIR / "samples" / "documents"
        bulk = BulkImport(workers=os.cpu_count() or 1, is_sample=True)
        summary = run_with_progress(bulk, [folder])
        settle_with_progress()
        if load.has_own_documents():
            self.stdout.write(
                _("Eksemplerne står nu blandt arkivets egne dokumenter, til de fjernes med »manage.py samples remove«.")
            )
        if summary.failed:
            raise SystemExit(1)
