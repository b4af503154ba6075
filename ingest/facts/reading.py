"""All facts of an item, kind by kind, over one splitting of its texts into sentences."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ingest.facts.amounts import read_amounts
from ingest.facts.appointments import read_appointments
from ingest.facts.deadlines import read_deadlines
from ingest.facts.earlier_meetings import read_earlier_meetings
from ingest.facts.next_meeting import read_next_meeting
from ingest.facts.sent_on import read_sent_on
from ingest.facts.sentences import read_sentences
from ingest.records import FactRecord, ItemRecord


def read_facts(item: ItemRecord, meeting: datetime.date) -> tuple[FactRecord, ...]:
    """Return the facts that an item of a meeting on a given day states, each once, by kind."""
    return tuple(dict.fromkeys(_facts(item, meeting)))


def _facts(item: ItemRecord, meeting: datetime.date) -> Iterator[FactRecord]:
    sentences = read_sentences(item)
    yield from read_next_meeting(sentences, item.title, meeting)
    yield from read_deadlines(sentences, meeting)
    yield from read_appointments(sentences)
    yield from read_amounts(sentences)
    yield from read_sent_on(sentences)
    yield from read_earlier_meetings(sentences, meeting)
