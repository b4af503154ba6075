"""Output of `manage.py ingest`: a progress bar on a terminal, plain lines elsewhere, and the summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from ingest.extract.files import readable
from ingest.load import settling_lines
from ingest.management.bulk_import import FileReport, FileStatus, Summary
from kkrarchive.terminal_language import gettext as _


@contextmanager
def shown_progress(total: int) -> Iterator[Callable[[FileReport], None]]:
    """Yield a function to call with each file's report as it is done."""
    if not sys.stderr.isatty():
        yield _print_line
        return
    with _bar() as progress:
        task = progress.add_task(_("Læser dokumenter"), total=total)
        yield lambda entry: progress.update(task, advance=1, description=escape(readable(entry.path.name)[:40]))


@contextmanager
def shown_settling() -> Iterator[Callable[[int, int], object]]:
    """Yield a function to call with how many meetings have been compared, and how many there are."""
    if not sys.stderr.isatty():
        yield settling_lines(lambda line: sys.stderr.write(f"{line}\n"))
        return
    with _bar() as progress:
        task = progress.add_task(_("Leder efter samme sag"))
        yield lambda done, all_: progress.update(task, completed=done, total=all_)


def _bar() -> Progress:
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _print_line(entry: FileReport) -> None:
    reason = f": {entry.reason}" if entry.reason else ""
    sys.stderr.write(f"{_(entry.fate.label)}: {readable(str(entry.path))}{reason}\n")


def show_summary(summary: Summary, *, dry_run: bool) -> None:
    """Print the number of files by status, the reasons of failures, and the parser's warnings."""
    console = Console(highlight=False, soft_wrap=True)
    counts = Table(title=_("Prøvekørsel: intet er skrevet") if dry_run else None, show_edge=False)
    for fate in FileStatus:
        counts.add_column(_(fate.label), justify="right")
    counts.add_row(*(str(len(summary.of(fate))) for fate in FileStatus))
    console.print(counts)
    not_read = _("Ikke læst")
    for entry in summary.failed:
        console.print(f"[red]{not_read}[/red] {escape(readable(str(entry.path)))}: {escape(entry.reason)}")
    held = _("Tilbageholdt")
    for entry in summary.of(FileStatus.HELD):
        console.print(f"[yellow]{held}[/yellow] {escape(readable(str(entry.path)))}: {escape(entry.reason)}")
    if summary.failed:
        console.print(_("Hvad et dokument ikke selv siger, kan angives med --region, --date og --kind."))
    for entry in summary.entries:
        if entry.record and entry.record.warnings:
            print_warnings(console, entry)


def print_warnings(console: Console, entry: FileReport) -> None:
    """Print the parser's warnings about one document."""
    assert entry.record
    look_after = _("Se efter")
    console.print(f"[yellow]{look_after}[/yellow] {escape(readable(str(entry.path)))}:")
    for warning in entry.record.warnings:
        console.print(f"  – {escape(warning)}")
