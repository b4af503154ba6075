"""The admin of a document's part in its meeting: what one that is set aside would take away, and what is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.admin.held import HeldDocuments
from ingest import load
from meetings.models import Document
from meetings.number_format import percent
from meetings.provenance.current_documents import versions
from meetings.shared.item_matching import Matchable, match_items
from meetings.shared.vocabulary import DocumentChoice

UNDO = "undo"


class Pair(NamedTuple):
    """An item in the document that stands, and in the one that is set aside; None where one lacks it."""

    standing: Matchable | None
    own: Matchable | None
    goes: bool


class Part(NamedTuple):
    """A document of a meeting and what part it has in it, in words."""

    document: Document
    words: str

    @property
    def coverage(self) -> str:
        return percent(self.document.coverage)

    @property
    def kind(self) -> str:
        """The document's kind, and whether it is a corrected edition or a draft."""
        marks = {_("rettet udgave"): self.document.corrected, _("udkast"): self.document.draft}
        return ", ".join([self.document.get_kind_display(), *(mark for mark, is_so in marks.items() if is_so)])


class PrecedenceAdmin(HeldDocuments):
    """A mixin for the admin of documents: with the others, the page of a document's part in its meeting."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.precedence)
        return [path("<int:pk>/precedence/", view, name="meetings_document_precedence"), *super().get_urls()]

    def precedence(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show which of a meeting's documents count and what one set aside would take away; take a decision."""
        self.require(request, "change" if request.method == "POST" else "view")
        document = get_object_or_404(Document.objects.parsed().select_related("meeting__region", "chosen_by"), pk=pk)
        if request.method == "POST":
            return self.decide_part(request, document)
        shown = {"parts": list(parts_of(document)), "can_change": self.has_change_permission(request)}
        if held := load.find_held(document):
            pairs = pair_items(held.beside.record.items, held.version.record.items, held.lacking)
            shown |= {"beside": held.beside, "pairs": list(pairs)}
        return self.page(request, "precedence", _("Plads i mødet"), document=document, row=document, **shown)

    def decide_part(self, request: HttpRequest, document: Document) -> HttpResponse:
        """Carry out the decision that was sent, and show the page again."""
        decision = request.POST.get("decision", "")
        if not isinstance(request.user, User) or decision not in (UNDO, *DocumentChoice):
            return HttpResponseBadRequest()
        if decision == UNDO:
            load.undo_choice(document)
            words = _("Afgørelsen om »%s« er fortrudt.")
        else:
            load.choose(document, request.user, DocumentChoice(decision))
            words = {
                DocumentChoice.COUNTS: _("»%s« er valgt til at gælde."),
                DocumentChoice.TAKEN_IN: _("»%s« er taget ind."),
                DocumentChoice.KEPT_OUT: _("»%s« er holdt ude."),
            }[DocumentChoice(decision)]
        self.log_change(request, document, words % document)
        messages.success(request, words % document)
        return HttpResponseRedirect(reverse("admin:meetings_document_precedence", args=[document.pk]))

    @admin.display(description=gettext_lazy("afgørelse"), ordering="chosen_at")
    def shown_choice(self, document: Document) -> str:
        """Return what an archivist decided about the document's part in its meeting, and who."""
        if not document.choice:
            return "–"
        return f"{document.get_choice_display()} ({document.chosen_by or '–'})"

    @admin.display(description=gettext_lazy("plads i mødet"))
    def shown_part(self, document: Document) -> SafeString | str:
        """Return what part the document has in its meeting, with a link to the page where that is decided."""
        if document.meeting_id is None and not document.set_aside:
            return "–"
        context = {"document": document, "words": words_of(document)}
        return render_to_string("admin/meetings/document/_part.html", context)


def pair_items(standing: Sequence[Matchable], own: Sequence[Matchable], lacking: Sequence[Matchable]) -> Iterator[Pair]:
    """Yield the items of both side by side, in the order of the one that stands, the other's own at the end."""
    partner = dict(match_items(standing, own))
    for at, one in enumerate(standing):
        yield Pair(one, own[partner[at]] if at in partner else None, one in lacking)
    taken = set(partner.values())
    for at, one in enumerate(own):
        if at not in taken:
            yield Pair(None, one, goes=False)


def parts_of(document: Document) -> Iterator[Part]:
    """Yield all documents of a document's meeting, each with its part; those kept out at the end."""
    meeting = document.meeting
    if meeting is None:
        yield Part(document, words_of(document))
        return
    documents = meeting.documents.parsed().papers().select_related("chosen_by").defer("text", "record")
    for one, is_superseded in versions(one for one in documents if not one.set_aside):
        yield Part(one, _("Erstattet af en anden udgave") if is_superseded else _("Gælder"))
    aside = [*(one for one in documents if one.set_aside), *load.find_kept_out(meeting)]
    yield from (Part(one, words_of(one)) for one in aside)


def words_of(document: Document) -> str:
    """Return what part a document has in its meeting, as far as it says itself."""
    return document.get_set_aside_display() if document.set_aside else _("Med i mødet")
