"""The admin of the reference lists that come with the archive: KKR and municipalities."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.admin.base import ArchiveAdmin, ReadOnly
from meetings.models import Municipality, Region


class ReferenceListAdmin(ReadOnly, ArchiveAdmin):
    """The admin of a reference list, which every update loads anew."""

    note = _(
        "Denne liste følger med arkivet og bliver lagt ind på ny ved hver opdatering. Derfor kan den ikke rettes her."
    )


@admin.register(Region)
class RegionAdmin(ReferenceListAdmin):
    list_display = ["__str__", "meeting_count", "on_site"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Region]:
        return Region.objects.with_meeting_counts()

    @admin.display(description=_("møder"), ordering="meeting_count")
    def meeting_count(self, region: Any) -> int:
        count: int = region.meeting_count
        return count


@admin.register(Municipality)
class MunicipalityAdmin(ReferenceListAdmin):
    list_display = ["name", "code", "region", "participant_count", "on_site"]
    list_filter = ["region"]
    list_select_related = ["region"]
    list_per_page = 100
    search_fields = ["name", "official_name", "code"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Municipality]:
        return Municipality.objects.with_participant_counts()

    @admin.display(description=_("personer"), ordering="participant_count")
    def participant_count(self, municipality: Any) -> int:
        count: int = municipality.participant_count
        return count
