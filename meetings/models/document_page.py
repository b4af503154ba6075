"""The pages of documents: what stands where on them, as extracted, and the text on them that no reader sees."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.document import Document
from meetings.shared.page_layout import PageLayout, hidden_from_json


class DocumentPage(models.Model):
    """A page of a PDF or scan. Text files have none: their text is their page.

    `hidden` is kept apart from the layout, so that no public page can show it by mistake.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="document_pages", verbose_name=_("dokument"))
    number = models.PositiveIntegerField(_("side"))
    packed = models.BinaryField(_("sidens tekst med ordenes pladser"))
    hidden = models.JSONField(_("skjult tekst"), default=list, blank=True)

    class Meta:
        verbose_name = _("side")
        verbose_name_plural = _("sider")
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_page_number_unique"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="document_page_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.number}"

    @property
    def layout(self) -> PageLayout:
        """What stands where on the page, without the hidden text."""
        return PageLayout.unpack(bytes(self.packed))

    @property
    def layout_with_hidden(self) -> PageLayout:
        """What stands where on the page, for reading it again and for archivists."""
        return PageLayout.unpack(bytes(self.packed), hidden_from_json(self.hidden))
