"""CPR numbers in documents, each masked, and what an archivist decided about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.document import Document


class FoundCprNumber(models.Model):
    """A CPR number on a page of a document. The number itself is not stored here, only what tells it from others.

    `digest` is a keyed hash, by which a decision is found again when the document is read again. `is_released` is
    empty until an archivist has decided.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="cpr_numbers", verbose_name=_("dokument"))
    page = models.PositiveIntegerField(_("side"))
    masked = models.CharField(_("nummer"), max_length=11)
    digest = models.CharField(max_length=64)
    is_hidden = models.BooleanField(_("i tekst, der ikke ses"), default=False)
    is_released = models.BooleanField(_("frigivet"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("afgjort af")
    )
    decided_at = models.DateTimeField(_("afgjort"), null=True, blank=True)

    class Meta:
        verbose_name = _("CPR-nummer")
        verbose_name_plural = _("CPR-numre")
        ordering = ["document", "page", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "page", "digest"], name="cpr_number_once_a_page"),
            models.CheckConstraint(condition=models.Q(page__gte=1), name="cpr_number_page_from_one"),
            models.CheckConstraint(
                condition=models.Q(is_released__isnull=True, decided_at__isnull=True)
                | models.Q(is_released__isnull=False, decided_at__isnull=False),
                name="cpr_number_decision_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.masked
