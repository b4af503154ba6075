"""Search judged: what a Danish reader expects of it in the archive's own samples, measured as recall and the rest.

judged.jsonl has a query a line: the items that answer it (`relevant`), others a reader would not mind (`acceptable`,
"*" for any below the first), and its kind. It guards what search has reached and is no measure of it: the queries were
settled with its answers at hand. ../shared/score/score_search.py measures.
"""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from django.core.management import call_command

from meetings.finding.results import find
from meetings.models import SearchEntry
from meetings.search import read_query

JUDGED = [json.loads(line) for line in Path(__file__).with_name("judged.jsonl").read_text().splitlines()]
LEAST = {"recall": 0.97, "precision": 0.93, "first": 0.95, "honest": 1.0}


@pytest.fixture
def answers(db: None) -> list[list[str]]:
    """What each query found, first to last, in an archive of the samples."""
    call_command("samples", "load", verbosity=0)
    return [_answer(judged["q"]) for judged in JUDGED]


def _answer(typed: str) -> list[str]:
    found = find(read_query(typed), SearchEntry.objects.all())
    return [f"{item.meeting.region_id}/{item.meeting.address}:{item.number}" for item in found.items(0, 20)]


def test_what_answers_is_found_and_little_else_and_where_nothing_does_nothing(answers: list[list[str]]) -> None:
    pairs = [(judged, found) for judged, found in zip(JUDGED, answers, strict=True) if judged["relevant"]]
    figures = {
        "recall": mean(len(set(judged["relevant"]) & set(found)) / len(judged["relevant"]) for judged, found in pairs),
        "precision": mean(_precision(judged, found) for judged, found in pairs),
        "first": mean(_first(judged, found) for judged, found in pairs),
        "honest": mean(not found for judged, found in zip(JUDGED, answers, strict=True) if not judged["relevant"]),
    }
    assert {name: figure for name, figure in figures.items() if figure < LEAST[name]} == {}


def _precision(judged: dict[str, Any], found: list[str]) -> float:
    fine = {*judged["relevant"], *judged["acceptable"]}
    return mean("*" in fine or one in fine for one in found) if found else 0.0


def _first(judged: dict[str, Any], found: list[str]) -> float:
    return next((1 / nth for nth, one in enumerate(found, 1) if one in judged["relevant"]), 0.0)
