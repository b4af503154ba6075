"""Files are read in processes of their own, and one that exceeds its limits does not affect the others."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import pipeline, workers
from ingest.errors import IngestError, ReadingCrashed, ReadingTookTooLong, ReadingTookTooMuchMemory
from ingest.extract.pdf import pdfium
from ingest.workers import Bounds, Job, ReadResult, read_jobs
from tests.ingest import hostile
from tests.ingest.papers import MINUTES_TEXT, make_pdf

ROOT = Path(__file__).parents[2]
BOUNDS = Bounds(seconds=60, megabytes=300)
ODD = [
    hostile.wide_font,
    hostile.one_long_line,
    hostile.nested_arrays,
    hostile.form_in_itself,
    hostile.pages_in_themselves,
]


def read(*files: bytes, bounds: Bounds = BOUNDS) -> list[ReadResult | IngestError]:
    """Read files one after another; return the result or error of each."""
    jobs = [Job(data, Path(f"{number}")) for number, data in enumerate(files)]
    return [result for _job, result in read_jobs(jobs, workers=1, bounds=bounds)]


def test_a_file_that_unpacks_to_gigabytes_is_refused_before_it_is_read() -> None:
    [greedy, honest] = read(hostile.deflated_gigabyte(), MINUTES_TEXT)
    assert str(greedy).startswith("PDF-filen fylder mere end 500 MB, når den pakkes ud.")
    assert isinstance(honest, ReadResult)


def test_a_file_that_wants_more_memory_than_it_may_have_says_so() -> None:
    [greedy, honest] = read(hostile.many_lines(), MINUTES_TEXT)
    assert isinstance(greedy, ReadingTookTooMuchMemory)
    assert "mere end 300 MB hukommelse" in str(greedy)
    assert isinstance(honest, ReadResult)


def test_it_says_so_too_where_the_memory_is_not_free_again(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bytes] = []

    def hold_all(*_: object, **__: object) -> None:
        for size in (10_000_000, 100_000, 1_000, 10):
            with contextlib.suppress(MemoryError):
                while True:
                    held.append(bytes(size))
        raise MemoryError

    monkeypatch.setattr(workers, "PROCESSES", multiprocessing.get_context("fork"))
    monkeypatch.setattr(pipeline, "read_source", hold_all)
    [greedy] = read(MINUTES_TEXT, bounds=Bounds(seconds=60, megabytes=1_500))
    assert isinstance(greedy, ReadingTookTooMuchMemory)


@pytest.mark.parametrize("make", ODD)
def test_a_file_that_turns_in_circles_is_answered(make: Callable[[], bytes]) -> None:
    [odd, honest] = read(make(), MINUTES_TEXT)
    assert isinstance(odd, IngestError)
    assert isinstance(honest, ReadResult)


def test_a_file_without_end_is_stopped() -> None:
    [endless, honest] = read(hostile.forms_times_ten(), MINUTES_TEXT, bounds=Bounds(seconds=2, megabytes=300))
    assert isinstance(endless, ReadingTookTooLong)
    assert isinstance(honest, ReadResult)


def break_down(*_: object, **__: object) -> None:
    """End this process as PDFium does where it runs out of memory."""
    os.kill(os.getpid(), signal.SIGILL)


def test_a_file_over_which_pdfium_breaks_down_is_read_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PROCESSES", multiprocessing.get_context("fork"))
    monkeypatch.setattr(pdfium, "read_pages", break_down)
    [reading] = read(make_pdf(pages=2))
    assert isinstance(reading, ReadResult)
    assert any("bryder ned over den" in warning for warning in reading.record.warnings)


def test_a_file_over_which_every_reader_breaks_down_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PROCESSES", multiprocessing.get_context("fork"))
    monkeypatch.setattr(pipeline, "read_source", break_down)
    [broken] = read(MINUTES_TEXT)
    assert isinstance(broken, ReadingCrashed)


def test_a_document_has_a_limit_for_all_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    def pages_without_end(_data: bytes, _name: str, _learned: object, on_page: Callable[[], None], **_: bool) -> None:
        while True:
            time.sleep(0.1)
            on_page()

    monkeypatch.setattr(workers, "PROCESSES", multiprocessing.get_context("fork"))
    monkeypatch.setattr(pipeline, "read_source", pages_without_end)
    [endless] = read(b"scan", bounds=Bounds(seconds=60, megabytes=2_000, total=1))
    assert str(endless) == str(ReadingTookTooLong(seconds=1))


def test_a_file_with_more_pages_than_any_meeting_needs_is_refused_in_words() -> None:
    [crowded] = read(hostile.many_pages(3_001))
    assert str(crowded).startswith("Filen har 3001 sider, og arkivet læser højst 3000.")


def test_a_line_longer_than_any_page_is_refused_in_words() -> None:
    [long] = read(b"REFERAT KKR Nordjylland\n" + b"ord " * 6_000)
    assert str(long).startswith("En linje på side 1 er på 24000 tegn")


def test_more_text_than_any_minutes_have_is_refused_in_words() -> None:
    [large] = read(b"REFERAT KKR Nordjylland\n" * 500_000)
    assert str(large).startswith("Teksten fylder 12 MB")


def test_honest_minutes_need_no_more_than_they_may_have() -> None:
    [reading] = read(make_pdf(pages=40))
    assert isinstance(reading, ReadResult)
    assert len(reading.record.items) == 39


def test_the_command_that_reads_one_document_is_bounded_too(tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_bytes(hostile.many_lines())
    done = subprocess.run(
        [sys.executable, "manage.py", "parse", str(path)],
        cwd=ROOT, env={**os.environ, "KKRARCHIVE_READ_MEMORY_MB": "300"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(f"{path}: Læsningen blev stoppet")
