"""Facet values as single characters, so that the values of many items fit in one string and can be counted there."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from meetings.models.editions import kept
from meetings.search.language.facets import BY_NAME
from meetings.shared.batches import BATCH


class SearchChoiceQuerySet(models.QuerySet["SearchChoice"]):
    def letters(self) -> dict[str, str]:
        """Return the character of each facet value, by tag."""
        return {tag: letter(number) for tag, number in self.values_list("tag", "pk")}

    def letters_for(self, tags: Iterable[str]) -> dict[str, str]:
        """Return the character of each facet value, by tag, after assigning one to each of `tags` that is new."""
        known = self.letters()
        new = sorted({tag for tag in tags if tag.partition(":")[0] in BY_NAME} - known.keys())
        if new:
            self.bulk_create([SearchChoice(tag=tag) for tag in new], ignore_conflicts=True, batch_size=BATCH)
            known = self.letters()
        return known


class SearchChoice(models.Model):
    """A facet value, "region:nordjylland" or "aar:2025"; its key determines the character that stands for it."""

    tag = models.TextField(unique=True)

    objects = SearchChoiceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.tag


@kept
def choice_letters() -> dict[str, str]:
    """Return the character of each facet value, by tag."""
    return SearchChoice.objects.letters()


def letter(number: int) -> str:
    """Return the character of a number from 1 on: a printable one, for the first 190 in one byte."""
    code = 0x20 + number
    return chr(code if code < 0x7F else code + 0x22)
