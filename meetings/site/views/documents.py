"""A document as text, and its original, byte for byte."""

from __future__ import annotations

import codecs
from itertools import zip_longest

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.models import Document
from meetings.provenance.current_documents import versions
from meetings.provenance.page_origins import origin_labels
from meetings.provenance.repairs import page_parts
from meetings.site.views.errors import Missing

# An original is an untrusted file: however a browser interprets it, it may run no scripts and load nothing.
ORIGINAL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the facts about a document and its text, page by page."""
    found = get_document(pk)
    of_meeting = found.meeting.documents.read().defer("text", "record") if found.meeting else []
    superseded = next((late for one, late in versions(of_meeting) if one.pk == pk), False)
    pages = list(zip_longest(page_parts(found), origin_labels(found), fillvalue=""))
    context = {"document": found, "pages": pages, "superseded": superseded}
    return render(request, "document.html", {**context, "original": "original" in request.GET})


@require_safe
def original(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Return the original bytes, for display in the browser; redirect if `name` is not the file's name."""
    found = get_document(pk, staff=request.user.is_staff)
    if name != found.name:
        return redirect(found.original_url)
    kind = "application/pdf" if found.is_pdf else f"text/plain; charset={charset(found)}"
    response = FileResponse(found.original.open("rb"), filename=found.name, content_type=kind)
    response["Content-Security-Policy"] = ORIGINAL_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = f'"{found.sha256}"'
    return response


def charset(text: Document) -> str:
    """Return the character encoding of a text file, for its Content-Type header: the one in which it was read.

    Before 2026-12 that was not stored, and files were UTF-16, UTF-8 or Windows-1252.
    """
    if text.charset:
        return text.charset
    with text.original.open("rb") as file:
        content = file.read()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def get_document(pk: int, *, staff: bool = False) -> Document:
    """Return a document that has been parsed; for staff, any document. Raise Missing if there is none."""
    shown = Document.objects.all() if staff else Document.objects.read()
    found = shown.select_related("meeting__region").filter(pk=pk).first()
    if not found:
        raise Missing(_("Arkivet har intet dokument med nummer %(pk)s.") % {"pk": pk})
    return found
