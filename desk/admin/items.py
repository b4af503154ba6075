"""The admin of meetings, their items, and the rows that belong to items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.admin.base import FromDocuments, FromDocumentsInline, page_link
from desk.admin.page_view import item_places
from meetings.models import (
    AgendaItem,
    Attachment,
    Decision,
    Document,
    FormerItemAddress,
    ItemAddress,
    ItemTopic,
    Meeting,
    MeetingAddress,
    Participant,
)
from meetings.shared.vocabulary import Outcome


class MeetingDocuments(FromDocumentsInline):
    model = Document
    fields = ["name", "kind", "state", "pages", "read_at", "opened"]
    readonly_fields = ["opened"]
    verbose_name_plural = _("dokumenter")


class MeetingItems(FromDocumentsInline):
    model = AgendaItem
    fields = ["number", "title", "case_number", "is_current", "opened"]
    readonly_fields = ["opened"]
    ordering = ["-is_current", "sort_key"]


class MeetingParticipants(FromDocumentsInline):
    model = Participant
    fields = ["name", "party", "municipality", "status", "substitute_for", "person"]


@admin.register(Meeting)
class MeetingAdmin(FromDocuments):
    date_hierarchy = "date"
    list_display = [
        "__str__",
        "start_time",
        "place",
        "status",
        "item_count",
        "participant_count",
        "document_count",
        "on_site",
    ]
    list_filter = ["region", "status", "extraordinary", "date"]
    list_select_related = ["region"]
    search_fields = ["place", "items__title", "items__case_number", "participants__name"]
    search_help_text = _("Søger i sted, punkternes titler og sagsnumre og deltagernes navne.")
    inlines = [MeetingDocuments, MeetingItems, MeetingParticipants]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Meeting]:
        return Meeting.objects.annotate(
            item_count=Count("items__search_entry", distinct=True),
            participant_count=Count("participants", distinct=True),
            document_count=Count("documents", distinct=True),
        ).select_related("region")

    @admin.display(description=_("punkter"), ordering="item_count")
    def item_count(self, meeting: Any) -> int:
        count: int = meeting.item_count
        return count

    @admin.display(description=_("deltagere"), ordering="participant_count")
    def participant_count(self, meeting: Any) -> int:
        count: int = meeting.participant_count
        return count

    @admin.display(description=_("dokumenter"), ordering="document_count")
    def document_count(self, meeting: Any) -> int:
        count: int = meeting.document_count
        return count


class ItemDecision(FromDocumentsInline):
    model = Decision
    fields = ["text", "outcome", "all_outcomes", "basis", "followed", "followed_basis"]
    readonly_fields = ["all_outcomes"]

    @admin.display(description=Decision.outcomes.field.verbose_name)
    def all_outcomes(self, decision: Decision) -> str:
        return in_words(decision.outcomes)


class ItemAttachments(FromDocumentsInline):
    model = Attachment
    fields = ["position", "name"]


class ItemTopics(FromDocumentsInline):
    model = ItemTopic
    fields = ["position", "topic"]


class ItemAddresses(FromDocumentsInline):
    model = ItemAddress
    fields = ["address"]


@admin.register(AgendaItem)
class AgendaItemAdmin(FromDocuments):
    date_hierarchy = "meeting__date"
    list_display = ["number", "title", "meeting", "case_number", "outcome", "is_current", "on_site"]
    list_display_links = ["number", "title"]
    list_filter = ["meeting__region", "is_current", "decision__outcome", "topics"]
    list_select_related = ["meeting__region", "decision"]
    ordering = ["-meeting__date", "meeting", "sort_key"]
    search_fields = ["title", "case_number", "caseworkers"]
    search_help_text = _("Søger i titler, sagsnumre og sagsbehandlere.")
    exclude = ["sort_key", "asks_for"]
    readonly_fields = ["asked_for", "shown_places"]
    inlines = [ItemDecision, ItemTopics, ItemAttachments, ItemAddresses]

    @admin.display(description=_("udfald"), ordering="decision__outcome")
    def outcome(self, item: AgendaItem) -> str:
        return item.decision.get_outcome_display() if hasattr(item, "decision") else "–"

    @admin.display(description=AgendaItem.asks_for.field.verbose_name)
    def asked_for(self, item: AgendaItem) -> str:
        return in_words(item.asks_for)

    @admin.display(description=_("steder i dokumentet"))
    def shown_places(self, item: AgendaItem) -> SafeString | str:
        return item_places(item)


def in_words(outcomes: Iterable[str]) -> str:
    """Return the labels of outcomes, a dash for none."""
    return ", ".join(gettext(Outcome(one).label) for one in outcomes) or "–"


class OfItem(FromDocuments):
    """The admin of rows that are shown on the page of their item."""

    list_select_related = ["item__meeting__region"]

    def find_page(self, obj: Any) -> str | None:
        return obj.item.get_absolute_url() if obj.item else None

    @admin.display(description=_("møde"), ordering="item__meeting__date")
    def meeting(self, obj: Any) -> SafeString | str:
        return page_link(obj.item.meeting)


@admin.register(Decision)
class DecisionAdmin(OfItem):
    date_hierarchy = "item__meeting__date"
    list_display = ["__str__", "outcome", "item", "meeting", "on_site"]
    list_filter = ["outcome", "item__meeting__region"]
    search_fields = ["text", "item__title", "item__case_number"]
    search_help_text = _("Søger i beslutninger og i punkternes titler og sagsnumre.")


@admin.register(Attachment)
class AttachmentAdmin(OfItem):
    list_display = ["name", "item", "meeting", "on_site"]
    list_filter = ["item__meeting__region"]
    search_fields = ["name", "item__title", "item__case_number"]


@admin.register(ItemAddress)
class ItemAddressAdmin(OfItem):
    note = _("Adresser bliver givet én gang og aldrig igen. Derfor kan de ikke rettes.")
    list_display = ["address", "item", "meeting", "on_site"]
    list_filter = ["meeting__region"]
    list_select_related = ["item__meeting__region", "meeting__region"]
    search_fields = ["address", "item__title"]

    @admin.display(description=_("møde"), ordering="meeting__date")
    def meeting(self, obj: Any) -> SafeString | str:
        return page_link(obj.meeting)


@admin.register(MeetingAddress)
class MeetingAddressAdmin(FromDocuments):
    note = ItemAddressAdmin.note
    list_display = ["__str__", "meeting", "on_site"]
    list_filter = ["region"]
    list_select_related = ["meeting__region"]
    search_fields = ["address"]

    def find_page(self, obj: MeetingAddress) -> str | None:
        return obj.meeting.get_absolute_url()


@admin.register(FormerItemAddress)
class FormerItemAddressAdmin(FromDocuments):
    note = ItemAddressAdmin.note
    list_display = ["__str__", "item", "on_site"]
    list_filter = ["region"]
    list_select_related = ["item__meeting__region"]
    search_fields = ["meeting_address", "address", "item__title"]

    def find_page(self, obj: FormerItemAddress) -> str | None:
        return obj.item.get_absolute_url() if obj.item else None
