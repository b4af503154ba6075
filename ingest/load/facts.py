"""The rows of the facts that items' sentences state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.records import FactRecord, ItemRecord
from meetings.models import AgendaItem, Fact
from meetings.shared.vocabulary import FactKind, RegionSlug

_COUNCIL = re.compile(r"KKR(?:[- ]\w*møde\w*)?(?:\s+Region)?(?:\s+(?P<region>\w+))?[’']?s?$")


def facts_of(items: Sequence[AgendaItem], records: Sequence[ItemRecord]) -> Iterator[Fact]:
    """Yield the facts of items, unsaved."""
    for item, record in zip(items, records, strict=True):
        yield from (_fact(item, position, fact) for position, fact in enumerate(record.facts, 1))


def _fact(item: AgendaItem, position: int, fact: FactRecord) -> Fact:
    return Fact(
        item=item,
        position=position,
        kind=fact.kind,
        section=fact.section,
        sentence=fact.sentence,
        date=fact.date,
        time=fact.time,
        end_time=fact.end_time,
        place=fact.place or "",
        person=fact.person or "",
        body=fact.body or "",
        period=fact.period or "",
        proposed_by=fact.proposed_by or "",
        amount=None if fact.amount is None else Decimal(str(fact.amount)),
        what=fact.what or "",
        council=council_of(fact, item.meeting.region_id) if fact.kind == FactKind.EARLIER_MEETING else "",
    )


def council_of(fact: FactRecord, own: str) -> str:
    """Return the KKR whose meeting a fact refers to: the one it names, else the paper's own; "" for another body."""
    named = _COUNCIL.match(fact.body or "KKR")
    if not named:
        return ""
    return next((str(region) for region in RegionSlug if region.label == named["region"]), own)
