"""The text that other extractors make of a paper says what the paper says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import read_meeting, read_source
from tests.extractors.judge import judge
from tests.extractors.layouts import LAYOUTS

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "texts").glob("*.txt"))
KINDS = ("agenda-2010s", "minutes-today", "minutes-firstagenda")


def mistakes(path: Path) -> list[str]:
    """Return what is wrong in the record of a file, in words."""
    record = read_meeting(read_source(path.read_bytes(), path.name))
    verdicts = judge(record, LAYOUTS[path.name.partition(".")[0]])
    return [f"{what} {line}" for what, one in verdicts.items() for line in one.wrong]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_text_of_any_extractor_gives_the_same_record(path: Path) -> None:
    assert mistakes(path) == []


@pytest.mark.parametrize("name", KINDS)
def test_the_paper_itself_gives_its_record(name: str) -> None:
    assert mistakes(HERE / "documents" / f"{name}.pdf") == []
