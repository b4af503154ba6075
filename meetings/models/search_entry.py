"""What search reads of an item, in a narrow table of its own: made with the item by the loader, never by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from meetings.models.item import AgendaItem
from meetings.search import matching
from meetings.search.places import municipalities_in
from meetings.search.vocabulary import searched_words


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def answering(self, text: str) -> Self:
        """Keep those whose words answer a query of `search.matching`; all for no query."""
        return self.filter(vector__answers=text) if text else self

    def tagged(self, *tags: str) -> Self:
        """Keep those that have all the tags."""
        return self.filter(tags__contains=list(tags)) if tags else self

    def between(self, since: datetime.date | None, until: datetime.date | None) -> Self:
        """Keep those of meetings in a period, both days within."""
        found = self.filter(date__gte=since) if since else self
        return found.filter(date__lte=until) if until else found

    def newest_first(self) -> Self:
        return self.order_by("-date", "meeting_id", "place")

    def renew(self, items: Iterable[AgendaItem]) -> None:
        """Write what search reads of items, which come with meeting and all that hangs on them (`with_texts`)."""
        items = list(items)
        self.filter(item__in=items).delete()
        self.bulk_create(_entry(item) for item in items)
        texts = [text for item in items for text in _texts(item).values()]
        words = sorted(searched_words(texts))
        SearchWord.objects.bulk_create((SearchWord(word=word) for word in words), ignore_conflicts=True)

    def retag(self, items: Iterable[AgendaItem]) -> None:
        """Write the tags of items anew, as after a change of topics."""
        tags = {item.pk: sorted(set(_tags(item))) for item in items}
        entries = list(self.filter(item__in=tags).only("tags"))
        for entry in entries:
            entry.tags = tags[entry.pk]
        self.bulk_update(entries, ["tags"])


class SearchEntry(models.Model):
    """An item's words and tags. Items that no longer count, and headings without text, have none.

    Tags are "region:nordjylland", "aar:2025", "emne:…", "udfald:…", "art:…", "kommune:…", "sag:…": what a search can be
    narrowed by and counted by. `place` is the item's among those of its meeting.
    """

    item = models.OneToOneField(AgendaItem, models.CASCADE, primary_key=True, related_name="search_entry")
    meeting = models.ForeignKey("Meeting", models.CASCADE, related_name="+")
    date = models.DateField()
    place = models.PositiveSmallIntegerField()
    tags = ArrayField(models.TextField())
    vector = matching.VectorField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "meeting_id", "place"]
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector"),
            GinIndex(fields=["tags"], name="search_entry_tags"),
            models.Index(models.F("date").desc(), "meeting", "place", name="search_entry_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}"


class SearchWord(models.Model):
    """A word that stands or stood in the archive: what slips of the keys are corrected to."""

    word = models.TextField(primary_key=True)

    class Meta:
        ordering = ["word"]
        indexes = [GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="search_word_trigrams")]

    def __str__(self) -> str:
        return self.word


def _entry(item: AgendaItem) -> SearchEntry:
    misread = " ".join(before for _section, before, _after in item.repairs)
    return SearchEntry(
        item=item,
        meeting_id=item.meeting_id,
        date=item.meeting.date,
        place=_place(item.number),
        tags=sorted(set(_tags(item))),
        vector=matching.vector(_texts(item), also=misread),
    )


def _place(number: str) -> int:
    """Give a number that sorts as the item's own does among those of its meeting: 3.10 after 3.9."""
    top, below, *_ = [*map(int, number.split(".")), 0, 0]
    return min(top, 120) * 256 + min(below, 255)


def _texts(item: AgendaItem) -> dict[str, str]:
    attachments = [attachment.name for attachment in item.attachments.all()]
    return {
        "title": item.title,
        "decision": item.texts["decision"],
        "recommendation": item.texts["recommendation"],
        "body": "\n\n".join([item.texts["background"], item.texts["presentation"], *attachments]),
    }


def _tags(item: AgendaItem) -> Iterator[str]:
    yield f"region:{item.meeting.region_id}"
    yield f"aar:{item.meeting.date.year}"
    yield from (f"emne:{topic.pk}" for topic in item.topics.all())
    yield from (f"kommune:{slug}" for slug in municipalities_in("\n".join(_texts(item).values())))
    if hasattr(item, "decision"):
        yield from (f"udfald:{outcome}" for outcome in item.decision.outcomes)
    if item.document:
        yield f"art:{item.document.kind}"
    if item.case_number:
        yield f"sag:{item.case_number}"
