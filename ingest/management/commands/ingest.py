"""`manage.py ingest PATH...`: import files and folders into the archive."""

from __future__ import annotations

import argparse
import datetime
import os
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from ingest import load
from ingest.gc_tuning import tune_gc
from ingest.management.bulk_import import BulkImport, Summary
from ingest.management.progress import show_summary, shown_progress, shown_settling
from ingest.records import Stated
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.preparation import prepare
from meetings.shared.vocabulary import DocumentKind, RegionSlug, gettext_noop


class Command(TerminalCommand):
    """The ingest command. Exit status 1 if any file failed; the others are loaded all the same."""

    help = gettext_noop(
        "Læser dagsordener og referater (PDF eller tekst) ind i arkivet. Mapper læses med alt, hvad der er i dem."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("filer og mapper"))
        parser.add_argument("--dry-run", action="store_true", help=_("læs og vis, men skriv intet i arkivet"))
        parser.add_argument("--force", action="store_true", help=_("læs også det, der allerede er i arkivet, igen"))
        parser.add_argument(
            "--workers", type=positive, default=os.cpu_count() or 1, help=_("processer (standard: kernerne)")
        )
        parser.add_argument("--region", choices=list(RegionSlug), help=_("KKR, når dokumentet ikke selv siger det"))
        parser.add_argument(
            "--date", type=iso_date, help=_("mødets dato (ÅÅÅÅ-MM-DD), når dokumentet ikke selv siger den")
        )
        parser.add_argument("--kind", choices=list(DocumentKind), help=_("art, når dokumentet ikke selv siger den"))

    def handle(self, *args: Any, **options: Any) -> None:
        stated = Stated(
            region=RegionSlug(options["region"]) if options["region"] else None,
            date=options["date"],
            kind=DocumentKind(options["kind"]) if options["kind"] else None,
        )
        tune_gc()
        if not options["dry_run"]:
            prepare(self.stderr.write)
        bulk = BulkImport(stated=stated, force=options["force"], dry_run=options["dry_run"], workers=options["workers"])
        samples = load.count_samples()
        summary = run_with_progress(bulk, options["paths"])
        if removed := samples - load.count_samples():
            self.stdout.write(
                _("De %(count)s eksempeldokumenter er fjernet, nu da arkivet har sine egne.") % {"count": removed}
            )
        if not bulk.dry_run:
            settle_with_progress()
        if summary.failed:
            raise SystemExit(1)


def run_with_progress(bulk: BulkImport, paths: list[Path]) -> Summary:
    """Import the paths, with a progress bar on a terminal and plain lines elsewhere, and print the summary."""
    files = bulk.find_files(paths)
    with load.many_documents(), shown_progress(len(files)) as advance:
        for entry in bulk.run(files):
            advance(entry)
    show_summary(bulk.summary, dry_run=bulk.dry_run)
    return bulk.summary


def settle_with_progress() -> None:
    """Link the same matters in different meetings, with progress as above."""
    with shown_settling() as each:
        load.settle_matters(each)


def positive(text: str) -> int:
    """Parse a whole number from 1. Raises argparse.ArgumentTypeError."""
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(_("skal være et helt tal fra 1 og op"))


def iso_date(text: str) -> datetime.date:
    """Parse a date such as 2025-10-24. Raises argparse.ArgumentTypeError."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("%s er ikke en dato som 2025-10-24") % repr(text)) from error
