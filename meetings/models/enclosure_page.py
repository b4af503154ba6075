"""The search entries of the pages of enclosures: written by the loader with the document, never by hand."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from meetings.models.document import Document
from meetings.models.search_rebuild import Rewritten, WrittenByEdition, WrittenByEditionQuerySet, current_edition
from meetings.search.language import clause_sql
from meetings.search.language.indexing import index_texts
from meetings.shared.vocabulary import DocumentKind


class EnclosurePageQuerySet(WrittenByEditionQuerySet["EnclosurePage"]):
    def renew(self, document: Document) -> None:
        """Rewrite the entries of an enclosure that belongs to a meeting."""
        self.filter(document=document).delete()
        meeting = document.meeting
        if meeting is None or document.kind != DocumentKind.ENCLOSURE:
            return
        tags = [f"region:{meeting.region_id}", f"aar:{meeting.date.year}", f"art:{DocumentKind.ENCLOSURE}"]
        pages, edition = document.text.split("\f"), current_edition()
        self.bulk_create(
            EnclosurePage(document=document, number=number, vector=index_texts({"body": text}, tags).vector, **edition)
            for number, text in enumerate(pages, start=1)
            if text.strip()
        )

    def rewrite_next(self, after: int) -> Rewritten:
        """Rewrite the entries of the next document that has some of these, but one that another process is writing.

        Call it within a transaction.
        """
        waiting = Document.objects.filter(pk__gt=after, pk__in=self.order_by().values("document")).order_by("pk")
        document = waiting.select_for_update(skip_locked=True, no_key=True).first()
        if document is None:
            return Rewritten(after, 0)
        count = self.filter(document=document).count()
        EnclosurePage.objects.renew(document)
        return Rewritten(document.pk, count)


class EnclosurePage(WrittenByEdition):
    """The indexed words and tags of a page of an enclosure, as `SearchEntry` has them of an item."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="enclosure_pages")
    number = models.PositiveIntegerField()
    vector = clause_sql.VectorField()

    objects = EnclosurePageQuerySet.as_manager()

    class Meta:
        ordering = ["document", "number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="enclosure_page_unique")]
        indexes = [GinIndex(fields=["vector"], name="enclosure_page_vector")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.number}"
