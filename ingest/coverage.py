"""Coverage: the share of a document's words that ended up in its record, as a measure of what the parser missed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.records import ItemRecord, MeetingRecord
from ingest.structure.lines import CleanedLines
from ingest.structure.paragraphs import Style, join_texts

_WORD = re.compile(r"\w+")


def read_coverage(cleaned: CleanedLines, style: Style, record: MeetingRecord) -> float:
    """Return the share of a document's words that are in a field of its record, from 0 to 1.

    Running headers, section headings and a table of contents count as words that did not end up there.
    """
    text = join_texts((line.text for line in cleaned.lines), style)
    words = Counter(_WORD.findall(text.lower()))
    words.update(word for line in cleaned.debris for word in _WORD.findall(line.text.lower()))
    kept = Counter(word for field in _fields(record) for word in _WORD.findall(field.lower()))
    return round((words & kept).total() / max(words.total(), 1), 4)


def _fields(record: MeetingRecord) -> Iterator[str]:
    yield f"{record.place or ''} {record.place_note or ''}"
    for one in record.participants:
        yield f"{one.name} {one.party or ''} {one.municipality or ''} Kommune"
    for item in record.items:
        yield from _item_fields(item)


def _item_fields(item: ItemRecord) -> Iterator[str]:
    yield f"{item.number} {item.title} {item.case_number or ''} {' '.join(item.caseworkers)}"
    yield from filter(None, (item.background, item.recommendation, item.presentation))
    yield item.decision.text if item.decision else ""
    yield from item.attachments
    yield from (table.text for table in item.tables)
