"""Topics, and the terms by which items are assigned to them."""

from __future__ import annotations

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from meetings.addresses import address_of
from meetings.models.choices import choices, one_of
from meetings.shared.vocabulary import TopicSlug


class TopicQuerySet(models.QuerySet["Topic"]):
    def with_item_counts(self) -> Self:
        """Add `item_count`: how many searchable items have the topic."""
        counted = models.Count("itemtopic", filter=models.Q(itemtopic__item__in=_readable()))
        return self.annotate(item_count=counted).order_by("order")


def _readable() -> models.QuerySet[Any, Any]:
    """Return the keys of the searchable items from the search table, so that the items' texts need not be read."""
    from meetings.models.search_entry import SearchEntry  # which imports this module

    return SearchEntry.objects.values("pk")


class Topic(models.Model):
    """A topic of items, from the closed vocabulary."""

    slug = models.CharField(_("adresse"), max_length=30, primary_key=True, choices=choices(TopicSlug))
    order = models.PositiveSmallIntegerField(_("rækkefølge"))

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("hvad et punkt handler om", "emne")
        verbose_name_plural = _("emner")
        ordering = ["order"]
        constraints = [one_of("slug", TopicSlug)]

    def __str__(self) -> str:
        return gettext(TopicSlug(self.slug).label)

    def get_absolute_url(self) -> str:
        return address_of("topic", self.slug)


class TopicTerm(models.Model):
    """A term that indicates a topic, and how strongly. Archivists can change it; items are then reassigned.

    "*" at the end stands for the rest of a word: "flygtning*" finds flygtninge and flygtningefordeling.
    """

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="terms", verbose_name=_("emne"))
    term = models.CharField(
        _("ord"),
        max_length=80,
        help_text=_("Små bogstaver. * til sidst står for resten af ordet: flygtning* finder også flygtningefordeling."),
        validators=[
            RegexValidator(r"^[^\s*A-ZÆØÅ][^*A-ZÆØÅ]{2,}\*?$", _("Mindst tre små bogstaver og højst en * til sidst."))
        ],
    )
    weight = models.FloatField(
        _("vægt"),
        help_text=_("1 er et svagt tegn, 4 et sikkert."),
        validators=[MinValueValidator(0.1), MaxValueValidator(10)],
    )

    class Meta:
        verbose_name = _("ord for et emne")
        verbose_name_plural = _("ord for emner")
        ordering = ["topic", "-weight", "term"]
        constraints = [
            models.UniqueConstraint("topic", Lower("term"), name="topic_term_once_a_topic"),
            models.CheckConstraint(condition=models.Q(weight__gt=0), name="topic_term_weight_above_0"),
        ]

    def __str__(self) -> str:
        return self.term
