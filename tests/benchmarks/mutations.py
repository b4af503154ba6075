"""Mutated PDFs and texts, read: what is told of each, and whether anything fails, crashes or hangs.

    python -m tests.benchmarks.mutations [--count 20000] [--seed 1] [--seconds 60] [--minutes M]
    python -m tests.benchmarks.mutations --seed 1 --one 1234 [--write FILE]

Reads the files in two processes of limited memory, without OCR. Prints how many were read and what was told of the
others; failures that are no IngestError, with their number and the end of their traceback; processes that died, and
files that took longer than the bound, and what the queue says of those; the seconds. Then, of the PDFs from which
PDFium or pdfminer alone gets 200 letters or more, how many are read, or refused for what they say. `--one` reads one.
"""

from __future__ import annotations

import argparse
import io
import math
import multiprocessing
import os
import re
import resource
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import takewhile
from multiprocessing.connection import Connection, wait
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pypdfium2
from django.conf import settings
from pdfminer.high_level import extract_text

from ingest.errors import IngestError, NoDate, NoRegion, NotAMeetingDocument, Portfolio
from ingest.extract.pdf import is_pdf
from ingest.pipeline import read_meeting, read_source
from ingest.scans import scanned_pages
from ingest.workers import Bounds, Job, read_alone
from tests.benchmarks.mutating import make

PROCESSES = multiprocessing.get_context("forkserver")
WORKERS = 2
READ, DIED, HUNG, MEMORY = "read", "died", "hung", "memory"
# The document was read, and it is no paper of a KKR, or lacks what a record needs.
OF_CONTENT = {one.__name__ for one in (NotAMeetingDocument, NoRegion, NoDate, Portfolio)}
LETTERS = 200
_CID = re.compile(r"\(cid:\d+\)")  # a glyph without a letter, as pdfminer writes it
FILES = 400  # that one process reads


class Answer(NamedTuple):
    """What became of a file: READ, the name of an error, or MEMORY; where it failed, if it did; seconds."""

    told: str
    failure: str
    seconds: float


@dataclass
class Totals:
    """The sum of all answers."""

    told: Counter[str] = field(default_factory=Counter)
    failures: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    lost: list[tuple[int, str]] = field(default_factory=list)
    seconds: list[tuple[float, int]] = field(default_factory=list)
    legible: Counter[str] = field(default_factory=Counter)
    unread: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, answer: Answer) -> None:
        self.told[answer.told] += 1
        self.seconds.append((answer.seconds, number))
        if answer.failure:
            self.failures[answer.failure].append(number)
        if answer.told in {DIED, HUNG}:
            self.lost.append((number, answer.told))

    def add_legible(self, number: int, told: str) -> None:
        self.legible[told] += 1
        if told not in {READ, *OF_CONTENT}:
            self.unread[told].append(number)


class Reader:
    """A process that reads one mutant after another."""

    def __init__(self, seed: int) -> None:
        self.pipe, theirs = PROCESSES.Pipe()
        self.process = PROCESSES.Process(target=_read_all, args=(theirs, seed), daemon=True)
        self.process.start()
        theirs.close()
        self.left, self.number, self.answer, self.since = FILES, -1, None, 0.0

    number: int
    answer: Answer | None

    def give(self, number: int) -> None:
        self.pipe.send(number)
        self.left, self.number, self.answer, self.since = self.left - 1, number, None, time.perf_counter()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _read_all(pipe: Connection, seed: int) -> None:
    """Answer each number with an Answer, then with whether an engine alone reads the file."""
    limit = settings.READ_MEMORY_MB * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    scanned_pages.has_danish = lambda: False  # type: ignore[attr-defined]
    while True:
        try:
            number = pipe.recv()
        except EOFError:
            return
        mutant = make(seed, number)
        pipe.send(_read(mutant.data, mutant.name))
        pipe.send(is_pdf(mutant.data) and _is_legible(mutant.data))


def _read(data: bytes, name: str) -> Answer:
    began, told, failure = time.perf_counter(), READ, ""
    try:
        read_meeting(read_source(data, name))
    except IngestError as error:
        told = type(error).__name__
    except MemoryError:
        told = MEMORY
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        told = failure = f"{type(error).__name__}: {error}"[:80]
        frames = [one for one in traceback.extract_tb(error.__traceback__) if "site-packages" not in one.filename]
        failure += "".join(f"\n      {one.filename}:{one.lineno} {one.line}" for one in frames[-3:])
    return Answer(told.partition(":")[0], failure, time.perf_counter() - began)


def _is_legible(data: bytes) -> bool:
    """Return whether PDFium or pdfminer gets enough letters from a PDF."""
    return any(_has_letters(read, data) for read in (_by_pdfium, _by_pdfminer))


def _has_letters(read: Callable[[bytes], str], data: bytes) -> bool:
    with suppress(Exception):
        return sum(map(str.isalpha, _CID.sub("", read(data)))) >= LETTERS
    return False


def _by_pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def _by_pdfminer(data: bytes) -> str:
    return extract_text(io.BytesIO(data))


def _until(end: float, count: int) -> Iterator[int]:
    """Yield the numbers from 0 to `count`, until that time."""
    return takewhile(lambda _number: time.perf_counter() < end, range(count))


def read_mutants(seed: int, numbers: Iterator[int], bound: float) -> Totals:
    """Read the mutants of these numbers; a process that dies or hangs is replaced."""
    totals = Totals()
    readers = [reader for reader in (_next(Reader(seed), numbers) for _ in range(WORKERS)) if reader]
    while readers:
        ready = set(wait([one.pipe for one in readers], timeout=1))
        done = [one for one in readers if _is_done(one, totals, bound, ready=one.pipe in ready)]
        going_on = (_next(_fresh(one, seed), numbers) for one in done)
        readers = [*(one for one in readers if one not in done), *filter(None, going_on)]
        _show_progress(totals)
    return totals


def _next(reader: Reader, numbers: Iterator[int]) -> Reader | None:
    number = next(numbers, None)
    if number is None:
        reader.end()
        return None
    reader.give(number)
    return reader


def _fresh(reader: Reader, seed: int) -> Reader:
    """Return the same process, or another if it has died or has read enough."""
    if reader.left > 0 and reader.process.is_alive():
        return reader
    reader.end()
    return Reader(seed)


def _is_done(reader: Reader, totals: Totals, bound: float, *, ready: bool) -> bool:
    """Return whether a reader is done with its file; what it has answered is added to the totals."""
    if not ready:
        return time.perf_counter() - reader.since > bound and _lose(reader, totals, HUNG)
    try:
        told = reader.pipe.recv()
    except (EOFError, ConnectionResetError):
        return _lose(reader, totals, DIED)
    if isinstance(told, Answer):
        totals.add(reader.number, told)
        reader.answer = told
        return False
    if told and reader.answer:
        totals.add_legible(reader.number, reader.answer.told)
    return True


def _lose(reader: Reader, totals: Totals, how: str) -> bool:
    """Note a file whose reader died or hangs, unless only an engine alone does; returns True."""
    if reader.answer is None:
        totals.add(reader.number, Answer(how, "", time.perf_counter() - reader.since))
    reader.left = 0
    return True


def _show_progress(totals: Totals) -> None:
    if len(totals.seconds) % 100 == 0:
        print(f"\r{len(totals.seconds)}", end="", file=sys.stderr, flush=True)


def show(totals: Totals, seed: int) -> None:
    """Print the tables."""
    print(f"{totals.told.total():,} mutants of seed {seed}")
    for told, count in totals.told.most_common():
        print(f"  {told:28} {count:7,}  {count / totals.told.total():6.1%}")
    print(f"failures that are no IngestError: {sum(map(len, totals.failures.values()))}")
    for failure, numbers in totals.failures.items():
        print(f"  {len(numbers)} times, as {numbers[:3]}: {failure}")
    for how, label in ((DIED, "processes that died"), (HUNG, "files over the bound")):
        print(f"{label}: {totals.told[how]}")
    for number, how in totals.lost:
        print(f"  {number} ({make(seed, number).name}) {how}; the queue tells: {_told_alone(seed, number)}")
    seconds = [taken for taken, _number in totals.seconds]
    print(f"seconds a file: median {median(seconds):.3f}, most {max(totals.seconds)}")
    _show_legible(totals)


def _show_legible(totals: Totals) -> None:
    count = totals.legible.total()
    of_content = sum(totals.legible[told] for told in OF_CONTENT)
    print(f"PDFs from which an engine alone gets {LETTERS} letters: {count:,}")
    print(f"  read {totals.legible[READ] / count:.2%}, refused for what they say {of_content / count:.2%}")
    for told, numbers in totals.unread.items():
        print(f"  {told}: {len(numbers)}, as {numbers[:8]}")


def _told_alone(seed: int, number: int) -> str:
    """Return what is told of a mutant that is read as the queue reads it."""
    mutant = make(seed, number)
    bounds = Bounds(settings.READ_SECONDS, settings.READ_MEMORY_MB, settings.READ_TOTAL_SECONDS)
    began = time.perf_counter()
    try:
        read_alone(Job(mutant.data, Path(mutant.name)), bounds)
        told = READ
    except IngestError as error:
        told = f"{type(error).__name__}: {error}"
    return f"{told} ({time.perf_counter() - began:.1f} s)"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kkrarchive.settings")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0, help="the bound of a file")
    parser.add_argument("--minutes", type=float, default=math.inf, help="after which no more are read")
    parser.add_argument("--one", type=int, metavar="NUMBER")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write that one to a file")
    asked = parser.parse_args()
    if asked.one is None:
        numbers = _until(time.perf_counter() + 60 * asked.minutes, asked.count)
        show(read_mutants(asked.seed, numbers, asked.seconds), asked.seed)
        return
    mutant = make(asked.seed, asked.one)
    print(mutant.name, *mutant.changes)
    if asked.write:
        asked.write.write_bytes(mutant.data)
    scanned_pages.has_danish = lambda: False  # type: ignore[attr-defined]
    print(read_meeting(read_source(mutant.data, mutant.name)))


if __name__ == "__main__":
    main()
