"""The same matter in other items: before, after, and in the other KKR. Found at import, never entered by hand."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.choices import choices, one_of
from meetings.models.item import LISTED, AgendaItem
from meetings.models.meeting import Meeting
from meetings.shared.vocabulary import Sameness


class SameMatterQuerySet(models.QuerySet["SameMatter"]):
    def in_order(self) -> Self:
        """Sort by the other item's date, oldest first, and fetch what a list shows of it."""
        shown = self.select_related("other__meeting__region", "other__decision")
        shown = shown.only("item", "reason", "words", *(f"other__{name}" for name in LISTED))
        return shown.order_by("other__meeting__date", "other__meeting__region__order", "other__sort_key")


class SameMatter(models.Model):
    """A pair of items that seem to concern one matter, and the reason. Each pair is stored in both directions."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="same_matters", verbose_name=_("dagsordenspunkt"))
    other = models.ForeignKey(AgendaItem, models.CASCADE, related_name="+", verbose_name=_("det andet punkt"))
    reason = models.CharField(_("begrundelse"), max_length=12, choices=choices(Sameness))
    words = ArrayField(models.TextField(), verbose_name=_("fælles ord"), default=list, blank=True)
    likeness = models.FloatField(_("lighed"), help_text=_("Fra 0 til 1."))

    objects = SameMatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("samme sag")
        verbose_name_plural = _("samme sager")
        ordering = ["item", "other"]
        constraints = [
            one_of("reason", Sameness),
            models.UniqueConstraint(fields=["item", "other"], name="same_matter_pair_once"),
            models.CheckConstraint(condition=~models.Q(item=models.F("other")), name="same_matter_of_two_items"),
            models.CheckConstraint(
                condition=models.Q(likeness__gte=0, likeness__lte=1), name="same_matter_likeness_from_0_to_1"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} – {self.other_id}"


class ItemWords(models.Model):
    """The terms of an item (`ingest.matters.similarity.ItemTerms`), stored so that new items are compared with it fast.

    Every item that may be linked to others has a row. `times` counts first `title_terms`, then `terms`. `own_case` is
    the case number if no other item of the meeting has it; `weighed_by` is the `WordRarity` of the last comparison.
    """

    item = models.OneToOneField(AgendaItem, models.CASCADE, primary_key=True, related_name="words")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    date = models.DateField()
    own_case = models.CharField(max_length=20, blank=True, db_index=True)
    title_terms = ArrayField(models.TextField())
    terms = ArrayField(models.TextField())
    times = ArrayField(models.PositiveIntegerField())
    weighed_by = models.BigIntegerField(default=0, db_index=True)

    class Meta:
        ordering = ["item"]
        indexes = [GinIndex(fields=["title_terms"], name="item_words_title_terms")]

    def __str__(self) -> str:
        return f"{self.item_id}"


class WordRarity(models.Model):
    """How many of `items` items have each term, and with "=" before it, how many titles; terms of one are left out.

    The newest row counts. A new one is computed as the archive grows, not with every document, so that items are
    compared by the same measure in whatever order they came.
    """

    items = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.items}"
