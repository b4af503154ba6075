"""A test that needs the seeds is skipped by name if there are none; under CI=true it fails if they are incomplete."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import seeds
from tests.scoring.gold import GOLD


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Complete seeds under CI=true: a copy of the project's own gold."""
    shutil.copytree(GOLD, tmp_path / "score" / "gold")
    shutil.copytree(GOLD, tmp_path / "seeds")
    monkeypatch.setenv("CI", "true")
    return tmp_path


def test_whole_seeds_are_no_reason_to_skip(shared: Path) -> None:
    seeds.require(shared)
    assert [document.name for document in seeds.seeds(shared)] == sorted(path.stem for path in GOLD.glob("*.json"))


def test_without_seeds_it_is_skipped_by_name_under_ci_too(shared: Path) -> None:
    shutil.rmtree(shared)
    with pytest.raises(pytest.skip.Exception, match=r"\.\./shared is missing: the seeds are not part of the project"):
        seeds.require(shared)


def test_seeds_without_gold_fail_under_ci(shared: Path) -> None:
    shutil.rmtree(shared / "score")
    with pytest.raises(pytest.fail.Exception, match="score/gold has no gold"):
        seeds.require(shared)


def test_gold_without_its_document_fails_under_ci(shared: Path) -> None:
    (shared / "seeds" / "101_hovedstaden_2012.txt").unlink()
    with pytest.raises(pytest.fail.Exception, match="lacks 101_hovedstaden_2012"):
        seeds.require(shared)


@pytest.mark.parametrize("text", ["{", json.dumps({"kind": "minutes"})])
def test_gold_that_cannot_be_read_fails_under_ci(shared: Path, text: str) -> None:
    (shared / "score" / "gold" / "101.json").write_text(text)
    with pytest.raises(pytest.fail.Exception, match="gold that cannot be read"):
        seeds.require(shared)


def test_seeds_that_are_not_whole_are_skipped_elsewhere(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI")
    shutil.rmtree(shared / "seeds")
    with pytest.raises(pytest.skip.Exception, match="lacks"):
        seeds.require(shared)
