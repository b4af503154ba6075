"""Django's admin for all that the archive holds, one module a group."""

from django.contrib import admin
from procrastinate.contrib.django.models import ProcrastinateJob

from desk.admin import documents, items, lexicon, people, reference_lists, topics

__all__ = ["documents", "items", "lexicon", "people", "reference_lists", "topics"]

# The queue is shown to the archivist on the page of uploads, in her words; its own pages are for programmers.
admin.site.unregister(ProcrastinateJob)
