"""Facts that sentences of the items state: next meetings, deadlines, appointments, amounts, earlier meetings."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.choices import choices, one_of
from meetings.models.item import AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.people import Person
from meetings.shared.vocabulary import FactKind, RegionSlug

_SHOWN = (
    *("item", "position", "kind", "section", "sentence", "date", "time", "end_time", "place"),
    *("person", "body", "period", "proposed_by", "amount", "what", "council"),
)
_OF_ITEM = ("number", "address", "title", "meeting__region", "meeting__date", "meeting__sequence")


class FactQuerySet(models.QuerySet["Fact"]):
    def current(self) -> Self:
        """Keep those of items in the documents that now count for their meeting."""
        return self.filter(item__is_current=True)

    def with_items(self) -> Self:
        """Fetch with each fact its item and meeting, as far as a list shows them."""
        return self.select_related("item__meeting__region").only(*_SHOWN, *(f"item__{name}" for name in _OF_ITEM))

    def next_meetings(self) -> Self:
        """Keep the days that are announced for a council's next meetings, the latest first."""
        return self.current().filter(kind=FactKind.NEXT_MEETING, date__isnull=False).with_items().order_by("-date")

    def announced_by(self, meeting: Meeting) -> Self:
        """Keep the next meetings and then the deadlines that a meeting's current items state, by day."""
        kinds = [FactKind.NEXT_MEETING, FactKind.DEADLINE]
        found = self.current().filter(item__meeting=meeting, kind__in=kinds).with_items()
        return found.order_by("-kind", models.F("date").asc(nulls_last=True), "item__sort_key", "position")

    def about_meeting(self, meeting: Meeting) -> Self:
        """Keep the references to a meeting in current items of later ones, oldest first."""
        kinds = self.current().filter(kind=FactKind.EARLIER_MEETING, council=meeting.region_id, date=meeting.date)
        return kinds.with_items().order_by("item__meeting__date", "item__sort_key", "position")

    def appointing(self, person: Person) -> Self:
        """Keep the appointments of a person by name, newest first; none where another person bears the name."""
        namesakes = Person.objects.standing().filter(name=person.name).exclude(pk=person.pk)
        found = self.current().filter(kind=FactKind.APPOINTMENT, person=person.name)
        return found.exclude(models.Exists(namesakes)).with_items().order_by("-item__meeting__date", "item__sort_key")


class Fact(models.Model):
    """A fact, the sentence that states it and the section it stands in; "" or null for what the sentence leaves out.

    `council` is the KKR whose earlier meeting is referred to, "" where the meeting is another body's.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="facts", verbose_name=_("dagsordenspunkt"))
    position = models.PositiveSmallIntegerField(_("plads"))
    kind = models.CharField(_("slags"), max_length=15, choices=choices(FactKind))
    section = models.CharField(_("afsnit"), max_length=15)
    sentence = models.TextField(_("sætning"))
    date = models.DateField(_("dato"), null=True, blank=True)
    time = models.TimeField(_("fra"), null=True, blank=True)
    end_time = models.TimeField(_("til"), null=True, blank=True)
    place = models.TextField(_("sted"), blank=True)
    person = models.TextField(_("person"), blank=True)
    body = models.TextField(_("organ"), blank=True)
    period = models.TextField(_("periode"), blank=True)
    proposed_by = models.TextField(_("indstillet af"), blank=True)
    amount = models.DecimalField(_("beløb i kroner"), max_digits=20, decimal_places=2, null=True, blank=True)
    what = models.TextField(_("hvad"), blank=True)
    council = models.CharField(_("KKR"), max_length=15, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("oplysning")
        verbose_name_plural = _("oplysninger")
        ordering = ["item", "position"]
        indexes = [
            models.Index(fields=["council", "date"], name="fact_of_meeting", condition=models.Q(council__gt="")),
            models.Index(fields=["person"], name="fact_of_person", condition=models.Q(person__gt="")),
            models.Index(fields=["date"], name="fact_next_meeting", condition=models.Q(kind="next_meeting")),
        ]
        constraints = [
            one_of("kind", FactKind),
            one_of("council", RegionSlug, blank=True),
            models.UniqueConstraint(fields=["item", "position"], name="fact_position_unique"),
            models.CheckConstraint(
                condition=models.Q(kind=FactKind.AMOUNT, amount__gt=0)
                | models.Q(~models.Q(kind=FactKind.AMOUNT), amount=None),
                name="fact_amount_of_an_amount",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=FactKind.APPOINTMENT, person__gt="")
                | models.Q(~models.Q(kind=FactKind.APPOINTMENT), person=""),
                name="fact_person_of_an_appointment",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence[:80]
