"""People who sat in the councils, distinguished by name and municipality, with corrections by archivists."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from danish import alphabet
from meetings.addresses import address_of
from meetings.models.choices import choices, one_of
from meetings.models.meeting import Meeting
from meetings.models.places import Municipality
from meetings.search.language.person_names import name_keys
from meetings.shared.vocabulary import Attendance


class PersonQuerySet(models.QuerySet["Person"]):
    def standing(self) -> Self:
        """Leave out persons merged into another and those that no document names any more."""
        return self.filter(merged_into=None).filter(
            models.Exists(Participant.objects.filter(person=models.OuterRef("pk")))
        )

    def sitting(self, **seat: Any) -> Self:
        """Keep those with a participation that matches the lookups `seat`, such as `municipality`."""
        return self.filter(models.Exists(Participant.objects.filter(person=models.OuterRef("pk"), **seat)))


class Person(models.Model):
    """Somebody who has been on a list of participants. One merged into another is kept, so the address redirects.

    `name_keys` are what a name is looked up by (`meetings.search.language.person_names`).
    """

    name = models.CharField(_("navn"), max_length=120)
    slug = models.SlugField(_("adresse"), max_length=150, unique=True)
    sort_key = models.CharField(max_length=150, editable=False)
    name_keys = models.TextField(editable=False, default="")
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged", verbose_name=_("samlet i")
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("personer")
        ordering = ["sort_key", "pk"]
        indexes = [GinIndex(fields=["name_keys"], opclasses=["gin_trgm_ops"], name="person_name_keys")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("pk")), name="person_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = alphabet.sort_key(self.name)
        self.name_keys = name_keys(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return address_of("person", self.slug)


class PersonAlias(models.Model):
    """The person that a name on a list means: everywhere, or in one meeting, where an archivist split two namesakes.

    Where two of one name sit for one municipality, a party says which of them is meant; else it is empty.
    Import looks here and nowhere else, so merges and splits by archivists persist.
    """

    name_key = models.CharField(_("navn, normaliseret"), max_length=120)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kommune")
    )
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("kun på mødet")
    )
    party = models.CharField(_("parti"), max_length=40, blank=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases", verbose_name=_("person"))

    class Meta:
        verbose_name = _("navn på en person")
        verbose_name_plural = _("navne på personer")
        ordering = ["name_key", "municipality", "party", "meeting"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key", "municipality", "meeting", "party"],
                name="person_alias_means_one",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.name_key


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def parties(self) -> models.QuerySet[Participant, str]:
        """Return the parties, as printed, in alphabetical order."""
        return self.exclude(party="").order_by("party").values_list("party", flat=True).distinct()


class Participant(models.Model):
    """A person at a meeting, with name, party and municipality as in that meeting's document."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants", verbose_name=_("møde"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="participations", verbose_name=_("person"))
    position = models.PositiveSmallIntegerField(_("plads"))
    name = models.CharField(_("navn"), max_length=120)
    party = models.CharField(_("parti"), max_length=40, blank=True, help_text=_("Bogstav eller liste, som trykt."))
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="participants", verbose_name=_("kommune")
    )
    status = models.CharField(_("fremmøde"), max_length=10, choices=choices(Attendance))
    substitute_for = models.CharField(
        _("stedfortræder for"), max_length=120, blank=True, help_text=_("Den, som personen kom i stedet for.")
    )

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("deltager")
        verbose_name_plural = _("deltagere")
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="participant_once_a_meeting"),
            one_of("status", Attendance),
        ]

    def __str__(self) -> str:
        return self.name
