"""What belongs to an agenda item: its decision, its attachments, its topics."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.choices import choices, one_of, some_of
from meetings.models.item import AgendaItem
from meetings.models.topics import Topic
from meetings.shared.vocabulary import Following, Outcome


class Decision(models.Model):
    """The decision of the council on an item; at most one per item."""

    item = models.OneToOneField(AgendaItem, models.CASCADE, related_name="decision", verbose_name=_("dagsordenspunkt"))
    text = models.TextField(_("beslutning"))
    outcome = models.CharField(_("udfald"), max_length=15, choices=choices(Outcome))
    outcomes = ArrayField(models.CharField(max_length=15, choices=choices(Outcome)), verbose_name=_("alle udfald"))
    followed = models.CharField(
        _("fulgte indstillingen"), max_length=10, choices=choices(Following), default=Following.NOT_SAID
    )
    basis = ArrayField(
        models.TextField(),
        verbose_name=_("sætninger, som udfaldene bygger på"),
        default=list,
        blank=True,
        help_text=_("Én for hvert udfald, i samme rækkefølge."),
    )
    followed_basis = ArrayField(
        models.TextField(),
        verbose_name=_("sætninger, som vurderingen bygger på"),
        default=list,
        blank=True,
        help_text=_("De sætninger, der siger, om indstillingen blev fulgt."),
    )

    class Meta:
        verbose_name = _("beslutning")
        verbose_name_plural = _("beslutninger")
        ordering = ["item"]
        constraints = [
            one_of("outcome", Outcome),
            one_of("followed", Following),
            some_of("outcomes", Outcome),
            models.CheckConstraint(
                condition=models.Q(outcomes__contains=[models.F("outcome")]), name="decision_outcome_among_outcomes"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Attachment(models.Model):
    """An attachment by its name, as the item lists it. The attachments themselves are not in the archive."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="attachments", verbose_name=_("dagsordenspunkt"))
    position = models.PositiveSmallIntegerField(_("plads"))
    name = models.TextField(_("navn"))

    class Meta:
        verbose_name = _("bilag")
        verbose_name_plural = _("bilag")
        ordering = ["item", "position"]
        constraints = [models.UniqueConstraint(fields=["item", "position"], name="attachment_position_unique")]

    def __str__(self) -> str:
        return self.name


class ItemTopic(models.Model):
    """A topic of an item; the most important has position 0."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, verbose_name=_("dagsordenspunkt"))
    topic = models.ForeignKey(Topic, models.PROTECT, verbose_name=_("emne"))
    position = models.PositiveSmallIntegerField(_("plads"))

    class Meta:
        verbose_name = _("emne på et punkt")
        verbose_name_plural = _("emner på punkter")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "topic"], name="item_topic_once"),
            models.UniqueConstraint(fields=["item", "position"], name="item_topic_position_unique"),
        ]

    def __str__(self) -> str:
        return str(self.topic)
