"""`manage.py parse`, run from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "tests" / "documents" / "midtjylland_2016_tillaegsdagsorden.txt"


def parse(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command with a database address at which nothing answers."""
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    command = [sys.executable, "manage.py", "parse", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_it_prints_the_record_without_a_database() -> None:
    data = json.loads(parse(DOCUMENT).stdout)
    assert (data["kind"], data["supplementary"], data["start_time"]) == ("agenda", True, "09:15")
    assert data["items"][0]["caseworkers"] == ["tvr", "anb"]
    assert 0.8 < data["coverage"] <= 1


def test_it_prints_the_text_line_for_line() -> None:
    assert parse(DOCUMENT, "--text").stdout == DOCUMENT.read_text(encoding="utf-8")


def test_blank_lines_at_the_end_are_lines_too(tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(f"{DOCUMENT.read_text(encoding='utf-8')}\n\n", encoding="utf-8")
    assert parse(path, "--text").stdout == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("data", "words"), [(b"", "tom"), (b"Hej", "ligner ikke"), (bytes(range(256)) * 9, "hverken")])
def test_a_file_that_cannot_be_read_gives_one_line_and_status_1(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "fil.txt"
    path.write_bytes(data)
    done = parse(path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(f"{path}: ")
    assert words in done.stderr


def test_an_enclosure_is_refused_with_the_meeting_that_it_belongs_to(tmp_path: Path) -> None:
    path = tmp_path / "bilag.txt"
    path.write_text("Bilag 1: Diger\n\nMøde i KKR Sjælland den 14. marts 2024\n\n1. Diger\nDigerne er lave.\n")
    done = parse(path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "et bilag til mødet i KKR Sjælland den 14-03-2024, ikke en dagsorden" in done.stderr


def test_a_cpr_number_is_warned_of_with_its_page_and_masked(tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(f"{DOCUMENT.read_text(encoding='utf-8')}\nBorgeren 010180-1234 har klaget.\n", encoding="utf-8")
    warnings = json.loads(parse(path).stdout)["warnings"]
    assert any("der står et CPR-nummer (010180-••••)" in warning for warning in warnings)
