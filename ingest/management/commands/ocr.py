"""`manage.py ocr`: read the scans that were stored before Tesseract was installed."""

from __future__ import annotations

import os
from typing import Any

from django.core.management.base import CommandError, CommandParser

from ingest.load import document_states
from ingest.management.commands.ingest import positive
from ingest.management.rereading import reread
from ingest.scans.tesseract import has_danish
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.shared.vocabulary import gettext_noop


class Command(TerminalCommand):
    """The ocr command. Exit status 1 if a document could not be read; the others are loaded all the same."""

    help = gettext_noop(
        "Læser de dokumenter, der kræver OCR, med Tesseract. Det er dem, hvis sider er billeder uden tekst."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--workers", type=positive, default=os.cpu_count() or 1, help=_("processer (standard: kernerne)")
        )

    def handle(self, *args: Any, workers: int, **options: Any) -> None:
        if not has_danish():
            raise CommandError(_("Her mangler Tesseract med dansk: apt-get install tesseract-ocr tesseract-ocr-dan"))
        keys = document_states.find_wanting_ocr()
        if not keys:
            self.stdout.write(_("Ingen dokumenter kræver OCR."))
            return
        summary = reread(keys, workers=workers, from_file=True)
        if summary.failed:
            raise SystemExit(1)
