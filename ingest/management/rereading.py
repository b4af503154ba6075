"""Reading the archive's documents again: each is settled as it is done, so that a run can be broken off and resumed."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from ingest import load
from ingest.errors import IngestError
from ingest.load import document_states
from ingest.management.bulk_import import FileReport, FileStatus, Summary
from ingest.management.progress import show_summary, shown_progress, shown_settling
from ingest.workers import Bounds, Job, ReadResult, read_jobs
from kkrarchive.terminal_language import gettext as _


def reread(keys: Sequence[int], *, workers: int, from_file: bool = False) -> Summary:
    """Read documents again, with progress, link the same matters anew, and print the summary.

    Stored pages are read in place of the files, where they are current, unless `from_file`.
    """
    summary, before = Summary(), load.find_set_aside()
    bounds = Bounds(settings.READ_SECONDS, settings.READ_MEMORY_MB, settings.READ_TOTAL_SECONDS)
    jobs = document_states.jobs_of(keys, from_file=from_file)
    with load.many_documents(), shown_progress(len(keys)) as advance:
        for job, result in read_jobs(jobs, workers=workers, bounds=bounds):
            summary.entries.append(_settle(job, result))
            advance(summary.entries[-1])
        for entry in summary.settle(before):
            advance(entry)
    with shown_settling() as each:
        load.settle_matters(each)
    show_summary(summary, dry_run=False)
    return summary


def _settle(job: Job, result: ReadResult | IngestError) -> FileReport:
    """Write the result of reading a document, or why it could not be read."""
    document = document_states.document_of(job)
    if isinstance(result, IngestError):
        if document:
            document_states.fail(document, result)
        return FileReport(job.path, FileStatus.FAILED, reason=result.told(_))
    held = load.find_hold(document, result.source)
    if document:
        document = document_states.finish(document, result)
    if held:
        return FileReport(job.path, FileStatus.HELD, reason=held.told(_))
    entry = FileReport(job.path, FileStatus.UPDATED, result.record, key=job.key)
    return entry.set_aside(load.why_set_aside(document))
