"""What search reads of an item, in a table of its own: made by the loader with the item, never by hand."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from meetings import search
from meetings.models.item import AgendaItem


class SearchEntry(models.Model):
    """An item's texts by weight. Items that no longer count, and headings without text, have none."""

    item = models.OneToOneField(AgendaItem, models.CASCADE, primary_key=True, related_name="search_entry")
    title = models.TextField()
    decision = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    body = models.TextField(blank=True)
    vector = models.GeneratedField(expression=search.stored_vector(), output_field=SearchVectorField(), db_persist=True)

    class Meta:
        ordering = ["pk"]
        indexes = [GinIndex(fields=["vector"], name="search_entry_vector")]

    def __str__(self) -> str:
        return self.title
