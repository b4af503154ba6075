"""A page of a document as a picture with its text beside it, the picture itself, and the way to a place."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.addresses import address_of
from meetings.filters import MAX_QUERY_LENGTH
from meetings.models import AgendaItem, Document, DocumentPage
from meetings.pictures.store import SCALES, NoPicture, Picture, Scale, note_use
from meetings.shared.vocabulary import PictureFailure
from meetings.site.pages.document_page import SECTIONS, UNLESS_TOLD, Sought, find_page, show
from meetings.site.views.documents import get_document
from meetings.site.views.errors import Missing

# A day, although the address of a picture names what it shows: a document may be withdrawn.
A_DAY = "max-age=86400"
# A picture runs nothing and loads nothing, also where it is opened by itself.
PICTURE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
ANCHOR = "billede"


@require_safe
def document_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show a page with what the query or the item named by the address says marked. Raise Missing if there is none."""
    document = get_document(pk)
    sought = read_sought(request.GET, document)
    page = show(document, number, sought)
    if page is None:
        return beyond(request, document, number)
    failure = page.picture.failure if document.is_pdf else None
    context = {"document": document, "meeting": document.meeting, "page": page, "sought": sought, "failure": failure}
    response = render(request, "document_page.html", context)
    if document.is_pdf and not page.picture.is_made:
        # Whether there will be a picture is not known yet, so the page is not kept.
        response.headers["Cache-Control"] = "no-cache"
    return response


def beyond(request: HttpRequest, document: Document, number: int) -> HttpResponse:
    """Show the 404 page for a page that the document does not have, with a link to the document."""
    count = len(document.text.split("\f"))
    return render(request, "no_page.html", {"document": document, "number": number, "count": count}, status=404)


@require_safe
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Redirect to the page on which an item's section stands, or matches the query best."""
    document = get_document(pk)
    sought = read_sought(request.GET, document)
    parameters = QueryDict(mutable=True)
    if sought.query:
        parameters["q"] = sought.query
    elif sought.item:
        parameters.update({name: request.GET[name] for name in ("punkt", "afsnit", "oplysning") if name in request.GET})
    query = f"?{parameters.urlencode()}" if parameters else ""
    return redirect(f"{address_of('document-page', pk, find_page(document, sought))}{query}#{ANCHOR}")


@require_safe
def picture(request: HttpRequest, pk: int, number: int, name: str) -> HttpResponseBase:
    """Return the picture of a page, made if need be; where it cannot be made, a picture that says why.

    Raise Missing or Http404 if there is no such document or page, or if the picture has another name by now.
    """
    document, is_public = get_picture_document(request, pk)
    stored = DocumentPage.objects.filter(document=document, number=number).first()
    shown = Picture(document.sha256, number, stored.layout.turn if stored else 0)
    scale: Scale | None = next((one for one in SCALES if shown.name(one) == name), None)
    if scale is None or not document.is_pdf or number > (document.pages or number):
        raise Http404
    unchanged = get_conditional_response(request, etag := f'"{name}"')
    if unchanged:
        return unchanged
    try:
        if not shown.is_made:
            shown.make(Path(document.original.path))
    except NoPicture as error:
        return without_picture(error.reason)
    note_use(shown.file(scale))
    response = FileResponse(shown.file(scale).open("rb"), content_type="image/webp")
    response["ETag"] = etag
    response["Cache-Control"] = f"public, {A_DAY}" if is_public else "private, no-cache"
    response["Content-Security-Policy"] = PICTURE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response


def get_picture_document(request: HttpRequest, pk: int) -> tuple[Document, bool]:
    """Return a document, and whether everybody may see it; archivists see all. Raise Missing if there is none."""
    found = Document.objects.read().filter(pk=pk).defer("text", "record", "changes").first()
    return (found, True) if found else (get_document(pk, staff=request.user.is_staff), False)


def without_picture(reason: PictureFailure) -> HttpResponse:
    """Return a picture of words that says why there is none of the page."""
    html = render_to_string("no_picture.svg", {"reason": reason})
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": PICTURE_POLICY, "Retry-After": "60"}
    return HttpResponse(html, content_type="image/svg+xml", status=503, headers=headers)


def read_sought(parameters: QueryDict, document: Document) -> Sought:
    """Return what the parameters ask to see on a page. Raise Missing if they name an item that is not there."""
    query, address = parameters.get("q", "")[:MAX_QUERY_LENGTH], parameters.get("punkt", "").replace("\x00", "")
    sections = [name for name in parameters.getlist("afsnit") if name in SECTIONS] or list(UNLESS_TOLD)
    item, position = find_item(document, address) if address else None, parameters.get("oplysning", "")
    fact = item.facts.filter(position=position).first() if item and position.isdecimal() and len(position) < 5 else None
    return Sought(query, item, sections, fact)


def find_item(document: Document, address: str) -> AgendaItem:
    """Return the item of a document by its address. Raise Missing if there is none."""
    found = document.items.select_related("decision", "document", "meeting__region").filter(address=address).first()
    if not found:
        raise Missing(_("I dokumentet står intet punkt %(address)s.") % {"address": address})
    found.document = document
    return found
