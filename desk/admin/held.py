"""The admin of CPR numbers in documents: where they stand, and the archivist's decision to release or withhold."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.admin.uploads import Uploads
from ingest import load, tasks
from meetings.models import Document


class NumbersFilter(admin.SimpleListFilter):
    """A list filter: documents by what was decided about their CPR numbers."""

    title = gettext_lazy("CPR-numre")
    parameter_name = "cpr"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("uafgjort", _("Ikke afgjort")), ("frigivet", _("Frigivet")), ("tilbageholdt", _("Tilbageholdt"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Document]) -> QuerySet[Document]:
        if self.value() is None:
            return queryset
        if self.value() == "uafgjort":
            return queryset.filter(pk__in=Document.objects.with_undecided_numbers())
        return queryset.filter(cpr_numbers__is_released=self.value() == "frigivet").distinct()


class HeldDocuments(Uploads):
    """A mixin for the admin of documents: with the uploads, the page where an archivist decides about CPR numbers."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.numbers)
        return [path("<int:pk>/cpr/", view, name="meetings_document_numbers"), *super().get_urls()]

    def numbers(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show a document's CPR numbers, masked; take the decision that is sent."""
        self.require(request, "change" if request.method == "POST" else "view")
        document = get_object_or_404(Document, pk=pk)
        if request.method != "POST":
            can_change = self.has_change_permission(request)
            return self.page(
                request, "numbers", _("CPR-numre"), document=document, row=document, can_change=can_change
            )  # fmt: skip
        decide = {"release": self.release, "withhold": self.withhold}.get(request.POST.get("decision", ""))
        if decide is None or not isinstance(request.user, User):
            return HttpResponseBadRequest()
        decide(request, document, request.user)
        return HttpResponseRedirect(f"{reverse('admin:meetings_document_queue')}#document-{pk}")

    def release(self, request: HttpRequest, document: Document, archivist: User) -> None:
        """Let the document be public: it is read, from its stored pages, and loaded."""
        load.release(document, archivist)
        self.log_change(request, document, _("Frigivet trods CPR-numre"))
        if load.is_unpublished(document):
            tasks.enqueue(document.pk)
            messages.success(request, _("»%s« er frigivet og bliver offentligt, så snart det er læst.") % document)
        else:
            messages.success(request, _("CPR-numrene i »%s« er frigivet.") % document)

    def withhold(self, request: HttpRequest, document: Document, archivist: User) -> None:
        """Keep the document off the site; one that is on it is taken off."""
        load.withhold(document, archivist)
        self.log_change(request, document, _("Tilbageholdt på grund af CPR-numre"))
        messages.success(request, _("»%s« er tilbageholdt. Det kan frigives senere.") % document)

    @admin.display(description=gettext_lazy("CPR-numre"))
    def shown_numbers(self, document: Document) -> SafeString | str:
        """Return a list of the CPR numbers, with a link to the page where they are decided on."""
        if not document.cpr_numbers.exists():
            return _("Ingen")
        context = {"document": document, "most": ":5", "with_link": True}
        return render_to_string("admin/meetings/document/_numbers.html", context)
