"""Agenda items, and their present and former addresses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from meetings.models.choices import choices, some_of
from meetings.models.document import Document
from meetings.models.meeting import Meeting
from meetings.models.places import Region
from meetings.models.topics import Topic
from meetings.shared.headings import is_bare_heading
from meetings.shared.vocabulary import Outcome

if TYPE_CHECKING:
    from meetings.models.decision import Decision
    from meetings.models.search_entry import SearchEntry


LISTED = (
    *("meeting", "number", "address", "title", "decision__text", "decision__outcome", "decision__outcomes"),
    *("meeting__region", "meeting__date", "meeting__sequence", "meeting__status", "meeting__extraordinary"),
)


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def current(self) -> Self:
        """Keep those in the documents that now count for their meeting."""
        return self.filter(is_current=True)

    def for_lists(self) -> Self:
        """Fetch with each item what a list shows: meeting, KKR and decision."""
        return self.select_related("meeting__region", "decision")

    def listed(self) -> Self:
        """Fetch only the few columns that a list without highlighted hits shows: none of the long texts."""
        return self.for_lists().only(*LISTED)

    def searchable(self) -> Self:
        """Keep the items that search and lists show and all pages count: current items except bare headings."""
        return self.filter(search_entry__isnull=False)

    def readable(self) -> Self:
        """Leave out items with neither text nor decision."""
        return self.exclude(background="", recommendation="", presentation="", decision=None)

    def with_texts(self) -> Self:
        """Fetch with each item everything that search indexes."""
        rows = self.select_related("meeting", "decision", "document").prefetch_related("attachments", "topics", "facts")
        return rows.defer("document__text", "document__record", "document__changes", "document__page_origins")

    def newest_first(self) -> Self:
        return self.order_by("-meeting__date", "meeting__region__order", "meeting__sequence", "sort_key")


class AgendaItem(models.Model):
    """A numbered agenda item. `number` is as printed; `address`, usually the same, is its permanent part of the URL."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", verbose_name=_("møde"))
    number = models.CharField(_("nummer"), max_length=20)
    sort_key = models.GeneratedField(
        expression=Cast(
            models.Func(models.F("number"), models.Value("."), function="string_to_array"),
            ArrayField(models.IntegerField()),
        ),
        output_field=ArrayField(models.IntegerField()),
        db_persist=True,
    )
    address = models.CharField(_("adresse"), max_length=24)
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="children", verbose_name=_("overpunkt")
    )
    is_current = models.BooleanField(
        _("gælder"), default=True, help_text=_("Står i det dokument, der nu gælder for mødet.")
    )
    document = models.ForeignKey(
        Document, models.SET_NULL, null=True, blank=True, related_name="items", verbose_name=_("læst i")
    )
    title = models.TextField(_("titel"))
    case_number = models.CharField(_("sagsnummer"), max_length=20, blank=True, db_index=True)
    caseworkers = ArrayField(
        models.CharField(max_length=20), verbose_name=_("sagsbehandlere"), default=list, blank=True
    )
    background = models.TextField(_("baggrund"), blank=True)
    recommendation = models.TextField(_("indstilling"), blank=True)
    presentation = models.TextField(_("sagsfremstilling"), blank=True)
    tables = models.JSONField(
        _("tabeller"),
        default=list,
        blank=True,
        help_text=_(
            "Afsnit, plads mellem afsnittets stykker, rækker af celler, om den første er et hoved, og tabellens navn."
        ),
    )
    subheadings = models.JSONField(
        _("mellemoverskrifter"), default=list, blank=True, help_text=_("Afsnit og ordlyd, i tekstens rækkefølge.")
    )
    asks_for = ArrayField(
        models.CharField(max_length=15, choices=choices(Outcome)),
        verbose_name=_("hvad der indstilles"),
        default=list,
        blank=True,
    )
    first_page = models.PositiveIntegerField(_("fra side"), null=True, blank=True)
    last_page = models.PositiveIntegerField(_("til side"), null=True, blank=True)
    repairs = models.JSONField(
        _("rettede ord"),
        default=list,
        blank=True,
        help_text=_("Afsnit, ordet, som det blev læst af en maskine, og som det skal læses; i tekstens rækkefølge."),
    )
    topics = models.ManyToManyField(Topic, through="ItemTopic", related_name="items", verbose_name=_("emner"))

    objects = AgendaItemQuerySet.as_manager()

    if TYPE_CHECKING:
        decision: Decision
        search_entry: SearchEntry

    class Meta:
        verbose_name = _("dagsordenspunkt")
        verbose_name_plural = _("dagsordenspunkter")
        ordering = ["meeting", "sort_key", "pk"]
        constraints = [
            # Deferred, since items of a meeting may exchange their addresses.
            models.UniqueConstraint(
                fields=["meeting", "address"],
                name="item_address_unique_in_meeting",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(number__regex=r"^\d{1,4}(\.\d{1,4})*$"), name="item_number_is_outline_number"
            ),
            models.CheckConstraint(
                condition=models.Q(last_page__gte=models.F("first_page")), name="item_pages_in_order"
            ),
            some_of("asks_for", Outcome),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        # Below its meeting's, which is cached for all its items: `reverse` would take half a millisecond for a list.
        return f"{self.meeting.get_absolute_url()}punkt/{self.address}/"

    @property
    def level(self) -> int:
        """Depth in the outline: 1 for "3", 2 for "3.1"."""
        return self.number.count(".") + 1

    @property
    def has_text(self) -> bool:
        """Whether there is more to read than number and title."""
        return bool(self.background or self.recommendation or self.presentation or hasattr(self, "decision"))

    @property
    def is_heading(self) -> bool:
        """Whether it is a bare heading ("Eventuelt"), which is neither linked nor counted."""
        return is_bare_heading(self.number, self.case_number, [self.has_text])

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the sections by field name, tables in place.

        A table is its caption, if it has one, and rows as lines, cells separated by " | ".
        """
        texts = {name: getattr(self, name) for name in ("background", "recommendation", "presentation")}
        texts["decision"] = self.decision.text if hasattr(self, "decision") else ""
        return {name: self._with_tables(name, text) for name, text in texts.items()}

    def _with_tables(self, section: str, text: str) -> str:
        tables = [one for one in self.tables if one["section"] == section]
        if not tables:
            return text
        paragraphs = text.split("\n\n") if text else []
        for table in reversed(tables):
            rows = _rows_as_lines(table["rows"])
            caption = [table["caption"]] if table.get("caption") else []
            paragraphs.insert(table["paragraph"], "\n".join([*caption, *rows]))
        return "\n\n".join(paragraphs)

    def headings_of(self, section: str) -> frozenset[str]:
        """Return the lines of a section's text that are headings by their type: subheadings, and headers of tables."""
        headers = (
            _rows_as_lines(table["rows"])[0]
            for table in self.tables
            if table["section"] == section and table.get("header")
        )
        return frozenset([*headers, *(text for of, text in self.subheadings if of == section)])


def _rows_as_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    width = max(map(len, rows), default=0)
    # A row of one cell gets a separator too, so that it still reads as a row: "Region Hovedstaden | ".
    return [" | ".join(row if len(row) > 1 or width == 1 else [*row, ""]) for row in rows]


class ItemAddress(models.Model):
    """Every address that an item of a meeting has ever had. Those that are no longer its own redirect to it.

    An address that people may have followed is not given to another item, unless a paper that was made before those in
    the archive arrives after them and had it first (`ingest.addresses`). `title_key` lets an item that left the archive
    and comes back (a document deleted and uploaded again) get its address back.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="item_addresses", verbose_name=_("møde"))
    address = models.CharField(_("adresse"), max_length=24)
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="addresses", verbose_name=_("dagsordenspunkt")
    )
    title_key = models.TextField(editable=False)

    class Meta:
        verbose_name = _("adresse på et punkt")
        verbose_name_plural = _("adresser på punkter")
        ordering = ["meeting", "address"]
        constraints = [models.UniqueConstraint(fields=["meeting", "address"], name="item_address_given_once")]

    def __str__(self) -> str:
        return self.address


class FormerItemAddress(models.Model):
    """The address of an item before its document moved to another meeting; without `item`, the item no longer exists.

    If an item now has this address as its own, that item takes precedence.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("KKR"))
    meeting_address = models.CharField(_("mødets adresse"), max_length=14)
    address = models.CharField(_("adresse"), max_length=24)
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("dagsordenspunkt")
    )

    class Meta:
        verbose_name = _("tidligere adresse på et punkt")
        verbose_name_plural = _("tidligere adresser på punkter")
        ordering = ["region", "meeting_address", "address"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "meeting_address", "address"], name="item_former_address_means_one"
            )
        ]

    def __str__(self) -> str:
        return f"/{self.region_id}/{self.meeting_address}/punkt/{self.address}/"
