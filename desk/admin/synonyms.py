"""The admin of synonyms: the archivist's own pairs, and the abbreviations that documents introduce."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.admin.base import ArchiveAdmin, FromDocuments
from meetings.models import Abbreviation, SearchEntry, Synonym
from meetings.search.language import clause_sql
from meetings.search.language.clauses import Clause
from meetings.search.language.synonyms import matches_of
from meetings.shared.vocabulary import SynonymUse

FEWEST = 40  # items that an archive must have before a word can be said to stand in too many
TOO_MANY = 0.25  # of all items: such a word says nothing about them


class SynonymForm(forms.ModelForm):  # type: ignore[type-arg]
    """The form of a pair. It refuses words that stand in so many items that they would find nearly everything."""

    class Meta:
        model = Synonym
        fields = ["term", "other", "use"]

    def clean(self) -> dict[str, Any]:
        """Return the cleaned data. Raises ValidationError for a word that stands in too many items."""
        cleaned = super().clean() or {}
        if cleaned.get("use") != SynonymUse.NEVER:
            for name in ("term", "other"):
                self._refuse_if_everywhere(name, cleaned.get(name) or "")
        return cleaned

    def _refuse_if_everywhere(self, name: str, term: str) -> None:
        items, matches = SearchEntry.objects.count(), matches_of(term)
        found = SearchEntry.objects.answering(clause_sql.all_of([Clause(matches)])).count() if matches else 0
        if items >= FEWEST and found > items * TOO_MANY:
            said = _(
                "»%(term)s« står i %(found)d af %(items)d punkter og ville finde for meget. Skriv det mere præcist."
            )
            self.add_error(name, ValidationError(said % {"term": term, "found": found, "items": items}))


@admin.register(Synonym)
class SynonymAdmin(ArchiveAdmin):
    """The admin of the archivist's pairs of terms."""

    form = SynonymForm
    note = gettext_lazy(
        "En søgning på det ene ord viser også punkter med det andet, nederst i listen. Det gælder straks. Bøjninger, "
        "sammensætninger og stavemåder finder søgningen selv, og også de forkortelser, som dokumenterne forklarer."
    )
    list_display = ["term", "other", "use"]
    list_filter = ["use"]
    list_per_page = 100
    search_fields = ["term", "other"]

    def find_page(self, obj: Any) -> str | None:
        """Return None: a pair has no page on the site."""


@admin.register(Abbreviation)
class AbbreviationAdmin(FromDocuments):
    """The admin of abbreviations, read from items: where one is wrong, a pair of synonyms says so."""

    note = gettext_lazy(
        "Forkortelsen er læst ud af punktets tekst og kan ikke rettes her. Er den forkert, så skriv de to under "
        "Synonymer og vælg »Aldrig«."
    )
    list_display = ["short", "long", "item", "on_site"]
    list_select_related = ["item__meeting__region"]
    search_fields = ["short", "long"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Abbreviation]:
        return super().get_queryset(request).select_related("item__meeting__region")

    def find_page(self, obj: Any) -> str | None:
        """Return the address of the item that introduces the abbreviation."""
        return str(obj.item.get_absolute_url())
