"""The admin of the learned lexicon, in which the archivist strikes wrong words and pairs."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk.admin.base import ModelAdmin
from ingest import load
from meetings.models import LearnedPair, LearnedWord


class LearnedAdmin(ModelAdmin):
    """The admin of rows that are counted from documents: they can be struck and restored, nothing else."""

    show_facets = admin.ShowFacets.ALWAYS
    list_filter = ["is_struck"]
    list_display_links = None
    list_per_page = 100
    actions = ["strike", "use_again"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("brug"), ordering="is_struck")
    def in_words(self, row: LearnedWord | LearnedPair) -> str:
        # Django's own boolean icon would show a red cross at every row that is in use.
        return _("Strøget") if row.is_struck else _("Bruges")

    @admin.action(description=gettext_lazy("Stryg de valgte"), permissions=["change"])
    def strike(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        count = queryset.update(is_struck=True)
        load.pack_learned()
        words = ngettext(
            "%(count)d er strøget og bruges ikke mere til at rette bogstaver, heller ikke når der tælles op igen.",
            "%(count)d er strøget og bruges ikke mere til at rette bogstaver, heller ikke når der tælles op igen.",
            count,
        )
        messages.success(request, words % {"count": count})

    @admin.action(description=gettext_lazy("Brug de valgte igen"), permissions=["change"])
    def use_again(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        count = queryset.update(is_struck=False)
        load.pack_learned()
        words = ngettext("%(count)d bruges igen.", "%(count)d bruges igen.", count)
        messages.success(request, words % {"count": count})


@admin.register(LearnedWord)
class LearnedWordAdmin(LearnedAdmin):
    list_display = ["word", "times", "in_words"]
    readonly_fields = ["word", "times", "in_words"]
    search_fields = ["word"]


@admin.register(LearnedPair)
class LearnedPairAdmin(LearnedAdmin):
    list_display = ["before", "word", "times", "in_words"]
    readonly_fields = ["before", "word", "times", "in_words"]
    search_fields = ["before", "word"]
