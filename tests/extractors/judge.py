"""What of the meeting a record has right."""

from __future__ import annotations

from typing import NamedTuple

from ingest.records import MeetingRecord
from tests.extractors.layouts import Layout, joined, known_items, known_outcomes, known_people, known_sections


class Verdict(NamedTuple):
    """How many are right, of how many that there are, and what is wrong, in words."""

    right: int
    known: int
    wrong: tuple[str, ...]


def judge(record: MeetingRecord, layout: Layout) -> dict[str, Verdict]:
    """Compare a record with the known facts: items, sections, outcomes and participants."""
    people = {(one.name, one.party or "", one.municipality or "", str(one.status)) for one in record.participants}
    sections = {
        (item.number, name): " ".join(text.split())
        for item in record.items
        for name, text in item.texts
        if name not in ("title", "attachments")
    }
    if not layout.names:
        sections = joined(sections)
    outcomes = {
        (item.number, str(one)) for item in record.items if item.decision for one in item.decision.outcomes
    }  # fmt: skip
    known = {(number, one) for number, some in known_outcomes(layout).items() for one in some}
    if not layout.names:  # nothing says what the decision is: what is found of it must be right
        known &= outcomes
    return {
        "items": _compare(set(known_items(layout)), {(item.number, item.title) for item in record.items}),
        "sections": _compare(set(known_sections(layout).items()), set(sections.items())),
        "outcomes": _compare(known, outcomes),
        "participants": _compare(known_people(layout), people),
    }


def _compare(known: set, found: set) -> Verdict:  # type: ignore[type-arg]
    missing = [f"- {one}" for one in sorted(known - found, key=str)]
    added = [f"+ {one}" for one in sorted(found - known, key=str)]
    return Verdict(len(known & found), len(known), (*missing, *added))
