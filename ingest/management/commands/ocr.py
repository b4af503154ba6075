"""`manage.py ocr`: read the scans that were stored before Tesseract was installed."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from ingest.errors import IngestError
from ingest.load import document_states
from ingest.management.bulk_import import FileReport, FileStatus, Summary
from ingest.management.commands.ingest import positive
from ingest.management.progress import show_summary, shown_progress
from ingest.scans.tesseract import has_danish
from ingest.workers import Bounds, Job, ReadResult, read_jobs
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
        bounds = Bounds(settings.READ_SECONDS, settings.READ_MEMORY_MB)
        summary = Summary()
        with shown_progress(len(keys)) as advance:
            for job, result in read_jobs(document_states.jobs_of(keys), workers=workers, bounds=bounds):
                summary.entries.append(settle(job, result))
                advance(summary.entries[-1])
        show_summary(summary, dry_run=False)
        if summary.failed:
            raise SystemExit(1)


def settle(job: Job, result: ReadResult | IngestError) -> FileReport:
    """Write the result of reading a document, or why it could not be read."""
    document = document_states.document_of(job)
    if isinstance(result, IngestError):
        if document:
            document_states.fail(document, result)
        return FileReport(job.path, FileStatus.FAILED, reason=result.told(_))
    if document:
        document_states.finish(document, result)
    return FileReport(job.path, FileStatus.UPDATED, result.record)
