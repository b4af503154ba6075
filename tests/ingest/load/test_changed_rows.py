"""Filing a document writes the rows of the items that it changes, and leaves the others of its meeting alone."""

from __future__ import annotations

import dataclasses

import pytest
from django.db import connection

from ingest.records import FactRecord
from meetings.models import (
    AgendaItem,
    Attachment,
    Decision,
    Fact,
    ItemTopic,
    ItemWords,
    Meeting,
    Participant,
    SearchEntry,
)
from meetings.search.execution.results import find
from meetings.search.language import read_query
from meetings.shared.vocabulary import DocumentKind, FactKind
from tests.ingest.make import AGENDA, MINUTES, load, make_item, make_person, make_record

pytestmark = pytest.mark.django_db

MODELS = (AgendaItem, Decision, Attachment, Fact, ItemTopic, ItemWords, Participant, SearchEntry)
COSTS = FactRecord(FactKind.AMOUNT, "Kystbanen koster 5.200,10 kr.", "presentation", amount=5_200.10)
BUDGET = make_item(
    "1", "Budget for kystbanen", presentation="Kystbanen koster 5.200,10 kr.", attachments=("Notat",), facts=(COSTS,)
)
BUSES = make_item("2", "Busdrift", presentation="Færgerne sejler oftere.", decided="Godkendt.")


def written() -> dict[str, dict[int, str]]:
    """Return by model where each row stands in its table, which is somewhere else after it was written."""
    places: dict[str, dict[int, str]] = {}
    with connection.cursor() as cursor:
        for model in MODELS:
            table, key = model._meta.db_table, model._meta.pk.column
            cursor.execute(f"SELECT {key}, ctid::text FROM {table}")  # noqa: S608 - our own names
            places[model.__name__] = dict(cursor.fetchall())
    return places


def test_the_same_document_again_writes_no_row() -> None:
    record = make_record(MINUTES, BUDGET, BUSES, participants=(make_person("Bo Friis", "Greve"),))
    load(record)
    before = written()
    assert all(before.values()), "the record has rows of every kind"
    load(record)
    assert written() == before


def test_an_item_that_is_added_leaves_the_rows_of_the_others() -> None:
    load(make_record(AGENDA, BUDGET, make_item("2", "Busdrift")))
    before = written()
    load(make_record(DocumentKind.SUPPLEMENTARY_AGENDA, make_item("3", "Havnen", presentation="Havnen uddybes.")))
    after = written()
    assert AgendaItem.objects.count() == 3
    assert all(before[model].items() <= after[model].items() for model in before)


def test_what_an_item_says_anew_is_found_and_the_old_is_not() -> None:
    load(make_record(MINUTES, BUDGET, BUSES))
    trams = dataclasses.replace(BUSES, presentation="Letbanen kører oftere.")
    load(make_record(MINUTES, BUDGET, trams, corrected=True))
    counts = [find(read_query(word), SearchEntry.objects.all()).count for word in ("færgerne", "letbanen")]
    assert counts == [0, 1]


def test_tags_follow_the_meeting_where_the_words_stay() -> None:
    record = make_record(AGENDA, BUDGET, BUSES)
    load(record)
    load(dataclasses.replace(record, extraordinary=True))
    assert find(read_query("kystbanen"), SearchEntry.objects.tagged("moede:extraordinary")).count == 1


def test_after_any_order_the_entries_are_as_if_written_at_once() -> None:
    agenda, minutes = make_record(AGENDA, BUDGET, make_item("2", "Busdrift")), make_record(MINUTES, BUDGET, BUSES)
    for record in (agenda, minutes, agenda, dataclasses.replace(minutes, extraordinary=True)):
        load(record)
    kept = {one.pk: (one.vector, sorted(one.choices), one.edition) for one in SearchEntry.objects.all()}
    SearchEntry.objects.renew(Meeting.objects.get().items.filter(pk__in=kept).with_texts())
    assert {one.pk: (one.vector, sorted(one.choices), one.edition) for one in SearchEntry.objects.all()} == kept
