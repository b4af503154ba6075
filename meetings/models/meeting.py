"""Meetings: one for an agenda and its minutes together."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from meetings.models.places import Region


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def for_lists(self) -> Self:
        """Fetch what a list of meetings shows of each: `item_count`, `has_agenda`, `has_minutes`."""
        documents = self.model.documents.rel.related_model.objects.filter(meeting=models.OuterRef("pk"))
        return self.annotate(
            item_count=models.Count("items", filter=models.Q(items__is_current=True)),
            has_minutes=models.Exists(documents.filter(kind="minutes")),
            has_agenda=models.Exists(documents.exclude(kind="minutes")),
        ).select_related("region")

    def held_in_year(self, year: int) -> Self:
        return self.filter(date__year=year)


class Meeting(models.Model):
    """A meeting of one KKR. A second one on the same day has `sequence` 2, and is told apart by its start time."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="meetings", verbose_name=_("KKR"))
    date = models.DateField(_("dato"))
    sequence = models.PositiveSmallIntegerField(_("nummer på dagen"), default=1)
    start_time = models.TimeField(_("tidspunkt"), null=True, blank=True)
    place = models.CharField(_("sted"), max_length=500, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("møde")
        verbose_name_plural = _("møder")
        ordering = ["-date", "region__order", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["region", "date", "sequence"], name="meeting_unique_in_region_and_day"),
            models.UniqueConstraint(fields=["region", "date", "start_time"], name="meeting_unique_start_time"),
            models.CheckConstraint(condition=models.Q(sequence__gte=1), name="meeting_sequence_from_1"),
        ]
        indexes = [models.Index(fields=["date"], name="meeting_date")]

    def __str__(self) -> str:
        return f"{self.region} {date_format(self.date, 'DATE_FORMAT')}"

    @property
    def address(self) -> str:
        """The day as it stands in addresses: "2025-10-24", a second meeting "2025-10-24-2"."""
        return self.date.isoformat() + (f"-{self.sequence}" if self.sequence > 1 else "")

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.region_id, self.address])

    @staticmethod
    def read_address(address: str) -> tuple[datetime.date, int]:
        """Give date and sequence of an address. Raises ValueError if it is none."""
        date, sequence = address[:10], address[11:]
        return datetime.date.fromisoformat(date), int(sequence or "1")
