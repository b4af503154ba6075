"""Import of many files: which there are, the status of each, and a summary."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.conf import settings

from ingest import load
from ingest.errors import IngestError, NeedsOcr, Portfolio, UnexpectedFailure
from ingest.extract.file_kinds import fitting_name
from ingest.extract.files import read_bytes
from ingest.privacy import find_cpr_warnings
from ingest.records import NOTHING_STATED, MeetingRecord, Stated
from ingest.workers import Bounds, Job, ReadResult, read_jobs
from kkrarchive.known_errors import is_database_away
from kkrarchive.terminal_language import gettext
from meetings.shared.vocabulary import DocumentKind, DocumentState, Labelled, gettext_noop

logger = logging.getLogger(__name__)


class FileStatus(Labelled):
    """The outcome of importing a file."""

    NEW = "new", gettext_noop("nyt")
    UPDATED = "updated", gettext_noop("opdateret")
    UNCHANGED = "unchanged", gettext_noop("uændret")
    HELD = "held", gettext_noop("tilbageholdt")
    NEEDS_OCR = "needs_ocr", gettext_noop("kræver OCR")
    FAILED = "failed", gettext_noop("ikke læst")


@dataclass(frozen=True, slots=True)
class FileReport:
    """The outcome for one file: `record` is what was read, `reason` why it was not, for the terminal, `key` the key of
    its document, if that has a record."""

    path: Path
    fate: FileStatus
    record: MeetingRecord | None = None
    reason: str = ""
    key: int | None = None

    def set_aside(self, error: IngestError | None) -> FileReport:
        """Return the report of a document that is set aside for a reason; unchanged without one."""
        return replace(self, fate=FileStatus.HELD, reason=error.told(gettext)) if error else self


@dataclass
class Summary:
    """The outcome for all files."""

    entries: list[FileReport] = field(default_factory=list)

    def of(self, fate: FileStatus) -> list[FileReport]:
        """Return the entries with one status."""
        return [entry for entry in self.entries if entry.fate == fate]

    @property
    def failed(self) -> list[FileReport]:
        return self.of(FileStatus.FAILED)

    def settle(self, before: Collection[int]) -> Iterator[FileReport]:
        """Correct which documents are set aside, since every document of a meeting decides; yield what changed.

        Documents of the archive that this run did not read, and that were not set aside `before`, are added.
        """
        documents = load.find_set_aside()
        aside = {key: load.why_set_aside(document) for key, document in documents.items()}
        for at, entry in enumerate(self.entries):
            if entry.key and (entry.key in aside) != (entry.fate == FileStatus.HELD):
                in_force = replace(entry, fate=FileStatus.UPDATED, reason="")
                self.entries[at] = in_force.set_aside(aside.get(entry.key))
                yield self.entries[at]
        others = aside.keys() - set(before) - {entry.key for entry in self.entries}
        for key in sorted(others):
            entry = FileReport(Path(documents[key].name), FileStatus.HELD, key=key)
            self.entries.append(entry.set_aside(aside[key]))
            yield self.entries[-1]


@dataclass
class BulkImport:
    """One run of ingest over many files. `is_sample` marks the documents it loads as samples."""

    stated: Stated = NOTHING_STATED
    force: bool = False
    dry_run: bool = False
    workers: int = 1
    is_sample: bool = False
    summary: Summary = field(default_factory=Summary)

    def find_files(self, paths: Sequence[Path]) -> list[Path]:
        """Return the files named and those in folders named, except hidden ones, sorted by path, each once."""
        found: dict[Path, None] = {}
        for path in paths:
            # os.path says of any name whether it is a folder; Path raises for one that is too long.
            inside = sorted(path.rglob("*")) if os.path.isdir(path) else [path]  # noqa: PTH112
            for one in inside:
                if one == path or (one.is_file() and not _is_hidden(one.relative_to(path))):
                    found[one] = None
        return list(found)

    def run(self, files: Sequence[Path]) -> Iterator[FileReport]:
        """Read and load files; yield each file's report when it is done. Never raises for a fault of a file.

        At the end follow those whose documents were set aside or let in by others read after them.
        """
        before = load.find_set_aside()
        yield from self._read(self._files(files))
        yield from self.summary.settle(before)

    def _read(self, files: Iterable[Job | FileReport]) -> Iterator[FileReport]:
        """Read and load files; then those in the portfolios among them, each for itself, and then the enclosures.

        An enclosure belongs to the meeting of another file, which may be among these.
        """
        settled: list[FileReport] = []
        inside: list[Job] = []
        enclosures: list[tuple[Job, ReadResult]] = []
        bounds = Bounds(settings.READ_SECONDS, settings.READ_MEMORY_MB, settings.READ_TOTAL_SECONDS)
        for job, result in read_jobs(self._jobs(files, settled), workers=self.workers, bounds=bounds):
            if isinstance(result, Portfolio):
                inside += [replace(job, data=data, path=job.path / name) for name, data in result.documents]
            elif isinstance(result, ReadResult) and result.record.kind == DocumentKind.ENCLOSURE:
                enclosures.append((job, result))
            else:
                settled.append(self._load(job, result))
            yield from self._note(settled)
        yield from self._note(settled)
        if inside:
            yield from self._read(inside)
        for job, result in enclosures:
            settled.append(self._load(job, result))
            yield from self._note(settled)

    def _files(self, files: Sequence[Path]) -> Iterator[Job | FileReport]:
        """Yield the jobs of reading files, and reports of those that cannot be opened."""
        learned = load.load_learned()
        for path in files:
            try:
                yield Job(read_bytes(path), path, self.stated, learned)
            except IngestError as error:
                yield FileReport(path, FileStatus.FAILED, reason=error.told(gettext))

    def _jobs(self, files: Iterable[Job | FileReport], settled: list[FileReport]) -> Iterator[Job]:
        """Yield the files to be read; append reports of those that need not or cannot be to `settled`."""
        for job in files:
            if isinstance(job, FileReport):
                settled.append(job)
            elif self._is_unchanged(job):
                settled.append(FileReport(job.path, FileStatus.UNCHANGED))
            else:
                known = load.find_document(job.data)
                pages = load.find_stored(known) if known else ()
                yield replace(job, stated=load.stated_over(known, self.stated), pages=pages)

    def _load(self, job: Job, result: ReadResult | IngestError) -> FileReport:
        """Load the result of reading a file. One that the database refuses does not stop those after it."""
        try:
            return self._write(job, result)
        except Exception as error:
            if is_database_away(error):
                raise  # which is not the file's fault
            logger.exception("loading %s failed", job.path)
            return FileReport(
                job.path, FileStatus.FAILED, reason=UnexpectedFailure(reason=type(error).__name__).told(gettext)
            )

    def _write(self, job: Job, result: ReadResult | IngestError) -> FileReport:
        """Write the result of reading a file, unless this is a dry run, and report its status."""
        name = fitting_name(job.path.name, job.data)
        if isinstance(result, NeedsOcr):
            if not self.dry_run:
                load.load_scan(job.data, name, job.stated, str(result))
            return FileReport(job.path, FileStatus.NEEDS_OCR, reason=result.told(gettext))
        if isinstance(result, IngestError):
            return FileReport(job.path, FileStatus.FAILED, reason=result.told(gettext))
        if self._is_unchanged(job):
            return FileReport(job.path, FileStatus.UNCHANGED)  # a copy of a file loaded in this run
        return self._store(job, name, result)

    def _store(self, job: Job, name: str, result: ReadResult) -> FileReport:
        """Load what was read, unless this is a dry run, and report its status."""
        fate = FileStatus.UPDATED if load.find_read(job.data) else FileStatus.NEW
        held = load.find_hold(load.find_document(job.data), result.source)
        document = None
        if not self.dry_run:
            document = load.load_document(
                job.data, name, result.source, result.record, job.stated, is_sample=self.is_sample
            )  # fmt: skip
            if document.state == DocumentState.FAILED:  # an enclosure that waits for its meeting
                return FileReport(job.path, FileStatus.FAILED, reason=document.failure)
        if held:
            return FileReport(job.path, FileStatus.HELD, reason=held.told(gettext))
        warnings = (*result.record.warnings, *find_cpr_warnings(result.source.pages))
        record = replace(result.record, warnings=warnings)
        entry = FileReport(job.path, fate, record, key=document.pk if document else None)
        return entry.set_aside(load.why_set_aside(document))

    def _is_unchanged(self, job: Job) -> bool:
        known = None if self.force else load.find_read(job.data)
        return known is not None and load.stated_over(known, job.stated) == load.stated_of(known)

    def _note(self, settled: list[FileReport]) -> Iterator[FileReport]:
        self.summary.entries += settled
        yield from settled
        settled.clear()


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
