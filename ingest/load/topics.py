"""Classification of items under topics, by the archive's own terms, which the archivist may have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from django.db import transaction

from ingest.fields.topics import TermTable, WeightedTerm, default_terms, read_topics
from ingest.load.changed_rows import write_changed
from ingest.records import ItemRecord
from meetings.models import AgendaItem, ItemTopic, SearchEntry, TopicTerm
from meetings.shared.batches import BATCH, batches
from meetings.shared.vocabulary import Outcome, TopicSlug


def has_terms() -> bool:
    """Return whether the archive has terms, its own or those that come with it."""
    return TopicTerm.objects.exists()


def ensure_terms() -> None:
    """Write the terms that come with the archive, if it has none yet."""
    if not has_terms():
        rows = (TopicTerm(topic_id=term.topic, term=term.text, weight=term.weight) for term in default_terms())
        TopicTerm.objects.bulk_create(rows, batch_size=BATCH)


def archive_terms() -> TermTable:
    """Return the archive's terms as a table for `read_topics`."""
    return _as_terms(tuple(TopicTerm.objects.order_by("topic", "term").values_list("topic_id", "term", "weight")))


@lru_cache(maxsize=1)
def _as_terms(rows: tuple[tuple[str, str, float], ...]) -> TermTable:
    return TermTable(WeightedTerm(TopicSlug(topic), term, weight) for topic, term, weight in rows)


def topics_of(items: Sequence[AgendaItem], records: Sequence[ItemRecord]) -> Iterator[ItemTopic]:
    """Yield the topics of a meeting's items, unsaved, by what the items were made from."""
    terms = archive_terms()
    for item, record in zip(items, records, strict=True):
        yield from _rows(item, read_topics(record.title, record.prose, terms, asks_for=record.asks_for))


def _rows(item: AgendaItem, topics: Sequence[TopicSlug]) -> Iterator[ItemTopic]:
    """Yield the topics of an item, the most important first."""
    return (ItemTopic(item=item, topic_id=topic, position=position) for position, topic in enumerate(topics))


def assign_topics(items: Iterable[AgendaItem]) -> None:
    """Assign topics to items anew, by title and texts; reads `decision` of each item."""
    terms = archive_terms()
    for batch in batches(items):
        rows = [row for item in batch for row in _rows(item, _topics_of(item, terms))]
        write_changed(ItemTopic, batch, rows, [item.pk for item in batch])


def reassign_topics() -> int:
    """Assign topics to every item of the archive anew, in one transaction, and return how many items there were."""
    with transaction.atomic():
        keys = list(AgendaItem.objects.order_by("pk").values_list("pk", flat=True))
        for some in batches(keys):  # the texts of one batch are in memory together
            batch = AgendaItem.objects.filter(pk__in=some)
            assign_topics(batch.select_related("decision"))
            SearchEntry.objects.retag(batch.with_texts())
    return len(keys)


def _topics_of(item: AgendaItem, terms: TermTable) -> tuple[TopicSlug, ...]:
    decision = item.decision.text if hasattr(item, "decision") else None
    texts = [item.background, item.recommendation, item.presentation, decision]
    return read_topics(item.title, texts, terms, asks_for=list(map(Outcome, item.asks_for)))
