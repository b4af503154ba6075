"""The Django admin for everything in the archive, one module for each group of models."""

from django.contrib import admin
from procrastinate.contrib.django.models import ProcrastinateJob

from desk.admin import documents, items, lexicon, people, reference_lists, synonyms, topics

__all__ = ["documents", "items", "lexicon", "people", "reference_lists", "synonyms", "topics"]

# The archivist sees the queue on the upload pages, in her own terms; Procrastinate's admin pages are for programmers.
admin.site.unregister(ProcrastinateJob)
