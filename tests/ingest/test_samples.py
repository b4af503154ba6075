"""The sample documents, parsed, compared with the facts written by hand when they were made."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ingest.records import ItemRecord, MeetingRecord
from meetings.shared.vocabulary import DocumentKind
from tests.reading import read_file

SAMPLES = Path(__file__).parents[2] / "samples"
FACTS: dict[str, Any] = json.loads((SAMPLES / "facts.json").read_text(encoding="utf-8"))
PARTS = ("kind", "region", "date", "start_time", "place", "participants")


def as_facts(record: MeetingRecord) -> dict[str, Any]:
    """Return a record in the form of the facts."""
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
        "outcomes": outcomes,
        "asks_for": list(map(str, item.asks_for)),
        "attachments": list(item.attachments),
    }


def first_letters(name: str) -> str:
    """Return what identifies an attachment: "Oplægget er vedlagt" has the definite form, the facts the indefinite."""
    return name[:4].casefold()


def bare(value: Any) -> Any:
    """Reduce texts to the consonants that a poor OCR leaves alone: names that are in no list stay as they were read."""
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items()}
    if isinstance(value, list):
        return [bare(one) for one in value]
    return re.sub("[^bcdfhklmnpqrtvwx0-9-]", "", value.lower()) if isinstance(value, str) else value


@pytest.fixture(params=FACTS)
def pair(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the facts of a sample and its parsed record."""
    source, record = read_file(SAMPLES / "documents" / request.param)
    facts, found = FACTS[request.param], as_facts(record)
    if source.changes:
        facts = {**facts, "participants": bare(facts["participants"])}
        found = {**found, "participants": bare(found["participants"])}
    return facts, found


def test_a_sample_is_of_its_meeting(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    facts, found = pair
    assert {part: found[part] for part in PARTS} == {part: facts[part] for part in PARTS}


def test_a_sample_has_its_items(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    facts, found = pair
    assert [in_order(item) for item in found["items"]] == [in_order(item) for item in facts["items"]]


def in_order(item: dict[str, Any]) -> dict[str, Any]:
    names = [first_letters(name) for name in item["attachments"]]
    title = item["title"].replace("—", "–")  # a poor OCR has only one dash
    return {
        **item,
        "title": title,
        "outcomes": sorted(item["outcomes"]),
        "asks_for": sorted(item["asks_for"]),
        "attachments": names,
    }
