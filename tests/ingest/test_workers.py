"""Files are read in processes of their own, and one that exceeds its limits does not affect the others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import IngestError, ReadingTookTooLong, ReadingTookTooMuchMemory
from ingest.workers import Bounds, Job, ReadResult, read_jobs
from tests.ingest import hostile
from tests.ingest.papers import MINUTES_TEXT, make_pdf

ROOT = Path(__file__).parents[2]
BOUNDS = Bounds(seconds=60, megabytes=300)
GREEDY = [hostile.wide_font, hostile.deflated_gigabyte, hostile.one_long_line]
ODD = [hostile.nested_arrays, hostile.form_in_itself, hostile.pages_in_themselves]


def read(*files: bytes, bounds: Bounds = BOUNDS) -> list[ReadResult | IngestError]:
    """Read files one after another; return the result or error of each."""
    jobs = [Job(data, Path(f"{number}")) for number, data in enumerate(files)]
    return [result for _job, result in read_jobs(jobs, workers=1, bounds=bounds)]


@pytest.mark.parametrize("make", GREEDY)
def test_a_file_that_wants_more_memory_than_it_may_have_says_so(make: Callable[[], bytes]) -> None:
    [greedy, honest] = read(make(), MINUTES_TEXT)
    assert isinstance(greedy, ReadingTookTooMuchMemory)
    assert "mere end 300 MB hukommelse" in str(greedy)
    assert isinstance(honest, ReadResult)


@pytest.mark.parametrize("make", ODD)
def test_a_file_that_turns_in_circles_is_answered(make: Callable[[], bytes]) -> None:
    [odd, honest] = read(make(), MINUTES_TEXT)
    assert isinstance(odd, IngestError)
    assert isinstance(honest, ReadResult)


def test_a_file_without_end_is_stopped() -> None:
    [endless, honest] = read(hostile.forms_times_ten(), MINUTES_TEXT, bounds=Bounds(seconds=2, megabytes=300))
    assert isinstance(endless, ReadingTookTooLong)
    assert isinstance(honest, ReadResult)


def test_honest_minutes_need_no_more_than_they_may_have() -> None:
    [reading] = read(make_pdf(pages=40))
    assert isinstance(reading, ReadResult)
    assert len(reading.record.items) == 39


def test_the_command_that_reads_one_document_is_bounded_too(tmp_path: Path) -> None:
    path = tmp_path / "referat.pdf"
    path.write_bytes(hostile.wide_font())
    done = subprocess.run(
        [sys.executable, "manage.py", "parse", str(path)],
        cwd=ROOT, env={**os.environ, "KKRARCHIVE_READ_MEMORY_MB": "300"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(f"{path}: Læsningen blev stoppet")
