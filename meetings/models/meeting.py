"""Meetings: one for both an agenda and its minutes."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from meetings.addresses import address_of
from meetings.date_format import long_date
from meetings.models.choices import choices, one_of
from meetings.models.places import Region
from meetings.shared.vocabulary import Attendance, DocumentKind, MeetingStatus

_ITEM_COUNT = "SELECT count(*) FROM meetings_searchentry AS entry WHERE entry.meeting_id = meetings_meeting.id"
_HAS_MINUTES = """EXISTS (
    SELECT FROM meetings_document AS one WHERE one.meeting_id = meetings_meeting.id AND one.set_aside = ''
        AND (one.kind = 'minutes') = %s
)"""


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def for_lists(self) -> Self:
        """Fetch what a list of meetings shows of each: KKR, `item_count`, `has_agenda`, `has_minutes`.

        Items are counted only for the meetings shown. The SQL is written out here, since Django takes as long to
        generate it as PostgreSQL to run it.
        """
        counted = self.annotate(
            item_count=RawSQL(_ITEM_COUNT, (), models.IntegerField()),  # noqa: S611 - nothing is interpolated
            has_minutes=RawSQL(_HAS_MINUTES, (True,), models.BooleanField()),  # noqa: S611
            has_agenda=RawSQL(_HAS_MINUTES, (False,), models.BooleanField()),  # noqa: S611
        )
        return counted.select_related("region").order_by("-date", "region__order", "sequence")

    def gathered(self) -> Self:
        """Keep those at which the members met: neither cancelled nor decided in writing."""
        return self.filter(status__in=[one for one in MeetingStatus if one.is_gathering])

    def with_known_attendance(self) -> Self:
        """Keep those that were held and whose minutes list somebody as present.

        An agenda lists who is invited, and minutes that name only those who sent apologies do not say who came.
        """
        from meetings.models.document import Document
        from meetings.models.people import Participant

        minutes = Document.objects.read().filter(meeting=models.OuterRef("pk"), kind=DocumentKind.MINUTES)
        present = Participant.objects.filter(meeting=models.OuterRef("pk"), status=Attendance.PRESENT)
        return self.gathered().filter(models.Exists(minutes), models.Exists(present))

    def before(self, meeting: Meeting) -> Self:
        """Keep the earlier meetings of the same KKR, the nearest first."""
        earlier = models.Q(date__lt=meeting.date) | models.Q(date=meeting.date, sequence__lt=meeting.sequence)
        return self.filter(earlier, region=meeting.region_id).order_by("-date", "-sequence")

    def after(self, meeting: Meeting) -> Self:
        """Keep the later meetings of the same KKR, the nearest first."""
        later = models.Q(date__gt=meeting.date) | models.Q(date=meeting.date, sequence__gt=meeting.sequence)
        return self.filter(later, region=meeting.region_id).order_by("date", "sequence")

    def held_in_year(self, year: int) -> Self:
        return self.filter(date__year=year)

    def held_in_month(self, day: datetime.date) -> Self:
        """Keep those in the month of `day`."""
        return self.filter(date__year=day.year, date__month=day.month)


class Meeting(models.Model):
    """A meeting of one KKR. A second one on the same day has `sequence` 2, and is distinguished by its start time."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="meetings", verbose_name=_("KKR"))
    date = models.DateField(_("dato"))
    sequence = models.PositiveSmallIntegerField(_("nummer på dagen"), default=1)
    start_time = models.TimeField(_("tidspunkt"), null=True, blank=True)
    end_time = models.TimeField(_("slutter"), null=True, blank=True)
    place = models.CharField(_("sted"), max_length=500, blank=True)
    place_note = models.TextField(_("ved stedet"), blank=True, help_text=_("Formøder, frokost, link og andet."))
    status = models.CharField(_("status"), max_length=10, choices=choices(MeetingStatus), default=MeetingStatus.HELD)
    extraordinary = models.BooleanField(_("ekstraordinært"), default=False)
    moved_from = models.DateField(_("flyttet fra"), null=True, blank=True)
    deadline = models.DateField(_("frist"), null=True, blank=True, help_text=_("For svar i en skriftlig behandling."))
    deadline_time = models.TimeField(_("fristens klokkeslæt"), null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("møde")
        verbose_name_plural = _("møder")
        ordering = ["-date", "region__order", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["region", "date", "sequence"], name="meeting_unique_in_region_and_day"),
            models.UniqueConstraint(fields=["region", "date", "start_time"], name="meeting_unique_start_time"),
            models.CheckConstraint(condition=models.Q(sequence__gte=1), name="meeting_sequence_from_1"),
            one_of("status", MeetingStatus),
            models.CheckConstraint(
                condition=models.Q(end_time__isnull=True) | models.Q(end_time__gt=models.F("start_time")),
                name="meeting_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(moved_from__isnull=True) | ~models.Q(moved_from=models.F("date")),
                name="meeting_moved_from_another_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=MeetingStatus.WRITTEN) | models.Q(start_time__isnull=True),
                name="meeting_in_writing_has_no_start",
            ),
            models.CheckConstraint(
                condition=models.Q(deadline__isnull=True, deadline_time__isnull=True)
                | models.Q(deadline__isnull=False, status=MeetingStatus.WRITTEN),
                name="meeting_in_writing_has_the_deadline",
            ),
        ]
        indexes = [models.Index(fields=["date"], name="meeting_date")]

    def __str__(self) -> str:
        return f"{self.region} {long_date(self.date)}"

    @property
    def address(self) -> str:
        """The date as part of URLs: "2025-10-24", for a second meeting "2025-10-24-2"."""
        return self.write_address(self.date, self.sequence)

    def get_absolute_url(self) -> str:
        return address_of("meeting", self.region_id, self.address)

    @property
    def is_gathering(self) -> bool:
        """Whether the members met or are to meet: not where the meeting was cancelled or decided in writing."""
        return MeetingStatus(self.status).is_gathering

    @property
    def former_address(self) -> MeetingAddress:
        """The present address as an unsaved row, to be saved before the meeting moves."""
        return MeetingAddress(meeting=self, region=self.region, address=self.address)

    @staticmethod
    def write_address(date: datetime.date, sequence: int) -> str:
        """Return the address of a meeting: its date, and from the second meeting of a day on its number."""
        return date.isoformat() + (f"-{sequence}" if sequence > 1 else "")

    @staticmethod
    def read_address(address: str) -> tuple[datetime.date, int]:
        """Return the date and sequence in an address. Raises ValueError if it is not one."""
        date, sequence = address[:10], address[11:]
        return datetime.date.fromisoformat(date), int(sequence or "1")


class MeetingAddress(models.Model):
    """A meeting's address before its date or KKR was corrected. Redirects permanently, unless a meeting has it now."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("KKR"))
    address = models.CharField(_("adresse"), max_length=14)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="former_addresses", verbose_name=_("møde"))

    class Meta:
        verbose_name = _("tidligere adresse på et møde")
        verbose_name_plural = _("tidligere adresser på møder")
        ordering = ["region", "address"]
        constraints = [models.UniqueConstraint(fields=["region", "address"], name="meeting_former_address_means_one")]

    def __str__(self) -> str:
        return f"/{self.region_id}/{self.address}/"
