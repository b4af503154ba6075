"""The upload pages of the admin: uploading several files at once, the queue, retrying and replacing."""

from __future__ import annotations

import datetime
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, TooManyFilesSent
from django.db.models import Func, IntegerField, QuerySet
from django.db.models.fields.json import KeyTransform
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from procrastinate.contrib.django.models import ProcrastinateWorker

from desk import intake
from desk.admin.base import ModelAdmin
from desk.forms import ReplaceForm, StatedForm, UploadForm
from ingest import tasks
from meetings.models import Document
from meetings.search_renewal import Progress, find_progress
from meetings.shared.vocabulary import DocumentState

# Bytes read at a time from a request that is discarded.
CHUNK = 65_536
MOST_DISCARDED = 1024**3  # bytes, about ten times what the largest round of meetings takes
# Parsed documents on the queue page; the list of documents has them all.
SHOWN = 50
# A worker writes a heartbeat to the database every 10 s.
SILENCE = datetime.timedelta(seconds=60)


class Uploads(ModelAdmin):
    """A mixin for the admin of documents: the pages that Django has no form for."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("upload/", self.receive, name="meetings_document_upload"),
            path("queue/", view(self.queue), name="meetings_document_queue"),
            path("<int:pk>/retry/", view(require_POST(self.retry)), name="meetings_document_retry"),
            path("<int:pk>/replace/", view(self.replace), name="meetings_document_replace"),
            path("<int:pk>/original/", view(self.original), name="meetings_document_original"),
        ]
        return [*own, *super().get_urls()]

    @method_decorator(csrf_exempt)
    def receive(self, request: HttpRequest) -> HttpResponse:
        """Parse the request before the CSRF check, which parses it too but does not report too many files.

        Nothing is stored of what somebody sends who is not logged in; the login page is shown instead.
        """
        answer = self.upload
        if not self.admin_site.has_permission(request):
            discard(request)
            answer = self.refuse
        else:
            try:
                len(request.FILES)
            except TooManyFilesSent:
                discard(request)
                answer = self.refuse
        return self.admin_site.admin_view(answer)(request)

    def upload(self, request: HttpRequest) -> HttpResponse:
        self.require(request, "add")
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if form.is_valid():
            result = intake.take_in(form.cleaned_data["documents"], form.cleaned_data, request.user)
            self.tell(request, result)
            return HttpResponseRedirect(reverse("admin:meetings_document_queue"))
        return self.upload_page(request, form)

    @method_decorator(csrf_exempt)
    def refuse(self, request: HttpRequest) -> HttpResponse:
        """Show that there were too many files. The CSRF token was lost with them, but nothing here needs it."""
        self.require(request, "add")
        words = _(
            "Der er plads til højst %(most)s filer på én gang, og her var flere. Ingen af dem er lagt op: læg dem op i "
            "mindre hold, eller lad den, der driver arkivet, læse hele mappen ind med »manage.py ingest«."
        )
        messages.error(
            request, words % {"most": number_format(settings.DATA_UPLOAD_MAX_NUMBER_FILES, force_grouping=True)}
        )
        page = self.upload_page(request, UploadForm())
        page.status_code = HTTPStatus.BAD_REQUEST
        return page

    def upload_page(self, request: HttpRequest, form: UploadForm) -> HttpResponse:
        most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
        limits = {"limit": settings.MAX_UPLOAD_BYTES, "most": number_format(most, force_grouping=True)}
        return self.page(request, "upload", _("Læg dokumenter op"), form=form, **limits)

    def queue(self, request: HttpRequest) -> HttpResponse:
        self.require(request, "view")
        documents = list(find_recent())
        for document in documents:
            if document.state in (DocumentState.FAILED, DocumentState.NEEDS_OCR):
                document.stated_form = StatedForm(instance=document, auto_id=f"id_{document.pk}_%s")  # type: ignore[attr-defined]
        return self.page(
            request, "queue", _("Køen"), documents=documents, counts=count_states(documents),
            is_busy=any(one.state in (DocumentState.WAITING, DocumentState.READING) for one in documents),
            slow=tasks.find_slow(), renewal=find_renewal(),
            has_worker=ProcrastinateWorker.objects.filter(last_heartbeat__gt=timezone.now() - SILENCE).exists(),
            can_change=self.has_change_permission(request),
        )  # fmt: skip

    def retry(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save what is stated about a document, and enqueue it to be parsed again."""
        self.require(request, "change")
        document = get_object_or_404(Document, pk=pk)
        form = StatedForm(request.POST, instance=document)
        if form.is_valid():
            form.save()
            tasks.enqueue(document.pk)
            self.log_change(request, document, _("Læst igen"))
        else:
            for errors in form.errors.values():
                messages.error(request, f"»{document.name}«: {' '.join(str(error) for error in errors)}")
        return HttpResponseRedirect(f"{reverse('admin:meetings_document_queue')}#document-{pk}")

    def replace(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.require(request, "change")
        document = get_object_or_404(Document, pk=pk)
        form = ReplaceForm(request.POST, request.FILES) if request.method == "POST" else ReplaceForm()
        if form.is_valid():
            file = form.cleaned_data["file"]
            fault = intake.find_fault(file)
            if fault:
                form.add_error("file", f"»{file.name}«: {fault}")
            else:
                return self.replaced(request, document, intake.replace(document, file))
        return self.page(request, "replace", _("Erstat filen"), form=form, row=document)

    def replaced(self, request: HttpRequest, document: Document, known: Document | None) -> HttpResponse:
        """Redirect with a message: the file was replaced, or the archive already has the new file, as `known`."""
        if known:
            self.tell(request, intake.Intake(known=[(known.name, known)]))
            return HttpResponseRedirect(reverse("admin:meetings_document_replace", args=[document.pk]))
        self.log_change(request, document, _("Filen er erstattet"))
        messages.success(request, _("Filen er erstattet og står i kø til at blive læst."))
        return HttpResponseRedirect(reverse("admin:meetings_document_queue"))

    def original(self, request: HttpRequest, pk: int) -> FileResponse:
        """Return the original file unchanged, whatever the state of its document."""
        self.require(request, "view")
        document = get_object_or_404(Document, pk=pk)
        kind = "application/pdf" if document.is_pdf else "text/plain"
        return FileResponse(document.original.open("rb"), filename=document.name, content_type=kind)

    def original_address(self, document: Document) -> str:
        """Return the address of the file in the admin."""
        return reverse("admin:meetings_document_original", args=[document.pk])

    def tell(self, request: HttpRequest, result: intake.Intake) -> None:
        """Add messages that say what became of each uploaded file, and log the documents received."""
        count = len(result.received)
        if count:
            words = ngettext(
                "%(count)d dokument er modtaget og står i kø til at blive læst.",
                "%(count)d dokumenter er modtaget og står i kø til at blive læst.",
                count,
            )
            messages.success(request, words % {"count": count})
        for document in result.received:
            self.log_addition(request, document, _("Lagt op"))
        for name, document in result.known:
            address = reverse("admin:meetings_document_change", args=[document.pk])
            words = _('»{}« er i arkivet i forvejen: <a href="{}">{}</a>.')
            messages.warning(request, format_html(words, name, address, document))
        for name, reason in result.refused:
            messages.error(request, f"»{name}«: {reason}")

    def require(self, request: HttpRequest, verb: str) -> None:
        """Raise PermissionDenied unless the account may add, change or view documents (`verb`)."""
        if not request.user.has_perm(f"meetings.{verb}_document"):
            raise PermissionDenied

    def page(self, request: HttpRequest, name: str, title: str, **context: Any) -> TemplateResponse:
        """Return one of the upload pages (`name` is that of its template)."""
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "media": self.media}
        return TemplateResponse(request, f"admin/meetings/document/{name}.html", {**shared, **context})


def find_renewal() -> Progress | None:
    """Return how far search entries of an older version have been renewed; None if there are none."""
    progress = find_progress()
    return None if progress.is_complete else progress


def discard(request: HttpRequest) -> None:
    """Read the rest of a request, up to MOST_DISCARDED: a browser shows no response while it is still sending."""
    left = MOST_DISCARDED
    while left > 0 and (chunk := request.read(CHUNK)):
        left -= len(chunk)


def find_recent() -> QuerySet[Document]:
    """Return the documents of the queue page, newest first: all that are not parsed, and the latest parsed ones.

    `participant_count` is annotated from each document's record.
    """
    latest = Document.objects.filter(state=DocumentState.READ, is_sample=False).order_by("-created_at", "-pk")
    unsettled = Document.objects.exclude(state=DocumentState.READ)
    shown = Document.objects.filter(pk__in=latest.values("pk")[:SHOWN]) | unsettled
    counted = shown.annotate(participant_count=_length("participants"))
    light = counted.select_related("meeting__region", "chosen_by").defer("text", "record")
    light = light.prefetch_related("cpr_numbers__decided_by")
    return light.order_by("-created_at", "-pk")


def _length(key: str) -> Func:
    return Func(KeyTransform(key, "record"), function="jsonb_array_length", output_field=IntegerField())


def count_states(documents: list[Document]) -> dict[str, int]:
    """Return the number of documents in each state."""
    return {state: sum(one.state == state for one in documents) for state in DocumentState}
