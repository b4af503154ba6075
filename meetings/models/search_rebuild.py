"""By which edition of the rules a search entry was written, and rebuilds of the whole index that somebody asked for."""

from __future__ import annotations

from typing import NamedTuple, Self, TypeVar

from django.db import models

from meetings.search.language.indexing import EDITION, READABLE_FROM

SOME = 100  # entries that are rewritten in one transaction, in about a quarter of a second


class SearchRebuild(models.Model):
    """A rebuild of the whole search index that somebody asked for: entries written before are to be written again."""

    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


class Rewritten(NamedTuple):
    """How far rewriting has come: the last key, and how many entries were rewritten just now."""

    last: int
    rows: int


class WrittenByEdition(models.Model):
    """Search entries that know by which edition they were written (0: none), and after which rebuild was asked for."""

    edition = models.PositiveSmallIntegerField(default=0)
    rebuild = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


Entry = TypeVar("Entry", bound=WrittenByEdition)


class WrittenByEditionQuerySet(models.QuerySet[Entry]):
    def outdated(self) -> Self:
        """Keep those written by another edition, perhaps differently, or before the last rebuild was asked for."""
        return self.exclude(**current_edition())

    def unreadable(self) -> Self:
        """Keep those in which today's queries would miss something."""
        return self.filter(edition__lt=READABLE_FROM)


def current_edition() -> dict[str, int]:
    """Return the fields of an entry that is written now."""
    latest = SearchRebuild.objects.values_list("pk", flat=True).first()
    return {"edition": EDITION, "rebuild": latest or 0}
