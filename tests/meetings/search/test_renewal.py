"""Renewal of search entries: those of an older edition, those with new topics, long ones and many at once."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command

from meetings.models import AgendaItem, Meeting, SearchEntry, Topic
from meetings.preparation import why_not_servable
from meetings.search.execution.results import find
from meetings.search.language import read_query
from meetings.search.language.indexing import EDITION, READABLE_FROM
from meetings.shared.batches import BATCH


def count(typed: str) -> int:
    return find(read_query(typed), SearchEntry.objects.all()).count


def test_what_todays_queries_would_miss_is_filed_anew_before_anything_is_served(archive: Meeting) -> None:
    SearchEntry.objects.update(edition=READABLE_FROM - 1, vector="")
    assert why_not_servable() == (
        "Arkivet er ikke gjort klar (Lægger dokumenterne frem til søgning på ny). Kør »manage.py prepare«."
    )
    call_command("prepare", verbosity=0)
    assert why_not_servable() is None
    assert count("it-drift") == 1


def test_what_todays_queries_read_is_served_as_another_edition_wrote_it(archive: Meeting) -> None:
    SearchEntry.objects.update(edition=EDITION + 1)
    assert (why_not_servable(), SearchEntry.objects.outdated().exists()) == (None, True)


def test_a_rebuild_writes_every_entry_anew(archive: Meeting) -> None:
    SearchEntry.objects.update(vector="")
    call_command("reindex", "--all", stdout=(said := io.StringIO()))
    entries = SearchEntry.objects.count()
    assert said.getvalue() == f"Søgningen er ført à jour: {entries} af {entries} punkter.\n"
    assert count("it-drift") == 1


def test_without_a_rebuild_only_outdated_entries_are_written(archive: Meeting) -> None:
    SearchEntry.objects.update(vector="")
    call_command("reindex", stdout=io.StringIO())
    assert count("it-drift") == 0


def test_new_topics_leave_the_words(archive: Meeting) -> None:
    item = archive.items.get(number="3.1")
    item.topics.set([Topic.objects.get(pk="kultur-og-fritid")], through_defaults={"position": 0})
    SearchEntry.objects.retag(archive.items.filter(pk=item.pk).with_texts())
    assert [count("emne:kultur it-drift"), count("emne:it-og-digitalisering"), count('"fælles it-drift"')] == [1, 0, 1]


@pytest.mark.parametrize("length", [5, 20_000])
def test_an_item_of_any_length_is_filed(archive: Meeting, length: int) -> None:
    item = archive.items.get(number="3.1")
    item.presentation = " ".join(f"ord{nth}" for nth in range(length))
    item.save()
    SearchEntry.objects.renew(archive.items.filter(pk=item.pk).with_texts())
    assert count("ord4") == 1


def test_more_items_than_one_statement_takes_are_filed_at_once(archive: Meeting) -> None:
    items = [AgendaItem(meeting=archive, number=f"4.{nth}", address=f"4.{nth}", title="Havne") for nth in range(9500)]
    AgendaItem.objects.bulk_create(items, batch_size=BATCH)
    SearchEntry.objects.renew(archive.items.filter(title="Havne").with_texts())
    assert SearchEntry.objects.filter(item__title="Havne").count() == 9500
