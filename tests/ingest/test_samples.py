"""The sample documents, read, against the facts that were written by hand when they were made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.read import read_file
from ingest.records import ItemRecord, MeetingRecord
from meetings.vocabulary import DocumentKind

SAMPLES = Path(__file__).parents[2] / "samples"
FACTS: dict[str, Any] = json.loads((SAMPLES / "facts.json").read_text(encoding="utf-8"))
PARTS = ("kind", "region", "date", "start_time", "place", "participants")


def as_facts(record: MeetingRecord) -> dict[str, Any]:
    """Give a record in the shape of the facts."""
    data = record.to_json()
    supplementary = record.kind == DocumentKind.SUPPLEMENTARY_AGENDA
    kind = DocumentKind.AGENDA if supplementary else record.kind
    return {**data, "kind": str(kind), "items": [item_as_facts(item) for item in record.items]}


def item_as_facts(item: ItemRecord) -> dict[str, Any]:
    outcomes = [str(outcome) for outcome in item.decision.outcomes] if item.decision else []
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "caseworkers": list(item.caseworkers),
        "outcome": str(item.decision.outcome) if item.decision else None,
        "outcomes": sorted(outcomes),
        "asks_for": sorted(map(str, item.asks_for)),
        "attachments": [first_letters(name) for name in item.attachments],
    }


def first_letters(name: str) -> str:
    """What identifies an enclosure: "Oplægget er vedlagt" names it in the definite form, the facts in the other."""
    return name[:4].casefold()


@pytest.fixture(params=FACTS)
def pair(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts of a sample and what reading it gave."""
    return FACTS[request.param], as_facts(read_file(SAMPLES / "documents" / request.param)[1])


def test_a_sample_is_of_its_meeting(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    facts, found = pair
    assert {part: found[part] for part in PARTS} == {part: facts[part] for part in PARTS}


def test_a_sample_has_its_items(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    facts, found = pair
    assert found["items"] == [in_order(item) for item in facts["items"]]


def in_order(item: dict[str, Any]) -> dict[str, Any]:
    names = [first_letters(name) for name in item["attachments"]]
    return {**item, "outcomes": sorted(item["outcomes"]), "asks_for": sorted(item["asks_for"]), "attachments": names}
