"""Documents: the original files, byte for byte, and what the parser made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.addresses import address_of
from meetings.models.choices import choices, one_of
from meetings.models.meeting import Meeting
from meetings.shared.vocabulary import (
    DocumentChoice,
    DocumentKind,
    DocumentState,
    PageOrigin,
    RegionSlug,
    SetAside,
)

if TYPE_CHECKING:
    from django.core.files import File


class DocumentQuerySet(models.QuerySet["Document"]):
    def parsed(self) -> Self:
        """Keep those that have been read, also those set aside. One being read again keeps its previous record."""
        return self.filter(record__isnull=False)

    def read(self) -> Self:
        """Keep those that have been read and have a part in their meeting, which the site shows."""
        return self.parsed().filter(meeting__isnull=False, set_aside="")

    def set_aside(self) -> Self:
        """Keep those that wait for an archivist, since they would take items from their meeting."""
        return self.filter(set_aside=SetAside.ITEMS)

    def kept_out(self) -> Self:
        """Keep those that an archivist keeps out of their meeting."""
        return self.filter(set_aside=SetAside.KEPT_OUT)

    def papers(self) -> Self:
        """Leave out enclosures: what is left is agendas and minutes, and what has not been read."""
        return self.exclude(kind=DocumentKind.ENCLOSURE)

    def enclosures(self) -> Self:
        """Keep the enclosures, in the order of their names."""
        return self.filter(kind=DocumentKind.ENCLOSURE).order_by("name", "pk")

    def samples(self) -> Self:
        """Keep the invented samples, which demonstrate the archive."""
        return self.filter(is_sample=True)

    def own(self) -> Self:
        """Leave out the samples."""
        return self.filter(is_sample=False)

    def unfinished(self) -> Self:
        """Keep those that wait in the queue or are being read."""
        return self.filter(state__in=[DocumentState.WAITING, DocumentState.READING])

    def with_undecided_numbers(self) -> Self:
        """Keep those with a CPR number that no archivist has decided on."""
        return self.filter(cpr_numbers__is_released__isnull=True, cpr_numbers__isnull=False).distinct()

    def wanting_ocr(self) -> Self:
        """Keep those with a page that is an image and has not been read yet."""
        wanting = models.Q(page_origins__contains=[{"wants_ocr": True}], state=DocumentState.READ)
        return self.filter(wanting | models.Q(state=DocumentState.NEEDS_OCR))


def is_born_digital(page_origins: Sequence[dict[str, Any]]) -> bool:
    """Return whether most pages (`Document.page_origins`) have their text from the file and not from OCR."""
    from_file = [one for one in page_origins if one["origin"] == PageOrigin.FILE]
    return 2 * len(from_file) >= len(page_origins)


class Document(models.Model):
    """An agenda, minutes or an enclosure as received, what the parser made of it, and what an archivist stated of it.

    Originals are stored under their SHA-256, so identical files are one document. `record` is
    `ingest.records.MeetingRecord.to_json()`; a meeting's rows are made from the records of its documents.
    """

    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="documents", verbose_name=_("møde")
    )
    state = models.CharField(
        _("tilstand"), max_length=10, choices=choices(DocumentState), default=DocumentState.WAITING
    )
    kind = models.CharField(_("art"), max_length=30, choices=choices(DocumentKind), blank=True)
    corrected = models.BooleanField(_("rettet udgave"), default=False)
    draft = models.BooleanField(_("udkast"), default=False)
    day = models.DateField(_("dag"), null=True, blank=True, help_text=_("Mødets dag, som dokumentet nævner den."))
    moved_from = models.DateField(_("flyttet fra"), null=True, blank=True)
    dispatched = models.DateField(_("udsendt"), null=True, blank=True, help_text=_("Som der står i dokumentet."))
    item_count = models.PositiveIntegerField(_("punkter og overskrifter"), default=0)
    set_aside = models.CharField(_("hvorfor det ikke gælder"), max_length=10, choices=choices(SetAside), blank=True)
    choice = models.CharField(_("afgørelse"), max_length=10, choices=choices(DocumentChoice), blank=True)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="chosen_documents",
        verbose_name=_("afgjort af"),
    )
    chosen_at = models.DateTimeField(_("afgjort"), null=True, blank=True)
    name = models.CharField(_("filnavn"), max_length=255)
    original = models.FileField(_("original"), max_length=200)
    charset = models.CharField(
        _("tegnsæt"), max_length=20, blank=True, help_text=_("Som filens tekst er læst; tomt for en PDF.")
    )
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    size = models.PositiveIntegerField(_("størrelse i byte"))
    pages = models.PositiveIntegerField(_("sider"), null=True, blank=True)
    text = models.TextField(_("udtrukket tekst"), blank=True, help_text=_("Sider er adskilt af sideskift."))
    changes = models.JSONField(
        _("rettelser af fejllæste bogstaver"),
        default=list,
        blank=True,
        help_text=_("Side fra 1, linje og plads i den udtrukne tekst fra 0, hvad der stod, og hvad der skal stå."),
    )
    lexicon_version = models.CharField(
        _("ordliste"),
        max_length=40,
        blank=True,
        help_text=_("Udgaven af den ordliste, som bogstaverne er rettet efter."),
    )
    page_origins = models.JSONField(
        _("hvor siderne er læst fra"),
        default=list,
        blank=True,
        help_text=_("For hver side: tekst i filen eller OCR, om bogstaver er rettet, og hvor sikker læsningen er."),
    )
    extraction = models.PositiveIntegerField(
        _("udtrækning"),
        default=0,
        help_text=_("Udgaven af det program, der udtrak de gemte sider; 0, når filen selv skal læses igen."),
    )
    record = models.JSONField(_("hvad parseren læste"), null=True, blank=True)
    coverage = models.FloatField(
        _("dækning"),
        null=True,
        blank=True,
        help_text=_("Hvor stor en del af dokumentets ord der endte i et felt, fra 0 til 1; tomt, til det læses igen."),
    )
    warnings = ArrayField(models.TextField(), verbose_name=_("advarsler"), default=list, blank=True)
    failure = models.TextField(_("hvorfor den ikke kunne læses"), blank=True)
    stated_region = models.CharField(_("angivet KKR"), max_length=20, choices=choices(RegionSlug), blank=True)
    stated_date = models.DateField(_("angivet dato"), null=True, blank=True)
    stated_kind = models.CharField(_("angivet art"), max_length=30, choices=choices(DocumentKind), blank=True)
    is_sample = models.BooleanField(_("eksempel"), default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("lagt op af")
    )
    created_at = models.DateTimeField(_("modtaget"), auto_now_add=True)
    read_at = models.DateTimeField(_("læst"), null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenter")
        ordering = ["-created_at", "-pk"]
        constraints = [
            one_of("state", DocumentState),
            one_of("kind", DocumentKind, blank=True),
            one_of("set_aside", SetAside, blank=True),
            one_of("choice", DocumentChoice, blank=True),
            one_of("stated_region", RegionSlug, blank=True),
            one_of("stated_kind", DocumentKind, blank=True),
            models.CheckConstraint(condition=models.Q(coverage__range=(0, 1)), name="document_coverage_is_share"),
            models.CheckConstraint(
                condition=~models.Q(state=DocumentState.READ)
                | models.Q(meeting__isnull=False, record__isnull=False, read_at__isnull=False) & ~models.Q(kind=""),
                name="document_read_has_meeting_and_record",
            ),
            models.CheckConstraint(
                condition=models.Q(choice="", chosen_at__isnull=True)
                | ~models.Q(choice="") & models.Q(chosen_at__isnull=False),
                name="document_choice_has_time",
            ),
            models.CheckConstraint(
                condition=models.Q(set_aside="")
                | models.Q(set_aside=SetAside.ITEMS, meeting__isnull=False, record__isnull=False)
                | models.Q(set_aside=SetAside.KEPT_OUT, choice=DocumentChoice.KEPT_OUT)
                & models.Q(meeting__isnull=True, record__isnull=False),
                name="document_set_aside_was_read",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=DocumentState.READ) | models.Q(set_aside=""),
                name="document_read_is_not_set_aside",
            ),
        ]
        indexes = [
            models.Index(fields=["state"], name="document_state"),
            models.Index(
                fields=["moved_from"], name="document_moved_from", condition=models.Q(moved_from__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("document", self.pk)

    @property
    def original_url(self) -> str:
        """The URL path of the original file."""
        return address_of("original", self.pk, self.name)

    @property
    def is_pdf(self) -> bool:
        return (self.original.name or "").endswith(".pdf")

    @property
    def is_born_digital(self) -> bool:
        """Whether most pages have their text from the file and not from OCR."""
        return is_born_digital(self.page_origins)

    def keep_original(self, content: File[bytes]) -> None:
        """Store the bytes under their SHA-256 (which must be set), unless they are stored already."""
        extension = "pdf" if self.name.lower().endswith(".pdf") else "txt"
        path = f"{self.sha256[:2]}/{self.sha256}.{extension}"
        self.original.name = path if default_storage.exists(path) else default_storage.save(path, content)
