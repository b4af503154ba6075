"""Base classes of the admin, among them those for rows that nobody edits by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# These classes are generic in django-stubs but not in Django itself.
if TYPE_CHECKING:
    ModelAdmin: TypeAlias = admin.ModelAdmin[Any]
    Inline: TypeAlias = admin.TabularInline[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    Inline = admin.TabularInline


class ArchiveAdmin(ModelAdmin):
    """An admin whose rows link to their pages on the site; `note` is shown on the form."""

    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    note: str | Promise = ""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return super().render_change_form(request, {"note": self.note, **context}, *args, **kwargs)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return self.find_page(obj) if obj is not None else None

    def find_page(self, obj: Any) -> str | None:
        """Return the address of the row's page on the site; None if it has none."""
        address: str | None = obj.get_absolute_url()
        return address

    @admin.display(description=gettext_lazy("på sitet"))
    def on_site(self, obj: Any) -> SafeString | str:
        address = self.find_page(obj)
        return link(address, _("Se")) if address else "–"


class ReadOnly:
    """A mixin that denies adding, changing and deleting, so that rows are only shown."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class FromDocuments(ReadOnly, ArchiveAdmin):
    """The admin of rows that are parsed from documents and recreated at every import."""

    note = gettext_lazy(
        "Dette er læst ud af mødets dokumenter og bliver lavet på ny, hver gang et af dem læses. "
        "Derfor kan det ikke rettes her."
    )


class FromDocumentsInline(ReadOnly, Inline):
    """Rows parsed from documents, shown on the page of the row they belong to."""

    extra = 0
    template = "admin/meetings/rows.html"

    @admin.display(description="")
    def opened(self, obj: Any) -> SafeString | str:
        return page_link(obj, _("Vis"))


def link(address: str, text: object) -> SafeString:
    """Return an HTML link; the text is escaped."""
    return format_html('<a href="{}">{}</a>', address, text)


def page_link(row: Model | None, text: str = "") -> SafeString | str:
    """Return a link to a row's page in the admin, a dash for None. The default text is `str(row)`."""
    if row is None:
        return "–"
    opts = row._meta  # noqa: SLF001 - Django's own name for it, and documented
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return link(reverse(name, args=[row.pk]), text or row)
