"""`python -m tests.scoring` prints the misses of a document and whether docs/quality.md is current."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.scoring import report
from tests.scoring.__main__ import write
from tests.scoring.gold import GOLD, ROOT


def test_it_shows_the_misses_of_the_document_named_and_the_figures_of_all() -> None:
    command = [sys.executable, "-m", "tests.scoring", "--gold", str(GOLD), "--show", "102"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    first, *misses = done.stdout.split("\n\n")[0].split("| field")[0].splitlines()
    assert first.startswith("102: ")
    assert any(miss.startswith("  topics: ") for miss in misses)
    assert "| 101 | 1.000 |" in done.stdout


def test_a_page_that_is_not_current_is_said_to_be_until_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "PAGE", tmp_path / "quality.md")
    assert write("new", only_check=True) == 1
    assert "is not current: run `python -m tests.scoring`" in capsys.readouterr().out
    assert (write("new", only_check=False), write("new", only_check=True)) == (0, 0)
