"""The admin of documents: their list, the page of each, and deletion."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from desk.admin.base import ArchiveAdmin
from desk.admin.held import NumbersFilter
from desk.admin.page_view import PageView, document_places
from desk.admin.precedence import PrecedenceAdmin
from desk.forms import StatedForm
from ingest import load, tasks
from ingest.load.replacement import WAITING_FILE, withdraw
from ingest.privacy import mask
from meetings.models import Document
from meetings.number_format import percent
from meetings.provenance.page_origins import origin_labels
from meetings.provenance.repairs import page_lines
from meetings.shared.page_layout import hidden_from_json

if TYPE_CHECKING:
    from django.forms import ModelForm


class WarningsFilter(admin.SimpleListFilter):
    """A list filter: documents with or without warnings."""

    title = gettext_lazy("advarsler")
    parameter_name = "advarsler"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ja", _("Med advarsler")), ("nej", _("Uden advarsler"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Document]) -> QuerySet[Document]:
        if self.value() == "ja":
            return queryset.exclude(warnings=[])
        return queryset.filter(warnings=[]) if self.value() == "nej" else queryset


@admin.register(Document)
class DocumentAdmin(PrecedenceAdmin, PageView, ArchiveAdmin):
    """The admin of documents: only what a person states about one can be edited; the rest is parsed from its file."""

    note = gettext_lazy(
        "Felterne under »Angivet« går forud for det, der står i dokumentet, og gælder også, når det læses igen. "
        "Alt andet er læst ud af filen og kan ikke rettes her."
    )
    form = StatedForm
    date_hierarchy = "meeting__date"
    list_display = [
        "name", "state", "kind", "meeting", "warning_count", "shown_coverage", "shown_choice", "created_at", "on_site",
    ]  # fmt: skip
    list_filter = [
        "state", "set_aside", "choice", "kind", "meeting__region", WarningsFilter, NumbersFilter, "is_sample",
        "created_at",
    ]  # fmt: skip
    list_select_related = ["meeting__region", "chosen_by"]
    search_fields = ["name", "sha256", "meeting__items__title", "meeting__items__case_number"]
    search_help_text = gettext_lazy("Søger i filnavne og i titler og sagsnumre på mødets punkter.")
    actions = ["read_again"]
    readonly_fields = [
        "state", "failure", "meeting", "kind", "corrected", "draft", "shown_warnings", "shown_coverage",
        "original_link", "size", "sha256", "pages", "is_sample", "uploader", "created_at", "read_at", "lexicon_version",
        "shown_text", "shown_record", "shown_origins", "shown_numbers", "shown_hidden", "shown_places",
        "dispatched", "shown_part",
    ]  # fmt: skip
    fieldsets = [
        (None, {"fields": ["state", "failure", "meeting", "shown_part", "kind", "corrected", "draft", "dispatched"]}),
        (gettext_lazy("Se efter"), {"fields": ["shown_warnings", "shown_numbers", "shown_places", "shown_coverage"]}),
        (gettext_lazy("Angivet"), {"fields": ["stated_region", "stated_date", "stated_kind"]}),
        (gettext_lazy("Filen"), {"fields": ["original_link", "size", "pages", "shown_origins", "sha256", "is_sample"]}),
        (gettext_lazy("Forløb"), {"fields": ["uploader", "created_at", "read_at", "lexicon_version"]}),
        (gettext_lazy("Udtrukket tekst"), {"fields": ["shown_text"], "classes": ["collapse"]}),
        (gettext_lazy("Hvad der blev læst"), {"fields": ["shown_record"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        return Document.objects.defer("text", "record")

    def get_fieldsets(self, request: HttpRequest, obj: Document | None = None) -> Any:
        """Return the fieldsets; text that no reader sees is shown to those who may change documents alone."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj) or not hidden_rows(obj):
            return fieldsets
        return [*fieldsets, (_("Skjult tekst"), {"fields": ["shown_hidden"], "classes": ["collapse"]})]

    def has_add_permission(self, request: HttpRequest) -> bool:
        # Documents are added as files: the upload page replaces Django's form for a new row.
        return False

    def find_page(self, obj: Document) -> str | None:
        return obj.get_absolute_url() if obj.meeting_id else None

    @admin.display(description=gettext_lazy("advarsler"))
    def warning_count(self, document: Document) -> int | str:
        return len(document.warnings) or "–"

    @admin.display(description=gettext_lazy("advarsler"))
    def shown_warnings(self, document: Document) -> SafeString | str:
        if not document.warnings:
            return _("Ingen")
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((one,) for one in document.warnings)))

    @admin.display(description=gettext_lazy("steder i dokumentet"))
    def shown_places(self, document: Document) -> SafeString | str:
        return document_places(document)

    @admin.display(description=gettext_lazy("dækning"), ordering="coverage")
    def shown_coverage(self, document: Document) -> str:
        return percent(document.coverage)

    @admin.display(description=gettext_lazy("original"))
    def original_link(self, document: Document) -> SafeString:
        return format_html('<a href="{}">{}</a>', self.original_address(document), document.name)

    @admin.display(description=gettext_lazy("lagt op af"))
    def uploader(self, document: Document) -> str:
        # Plain text rather than a link: archivists have no access to the pages of accounts.
        return str(document.uploaded_by or "–")

    @admin.display(description=gettext_lazy("tekst"))
    def shown_text(self, document: Document) -> SafeString | str:
        """Return the text; for a repaired document, the raw and the repaired text side by side."""
        if not document.changes:
            return document.text or "–"
        return render_to_string("admin/meetings/document/compared.html", {"pages": page_lines(document)})

    @admin.display(description=gettext_lazy("siderne er"))
    def shown_origins(self, document: Document) -> SafeString | str:
        """Return a list of the pages, each with the origin of its text."""
        told = enumerate(origin_labels(document), 1)
        return (
            format_html("<ol>{}</ol>", format_html_join("", "<li value={}>{}</li>", told)) if document.is_pdf else "–"
        )

    @admin.display(description=gettext_lazy("skjult tekst"))
    def shown_hidden(self, document: Document) -> SafeString:
        return render_to_string("admin/meetings/document/hidden.html", {"rows": hidden_rows(document)})

    @admin.display(description=gettext_lazy("hvad parseren læste"))
    def shown_record(self, document: Document) -> SafeString:
        record = {name: value for name, value in (document.record or {}).items() if name != WAITING_FILE}
        shown = json.dumps(record, ensure_ascii=False, indent=2) if record else "–"
        name = _("Hvad der blev læst")
        return format_html('<pre class="record" role="region" tabindex="0" aria-label="{}">{}</pre>', name, shown)

    def save_model(self, request: HttpRequest, obj: Document, form: ModelForm[Document], change: bool) -> None:
        Document.objects.filter(pk=obj.pk).update(**{name: form.cleaned_data[name] for name in form.changed_data})
        if form.changed_data:
            tasks.enqueue(obj.pk)
            messages.info(request, _("Dokumentet er sat i kø og bliver læst igen med det, der er angivet."))

    @admin.action(description=gettext_lazy("Læs de valgte dokumenter igen"), permissions=["change"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        for document in queryset:
            tasks.enqueue(document.pk)
        count = len(queryset)
        messages.info(
            request,
            ngettext("%(count)d dokument er sat i kø.", "%(count)d dokumenter er sat i kø.", count) % {"count": count},
        )

    def delete_model(self, request: HttpRequest, obj: Document) -> None:
        withdraw(obj)
        load.remove(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        for document in queryset:
            self.delete_model(request, document)

    def get_deleted_objects(
        self, objs: Sequence[Document] | QuerySet[Document], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """Return in words what is deleted with the documents; Django itself would list only rows that refer to them."""
        going = list(objs)
        lines = [[document.name, what_goes(document, going)] for document in going]
        return [part for line in lines for part in line], {_("dokumenter"): len(going)}, set(), []


def hidden_rows(document: Document) -> list[tuple[int, str, str]]:
    """Return the text on a document's pages that no reader sees: page, reason in words, text with numbers masked."""
    pages = document.document_pages.exclude(hidden=[]).values_list("number", "hidden")
    return [(number, _(one.reason.label), mask(one.text)) for number, page in pages for one in hidden_from_json(page)]


def what_goes(document: Document, going: Sequence[Document]) -> list[str]:
    """Return in words what leaves the archive with a document if all of `going` are deleted."""
    lines = [_("Den gemte fil")]
    meeting = document.meeting
    if meeting is None:
        return lines
    staying = meeting.documents.read().exclude(pk__in=[one.pk for one in going]).count()
    if staying:
        words = ngettext(
            "%(meeting)s bliver; siderne laves på ny af mødets andet dokument",
            "%(meeting)s bliver; siderne laves på ny af mødets %(count)d andre dokumenter",
            staying,
        )
        return [*lines, words % {"meeting": meeting, "count": staying}]
    items, people = meeting.items.searchable().count(), meeting.participants.count()
    counts = {
        "items": ngettext("%(count)d punkt", "%(count)d punkter", items) % {"count": items},
        "people": ngettext("%(count)d deltager", "%(count)d deltagere", people) % {"count": people},
    }
    words = _("%(meeting)s med %(items)s og %(people)s, da ingen andre dokumenter fortæller om mødet")
    return [*lines, words % {"meeting": meeting, **counts}]
