"""How fast clean pages are parsed, extraction and letter repair left out; -m benchmark -s prints the table."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from ingest.read import read_file, read_meeting
from ingest.records import Source

DOCUMENTS = sorted((Path(__file__).parents[2] / "samples" / "documents").iterdir())
PAGES_A_SECOND = 200
ROUNDS = 5


@pytest.mark.benchmark
def test_clean_pages_are_parsed_fast_enough() -> None:
    sources = {path.stem: read_file(path)[0] for path in DOCUMENTS}
    speeds = {name: pages_a_second(source) for name, source in sources.items()}
    print("\n".join(f"{speed:8.0f} pages/s  {name}" for name, speed in speeds.items()))
    assert sum(speeds.values()) / len(speeds) >= PAGES_A_SECOND


def pages_a_second(source: Source) -> float:
    """Parse a source several times on one core and give its pages a second of the processor's time."""
    start = process_time()
    for _ in range(ROUNDS):
        read_meeting(source)
    return ROUNDS * len(source.pages) / (process_time() - start)
