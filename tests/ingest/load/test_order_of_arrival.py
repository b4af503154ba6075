"""An archive has the same rows in whatever order its documents came."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection, transaction

from ingest.load import load_document, settle_matters
from ingest.records import NOTHING_STATED
from meetings.models import (
    AgendaItem,
    Attachment,
    Decision,
    Document,
    ItemTopic,
    Meeting,
    Participant,
    Person,
    SameMatter,
    SearchEntry,
)
from tests.ingest.load.forty_papers import Paper, forty_papers

pytestmark = pytest.mark.django_db

PLACE = ("meeting__region", "meeting__date", "meeting__sequence")
ITEM = ("item__meeting__region", "item__meeting__date", "item__meeting__sequence", "item__number", "item__title")


def archive_of(papers: Sequence[Paper]) -> dict[str, list[Any]]:
    """Return all public rows of an archive into which the papers are put in this order, keys aside."""
    with transaction.atomic():
        for paper in papers:
            load_document(paper.data, paper.name, paper.source, paper.record, NOTHING_STATED)
        settle_matters()
        connection.check_constraints()
        found = rows()
        transaction.set_rollback(True)
    return found


def rows() -> dict[str, list[Any]]:
    """Return the public rows by table, each without the keys."""
    items = ("number", "address", "title", "is_current", "background", "recommendation", "presentation", "case_number")
    found = {
        "meetings": Meeting.objects.values_list("region", "date", "sequence", "start_time", "place"),
        "documents": Document.objects.values_list("name", "state", "set_aside", "failure", "kind", *PLACE),
        "items": AgendaItem.objects.values_list(*PLACE, *items, "document__name", "parent__title", "first_page"),
        "decisions": Decision.objects.values_list(*ITEM, "text", "outcome", "followed"),
        "attachments": Attachment.objects.values_list(*ITEM, "position", "name"),
        "topics": ItemTopic.objects.values_list(*ITEM, "position", "topic"),
        "participants": Participant.objects.values_list(*PLACE, "position", "name", "party", "status", "municipality"),
        "people": Person.objects.values_list("name", "slug"),
        "search": SearchEntry.objects.values_list(*PLACE, "item__number", "vector", "date"),
        "matters": SameMatter.objects.values_list(*ITEM, "other__title", "reason", "likeness"),
    }
    return {table: sorted(map(repr, values)) for table, values in found.items()}


def test_forty_papers_in_any_order_are_the_same_archive() -> None:
    compare_orders(2)


@pytest.mark.benchmark
def test_forty_papers_in_ten_orders_are_the_same_archive() -> None:
    compare_orders(10)


def compare_orders(count: int) -> None:
    """Put the papers into an archive in as many random orders, and compare its rows each time."""
    papers = forty_papers()
    expected = archive_of(papers)
    for seed in range(count):
        order = random.Random(seed).sample(papers, len(papers))
        found = archive_of(order)
        for table, values in expected.items():
            assert found[table] == values, f"{table} in order {seed}"
