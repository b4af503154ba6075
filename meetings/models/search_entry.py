"""The search entries of items, in a narrow table of their own: written by the loader with the item, never by hand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models

from meetings.models.item import AgendaItem
from meetings.models.search_choice import SearchChoice
from meetings.models.search_rebuild import SOME, Rewritten, WrittenByEdition, WrittenByEditionQuerySet, current_edition
from meetings.models.synonyms import Abbreviation
from meetings.search.language import clause_sql
from meetings.search.language.facets import FACETS
from meetings.search.language.indexing import IndexedText, index_texts
from meetings.search.language.slips import searched_words
from meetings.search.language.words import fold, knows
from meetings.shared.batches import batches

REWRITTEN = ["meeting", "date", "sort_key", "choices", "vector", "edition", "rebuild"]
# Replaces the tags in a vector and keeps the words; leaves alone entries that have these tags.
_RETAG = """
    UPDATE meetings_searchentry AS entry
    SET choices = given.choices, vector = given.tags::tsvector || ts_delete(vector, ARRAY(
        SELECT key FROM unnest(tsvector_to_array(vector)) AS key WHERE starts_with(key, '#')))
    FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS given (item, choices, tags)
    WHERE entry.item_id = given.item AND (entry.choices <> given.choices
        OR ARRAY(SELECT key FROM unnest(tsvector_to_array(vector)) AS key WHERE starts_with(key, '#'))
        <> tsvector_to_array(given.tags::tsvector))
"""
# Most words are there already, and checking that costs less than trying to insert them.
_ADD_WORDS = """
    INSERT INTO meetings_searchword SELECT word FROM unnest(%s::text[]) AS word
    WHERE NOT EXISTS (SELECT FROM meetings_searchword AS known WHERE known.word = word.word) ON CONFLICT DO NOTHING
"""


class SearchEntryQuerySet(WrittenByEditionQuerySet["SearchEntry"]):
    def answering(self, text: str) -> Self:
        """Keep those that match the text of a tsquery (`meetings.search.language.clause_sql`); all if it is empty."""
        return self.filter(vector__answers=text) if text else self

    def checked(self, text: str) -> Self:
        """Keep those that match the text of a tsquery too costly for the index; all if it is empty."""
        return self.filter(vector__checks=text) if text else self

    def tagged(self, *tags: str) -> Self:
        """Keep those that have all the tags."""
        return self.answering(clause_sql.tagged(tags))

    def between(self, since: datetime.date | None, until: datetime.date | None) -> Self:
        """Keep those of meetings in a period, both days included; None is no limit."""
        found = self.filter(date__gte=since) if since else self
        return found.filter(date__lte=until) if until else found

    def newest_first(self) -> Self:
        return self.order_by("-date", "meeting_id", "sort_key")

    def renew(self, items: Iterable[AgendaItem]) -> None:
        """Rewrite the entries of items. The items must be fetched by `with_texts`."""
        for batch in batches(items):
            self._renew(batch)

    def _renew(self, items: list[AgendaItem]) -> None:
        texts = {item.pk: _texts(item) for item in items}
        tags = {item.pk: sorted(set(_tags(item, texts[item.pk]))) for item in items}
        letters = SearchChoice.objects.letters_for(chain(*tags.values()))
        filed = {item.pk: _file(item, texts[item.pk], tags[item.pk]) for item in items}
        edition = current_edition()
        self.bulk_create(
            (
                _entry(item, vector=filed[item.pk].vector, choices=_choices(tags[item.pk], letters), **edition)
                for item in items
            ),
            update_conflicts=True, unique_fields=["item"], update_fields=REWRITTEN,
        )  # fmt: skip
        Abbreviation.objects.renew(texts)
        with connection.cursor() as cursor:
            cursor.execute(_ADD_WORDS, [sorted(searched_words(chain(*(one.words for one in filed.values()))))])

    def rewrite_next(self, after: int) -> Rewritten:
        """Rewrite the next of these entries, in the order of their keys, but those that another process is writing.

        Call it within a transaction.
        """
        rows = self.filter(pk__gt=after).order_by("pk").select_for_update(skip_locked=True)
        keys = list(rows.values_list("pk", flat=True)[:SOME])
        SearchEntry.objects.renew(AgendaItem.objects.filter(pk__in=keys).with_texts())
        return Rewritten(keys[-1] if keys else after, len(keys))

    def retag(self, items: Iterable[AgendaItem]) -> None:
        """Rewrite only the tags of items, where they are others, as after a change of topics."""
        tags = {item.pk: sorted(set(_tags(item, _texts(item)))) for item in items}
        letters = SearchChoice.objects.letters_for(chain(*tags.values()))
        choices = [_choices(given, letters) for given in tags.values()]
        with connection.cursor() as cursor:
            cursor.execute(_RETAG, [list(tags), choices, [clause_sql.tagged(given, " ") for given in tags.values()]])


class SearchEntry(WrittenByEdition):
    """The indexed words and tags of an item. Items that no longer count, and headings without text, have no entry.

    Tags are what a search can be narrowed by: "region:nordjylland", "aar:2025", "emne:…", "udfald:…", "art:…",
    "kommune:…", "sag:…", "punkt:3.4", "sagsbehandler:…", "maaned:2025-10". They are in the vector, among the words
    (`meetings.search.language.words`), so that one index serves both. `choices` has one character for each facet tag.
    `sort_key` is the item's.
    """

    item = models.OneToOneField(AgendaItem, models.CASCADE, primary_key=True, related_name="search_entry")
    meeting = models.ForeignKey("Meeting", models.CASCADE, related_name="+")
    date = models.DateField()
    sort_key = ArrayField(models.IntegerField())
    choices = models.TextField(default="")
    vector = clause_sql.VectorField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "meeting_id", "sort_key"]
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector", gin_pending_list_limit=512),
            models.Index(models.F("date").desc(), "meeting", "sort_key", name="search_entry_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}"


class SearchWord(models.Model):
    """A word that occurs or once occurred in the archive: a candidate for the correction of typos."""

    word = models.TextField(primary_key=True)

    class Meta:
        ordering = ["word"]
        indexes = [GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="search_word_trigrams")]

    def __str__(self) -> str:
        return self.word


def _file(item: AgendaItem, texts: Mapping[str, str], tags: Iterable[str]) -> IndexedText:
    """Index an item, also by its misread words, except those that happen to be words: star, misread for står."""
    misread = " ".join(before for _section, before, _after in item.repairs if not knows(before))
    return index_texts(texts, tags, also=misread)


def _choices(tags: Iterable[str], letters: Mapping[str, str]) -> str:
    return "".join(letters[tag] for tag in tags if tag in letters)


def _entry(item: AgendaItem, **filed: Any) -> SearchEntry:
    meeting, date = item.meeting_id, item.meeting.date
    return SearchEntry(item=item, meeting_id=meeting, date=date, sort_key=item.sort_key, **filed)


def _texts(item: AgendaItem) -> dict[str, str]:
    attachments = [attachment.name for attachment in item.attachments.all()]
    texts = item.texts
    return {
        "title": item.title,
        "decision": texts["decision"],
        "recommendation": texts["recommendation"],
        "body": "\n\n".join([texts["background"], texts["presentation"], *attachments]),
    }


def _tags(item: AgendaItem, texts: Mapping[str, str]) -> Iterator[str]:
    text = "\n".join(texts.values())
    yield from (f"{facet.name}:{value}" for facet in FACETS for value in facet.read(item, text))
    yield f"maaned:{item.meeting.date:%Y-%m}"
    yield f"punkt:{item.number}"
    yield from (f"sagsbehandler:{fold(initials)}" for initials in item.caseworkers)
    if item.case_number:  # also without its year
        yield from (f"sag:{number}" for number in {item.case_number, re.sub(r"-\d{4}-", "-", item.case_number)})
