"""`manage.py parse PATH`: print the parsed record of one document as JSON, without a database."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from ingest.errors import IngestError, IsEnclosure, Portfolio
from ingest.extract.files import read_bytes, readable
from ingest.fields.followed import judge
from ingest.fields.meeting_day import write_day
from ingest.privacy import find_cpr_warnings
from ingest.records import MeetingRecord, Source
from ingest.workers import Bounds, Job, ReadResult, read_alone, read_jobs
from kkrarchive.terminal_command import TerminalCommand
from kkrarchive.terminal_language import gettext as _
from meetings.shared.vocabulary import DocumentKind, gettext_noop


class Command(TerminalCommand):
    """The parse command: read one document and print the record, or with --text its text."""

    help = gettext_noop(
        "Læser ét dokument (PDF eller tekst) og udskriver, hvad der står i det, som JSON. Rører ikke databasen."
    )
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the path and the --text option."""
        parser.add_argument("path", help=_("PDF- eller tekstfil"))
        parser.add_argument(
            "--text",
            action="store_true",
            help=_("udskriv teksten med rettede bogstaver, linje for linje, i stedet for JSON"),
        )

    def handle(self, *args: Any, path: str, text: bool, **options: Any) -> None:
        """Print to stdout; for a document that cannot be read, one line on stderr and exit status 1."""
        try:
            reading = read(Job(read_bytes(Path(path)), Path(path)))
            refuse_enclosure(reading.record)
        except IngestError as error:
            sys.stderr.write(f"{readable(path)}: {error.told(_)}\n")
            raise SystemExit(1) from error
        if text:
            # Django adds no newline to a text that ends in one, so a blank last line needs its own.
            self.stdout.write(as_text(reading.source) + "\n")
        else:
            encoding = self.stdout.encoding or "utf-8"
            # Characters that the terminal's encoding lacks are escaped in JSON, never replaced.
            plain = not encoding.lower().startswith("utf")
            contract = as_contract(reading.record)
            contract["warnings"] += find_cpr_warnings(reading.source.pages)
            self.stdout.write(json.dumps(contract, ensure_ascii=plain, indent=1))


def read(job: Job) -> ReadResult:
    """Read a file; of a portfolio, the one document in it that is a meeting's. Raises IngestError."""
    bounds = Bounds(settings.READ_SECONDS, settings.READ_MEMORY_MB, settings.READ_TOTAL_SECONDS)
    try:
        return read_alone(job, bounds)
    except Portfolio as portfolio:
        jobs = [replace(job, data=data, path=Path(name)) for name, data in portfolio.documents]
        results = [result for _job, result in read_jobs(jobs, workers=1, bounds=bounds)]
        readings = [result for result in results if isinstance(result, ReadResult)]
        if len(readings) == 1:
            return readings[0]
        if len(results) == 1 and isinstance(results[0], IngestError):
            raise results[0] from portfolio
        raise


def refuse_enclosure(record: MeetingRecord) -> None:
    """Raise IsEnclosure if a record is of an enclosure: it has nothing to print."""
    if record.kind == DocumentKind.ENCLOSURE:
        raise IsEnclosure(region=record.region.label, date=write_day(record.date))


def as_text(source: Source) -> str:
    """Return the text with misread letters repaired, one line for each line of the source."""
    return "\n".join(line.replace("\f", " ") for page in source.pages for line in page.lines)


def as_contract(record: MeetingRecord) -> dict[str, Any]:
    """Return the record with the names and nesting promised to other programs."""
    data = record.to_json()
    for item, one in zip(data["items"], record.items, strict=True):
        decision = one.decision
        item["decision"] = decision.text if decision else None
        item["outcome"] = str(decision.outcome) if decision else None
        item["outcomes"] = [str(outcome) for outcome in decision.outcomes] if decision else []
        judgement = judge(one.recommendation, decision.text if decision else None)
        item["followed"] = str(judgement.followed) if judgement else None
        item["basis"] = list(
            dict.fromkeys([*(decision.basis if decision else ()), *(judgement.basis if judgement else ())])
        )
    del data["enclosed_with"]
    facts = [{"item": item["number"], **fact} for item in data["items"] for fact in item.pop("facts")]
    return {**data, "facts": facts, "kind": str(record.kind.broader), "supplementary": record.kind.is_addition}
