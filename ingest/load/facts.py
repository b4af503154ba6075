"""Loading of the facts that items' sentences state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import FactRecord, ItemRecord
from meetings.models import AgendaItem, Fact
from meetings.shared.batches import BATCH
from meetings.shared.vocabulary import FactKind, RegionSlug

_COUNCIL = re.compile(r"KKR(?:[- ]\w*møde\w*)?(?:\s+Region)?(?:\s+(?P<region>\w+))?[’']?s?$")


def load_facts(items: Sequence[AgendaItem], records: Sequence[ItemRecord]) -> None:
    """Write the facts of items, which have none."""
    facts = (
        _fact(item, position, fact)
        for item, record in zip(items, records, strict=True)
        for position, fact in enumerate(record.facts, 1)
    )
    Fact.objects.bulk_create(facts, batch_size=BATCH)


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
        amount=fact.amount,
        what=fact.what or "",
        council=council_of(fact, item.meeting.region_id) if fact.kind == FactKind.EARLIER_MEETING else "",
    )


def council_of(fact: FactRecord, own: str) -> str:
    """Return the KKR whose meeting a fact refers to: the one it names, else the paper's own; "" for another body."""
    named = _COUNCIL.match(fact.body or "KKR")
    if not named:
        return ""
    return next((str(region) for region in RegionSlug if region.label == named["region"]), own)
