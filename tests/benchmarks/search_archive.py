"""The archive's own database filled with the made-up corpus: by the code that ingest calls, then copied in SQL."""

from __future__ import annotations

import time
from collections.abc import Sequence

from django.db import connection

from meetings.models import AgendaItem, Decision, ItemTopic, Meeting, SearchEntry
from meetings.shared.vocabulary import TopicSlug
from tests.benchmarks.search_corpus import OUTCOMES, REGIONS, Text, day

ITEMS_A_MEETING = 15
BATCH = 1000
_INDEXES = ("search_entry_vector", "search_entry_newest")


def is_loaded() -> bool:
    """Return whether the corpus is already there from an earlier run in the same folder."""
    return SearchEntry.objects.exists()


def load(corpus: Sequence[Text]) -> float:
    """Write the texts as items with their related rows; return the seconds per item that indexing for search took."""
    spent = 0.0
    for start in range(0, len(corpus), BATCH):
        items = _items(corpus[start : start + BATCH], start)
        began = time.perf_counter()
        SearchEntry.objects.renew(AgendaItem.objects.filter(pk__in=items).with_texts())
        spent += time.perf_counter() - began
    return spent / len(corpus)


def _items(corpus: Sequence[Text], start: int) -> list[int]:
    nths = range(start // ITEMS_A_MEETING, (start + len(corpus)) // ITEMS_A_MEETING + 1)
    meetings = {nth: _meeting(nth) for nth in nths}
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meetings[nth // ITEMS_A_MEETING], number=f"{nth % ITEMS_A_MEETING + 1}", address=f"{nth}",
            title=text.title, presentation=text.presentation, case_number=f"SAG-2025-{nth // 10:05d}",
        )
        for nth, text in enumerate(corpus, start)
    )  # fmt: skip
    outcomes = [[OUTCOMES[nth % 4]] for nth in range(len(items))]
    Decision.objects.bulk_create(
        Decision(item=item, text=text.decision, outcome=outcome[0], outcomes=outcome)
        for item, text, outcome in zip(items, corpus, outcomes, strict=True)
    )
    topics = list(TopicSlug)
    ItemTopic.objects.bulk_create(
        ItemTopic(item=item, topic_id=topics[nth % len(topics)], position=0) for nth, item in enumerate(items)
    )
    return [item.pk for item in items]


def _meeting(nth: int) -> Meeting:
    region, date = REGIONS[nth % len(REGIONS)], day(nth // len(REGIONS))
    return Meeting.objects.get_or_create(region_id=region, date=date, defaults={"place": ""})[0]


def grow(size: int) -> float:
    """Copy items until there are `size`, and rebuild the indexes; return the seconds of the rebuild, or 0 if none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), max(item_id) FROM meetings_searchentry")
        have, last = cursor.fetchone()
        if have >= size:
            return 0.0
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE indexname = ANY(%s)", [list(_INDEXES)])
        definitions = cursor.fetchall()
        for name, _definition in definitions:
            cursor.execute(f"DROP INDEX {name}")
        for copy in range(1, -(-size // have)):
            _copy(cursor, copy * (last + 1), min(have, size - copy * have))
        cursor.execute("SET maintenance_work_mem = '1GB'")
        began = time.perf_counter()
        for _name, definition in definitions:
            cursor.execute(definition)
        cursor.execute("VACUUM ANALYZE")
        return time.perf_counter() - began


def _copy(cursor: object, shift: int, count: int) -> None:
    for table, key, shifted in (
        ("meetings_agendaitem", "id", {"id", "address"}),
        ("meetings_decision", "item_id", {"id", "item_id"}),
        ("meetings_searchentry", "item_id", {"item_id"}),
    ):
        _copy_table(cursor, table, key, shifted, (shift, count))


def _copy_table(cursor: object, table: str, key: str, shifted: set[str], by: tuple[int, int]) -> None:
    columns = _columns(table)
    moved = {"address": f"address || '-{by[0]}'", "item_id": f"item_id + {by[0]}", "id": f"id + {by[0]}"}
    values = [moved[name] if name in shifted else f'"{name}"' for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    first = f"SELECT {key} AS one FROM {table} ORDER BY {key} LIMIT {by[1]}"  # noqa: S608
    kept = f"WHERE {key} <= (SELECT max(one) FROM ({first}) AS firsts)"  # noqa: S608
    cursor.execute(f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} FROM {table} {kept}")  # type: ignore[attr-defined]  # noqa: S608


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def index_megabytes() -> dict[str, float]:
    """Return the sizes of the search table and of its indexes in MB."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_total_relation_size('meetings_searchentry') - pg_indexes_size('meetings_searchentry'),"
            " pg_indexes_size('meetings_searchentry')"
        )
        table, indexes = cursor.fetchone()
    return {"table": table / 1e6, "indexes": indexes / 1e6}
