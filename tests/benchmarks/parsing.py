"""Benchmark of parsing on one core, without extraction and letter repair.

    python -m tests.benchmarks.parsing [FILE ...]

Prints a row per document (the samples, unless files are named): pages, milliseconds, and pages per second of processor
time.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from ingest.pipeline import read_meeting
from ingest.records import Source
from tests.reading import read_file

SAMPLES = Path(__file__).parents[2] / "samples" / "documents"
ROUNDS = 5


def seconds_to_parse(source: Source) -> float:
    """Return the seconds of processor time for one parse, the mean of ROUNDS after a warm-up."""
    read_meeting(source)
    start = process_time()
    for _ in range(ROUNDS):
        read_meeting(source)
    return (process_time() - start) / ROUNDS


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(SAMPLES.iterdir())
    pages = seconds = 0.0
    print(f"{'document':50} {'pages':>6} {'ms':>8} {'pages/s':>8}")
    for path in paths:
        source = read_file(path)[0]
        took = seconds_to_parse(source)
        pages, seconds = pages + len(source.pages), seconds + took
        print(f"{path.stem[:50]:50} {len(source.pages):6} {took * 1000:8.1f} {len(source.pages) / took:8.0f}")
    print(f"{'all':50} {pages:6.0f} {seconds * 1000:8.1f} {pages / seconds:8.0f}")


if __name__ == "__main__":
    main()
