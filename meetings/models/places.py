"""Regions and municipalities."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meetings.addresses import address_of
from meetings.models.choices import choices, one_of
from meetings.shared.vocabulary import RegionSlug


class RegionQuerySet(models.QuerySet["Region"]):
    def with_meeting_counts(self) -> Self:
        """Add `meeting_count`."""
        return self.annotate(meeting_count=models.Count("meetings", distinct=True)).order_by("order")


class Region(models.Model):
    """One of the five municipal councils (KKR): a set of municipalities, not the territory of a region."""

    slug = models.CharField(_("adresse"), max_length=20, primary_key=True, choices=choices(RegionSlug))
    order = models.PositiveSmallIntegerField(_("rækkefølge"))

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("KKR")
        verbose_name_plural = _("KKR")
        ordering = ["order"]
        constraints = [one_of("slug", RegionSlug)]

    def __str__(self) -> str:
        return f"KKR {gettext(RegionSlug(self.slug).label)}"

    def get_absolute_url(self) -> str:
        return address_of("region", self.slug)


class MunicipalityQuerySet(models.QuerySet["Municipality"]):
    def with_participant_counts(self) -> Self:
        """Add `participant_count`: how many persons have sat for the municipality in any meeting."""
        return self.annotate(participant_count=models.Count("participants__person", distinct=True))


class Municipality(models.Model):
    """One of the 98 municipalities. `code` is the official one (Danmarks Statistik), such as "851" for Aalborg."""

    code = models.CharField(_("kommunekode"), max_length=3, primary_key=True)
    slug = models.SlugField(_("adresse"), unique=True)
    name = models.CharField(_("navn"), max_length=50, unique=True)
    official_name = models.CharField(_("officielt navn"), max_length=60)
    region = models.ForeignKey(Region, models.PROTECT, related_name="municipalities", verbose_name=_("KKR"))
    sort_key = models.CharField(max_length=60, editable=False)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("kommune")
        verbose_name_plural = _("kommuner")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("municipality", self.slug)
