"""The admin's view of a document's page: its picture with a value marked, and the text that no reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from desk.admin.base import ModelAdmin
from desk.values import Value, values_of_document, values_of_item
from meetings.addresses import address_of
from meetings.models import AgendaItem, Document, DocumentPage
from meetings.pictures.store import Picture
from meetings.provenance.page_marks import hidden_marks, marked_picture
from meetings.provenance.page_text import PageText, Span
from meetings.provenance.places import PagesOfDocument


class PageView(ModelAdmin):
    """A mixin for the admin of documents: their pages, and the way from a value to its page."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/side/<int:number>/", view(self.document_page), name="meetings_document_page"),
            path("<int:pk>/sted/", view(self.place), name="meetings_document_place"),
        ]
        return [*own, *super().get_urls()]

    def document_page(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Show a page with the value named by the address marked. Raise Http404 if there is none.

        Text that no reader sees is shown to those alone who may change documents.
        """
        self.require(request, "view")  # type: ignore[attr-defined]
        document = get_object_or_404(Document.objects.select_related("meeting__region"), pk=pk)
        pages = PagesOfDocument(document)
        if not 1 <= number <= len(pages):
            raise Http404
        title = _("Side %(number)s af %(count)s") % {"number": number, "count": len(pages)}
        value = find_value(request, document)
        spans = value.places(document, pages) if value else {}
        shown = {"row": document, "number": number, "count": len(pages), "query": request.GET.urlencode()}
        found = {"value": value, "spans": spans, **picture(document, number, pages[number], spans.get(number, []))}
        ways = {"groups": list(value_groups(document, number)), "hidden_pages": pages_with_hidden(document)}
        if not self.has_change_permission(request):
            found["hidden"] = ways["hidden_pages"] = []
        return self.page(request, "page", title, **shown, **found, **ways)  # type: ignore[attr-defined, no-any-return]

    def place(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Redirect to the page on which a value begins; to the item's or the document's first if it is not found."""
        self.require(request, "view")  # type: ignore[attr-defined]
        document = get_object_or_404(Document, pk=pk)
        value = find_value(request, document)
        spans = value.places(document, PagesOfDocument(document)) if value else {}
        first = (value.item.first_page if value and value.item else None) or 1
        address = reverse("admin:meetings_document_page", args=[pk, min(spans, default=first)])
        return HttpResponseRedirect(f"{address}?{request.GET.urlencode()}")


def find_value(request: HttpRequest, document: Document) -> Value | None:
    """Return the value that the parameters name; None if they name none that the document has."""
    item = request.GET.get("punkt", "")
    values = values_of_document(document)
    if item.isdecimal():
        found = document.items.select_related("decision", "document").filter(pk=int(item)).first()
        values = values_of_item(found) if found else []
    return next((one for one in values if one.name == request.GET.get("felt")), None)


def value_groups(document: Document, number: int) -> Iterator[tuple[AgendaItem | None, list[tuple[Value, str]]]]:
    """Yield the values of the items that stand on a page, and of the document, each with the address of its place."""
    items = document.items.select_related("decision", "document").filter(first_page__lte=number)
    for item in items.filter(last_page__gte=number).order_by("sort_key", "pk"):
        yield item, [(value, place_address(document, value)) for value in values_of_item(item)]
    yield None, [(value, place_address(document, value)) for value in values_of_document(document)]


def pages_with_hidden(document: Document) -> Sequence[int]:
    """Return the numbers of the pages that have text no reader sees."""
    return list(document.document_pages.exclude(hidden=[]).values_list("number", flat=True))


def picture(document: Document, number: int, text: PageText, found: Sequence[Span]) -> dict[str, Any]:
    """Return the context for a page's picture: its address, "" for a text file, and the marks on it."""
    stored = DocumentPage.objects.filter(document=document, number=number).first()
    layout = stored.layout_with_hidden if stored else None
    name = Picture(document.sha256, number, layout.turn if layout else 0).name(2)
    return {
        "picture": address_of("page-picture", document.pk, number, name) if document.is_pdf else "",
        "marked": marked_picture(layout, text, [found]),
        "hidden": list(zip(layout.hidden, hidden_marks(layout), strict=True)) if layout else [],
    }


def place_address(document: Document, value: Value) -> str:
    """Return the address that leads to a value's place."""
    named: dict[str, Any] = {"felt": value.name, **({"punkt": value.item.pk} if value.item else {})}
    return f"{reverse('admin:meetings_document_place', args=[document.pk])}?{urlencode(named)}"


def item_places(item: AgendaItem) -> SafeString | str:
    """Return links to the places of an item's values; a dash if its document has left the archive."""
    return _links(item.document, values_of_item(item)) if item.document else "–"


def document_places(document: Document) -> SafeString | str:
    """Return links to the places of a document's own values; a dash if it was not read."""
    return _links(document, values_of_document(document)) if document.record else "–"


def _links(document: Document, values: Iterable[Value]) -> SafeString | str:
    links = ((place_address(document, value), value.label) for value in values)
    return format_html_join(" · ", '<a href="{}">{}</a>', links) or "–"
