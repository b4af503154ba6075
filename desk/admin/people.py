"""The admin of persons and participations, with the pages for merging and splitting persons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.admin.base import ArchiveAdmin, FromDocuments, FromDocumentsInline, page_link
from desk.forms import MergeForm, SplitForm
from ingest import load
from meetings import person_identity
from meetings.models import Meeting, Participant, Person, PersonAlias


class MergedFilter(admin.SimpleListFilter):
    """A list filter: persons merged or not merged into another."""

    title = gettext_lazy("samlet i en anden")
    parameter_name = "samlet"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("nej", _("Nej")), ("ja", _("Ja"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> QuerySet[Person]:
        if self.value() is None:
            return queryset
        return queryset.filter(merged_into__isnull=self.value() == "nej")


class PersonParticipations(FromDocumentsInline):
    model = Participant
    fields = ["meeting", "name", "party", "municipality", "status", "substitute_for"]
    verbose_name_plural = gettext_lazy("møder")
    ordering = ["-meeting__date"]


class MergedPersons(FromDocumentsInline):
    model = Person
    fk_name = "merged_into"
    fields = ["name", "slug", "opened"]
    readonly_fields = ["opened"]
    verbose_name_plural = gettext_lazy("personer, der er samlet i denne")


class PersonAliases(FromDocumentsInline):
    model = PersonAlias
    fields = ["name_key", "municipality", "party", "meeting"]
    verbose_name_plural = gettext_lazy("navne, der står for denne person")


@admin.register(Person)
class PersonAdmin(ArchiveAdmin):
    """The admin of persons: the name can be edited; merging and splitting have pages of their own."""

    note = gettext_lazy(
        "Navnet kan rettes, og det holder, når dokumenterne læses igen. Adressen bliver, som den er, så links holder. "
        "Er to personer den samme, så sæt kryds ved begge på listen, og vælg »Saml«. Dækker siden over to, så del den."
    )
    list_display = ["name", "municipalities", "participation_count", "merged_into", "slug", "on_site"]
    list_filter = [MergedFilter, "participations__municipality__region"]
    list_select_related = ["merged_into"]
    search_fields = ["name", "slug", "participations__municipality__name"]
    search_help_text = gettext_lazy("Søger i navne, adresser og kommuner.")
    fields = ["name", "slug", "merged_into"]
    readonly_fields = ["slug", "merged_into"]
    inlines = [PersonParticipations, MergedPersons, PersonAliases]
    actions = ["merge"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        counted = Person.objects.annotate(participation_count=Count("participations", distinct=True))
        return counted.prefetch_related("participations__municipality")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("møder"), ordering="participation_count")
    def participation_count(self, person: Any) -> int:
        count: int = person.participation_count
        return count

    @admin.display(description=gettext_lazy("kommuner"))
    def municipalities(self, person: Person) -> str:
        found = {one.municipality.name for one in person.participations.all() if one.municipality}
        return ", ".join(sorted(found)) or "–"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("merge/", view(self.merge_page), name="meetings_person_merge"),
            path("<int:pk>/split/", view(self.split_page), name="meetings_person_split"),
            path("<int:pk>/undo-merge/", view(require_POST(self.undo_merge)), name="meetings_person_undo_merge"),
        ]
        return [*own, *super().get_urls()]

    @admin.action(description=gettext_lazy("Saml de valgte til én person"), permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
        if len(queryset) < 2:
            messages.warning(request, _("Sæt kryds ved mindst to personer."))
            return None
        keys = ",".join(str(key) for key in queryset.order_by("pk").values_list("pk", flat=True))
        return HttpResponseRedirect(f"{reverse('admin:meetings_person_merge')}?ids={keys}")

    def merge_page(self, request: HttpRequest) -> HttpResponse:
        """Ask which of the persons to keep, and merge the others into that one."""
        self.require(request)
        keys = [int(key) for key in request.GET.get("ids", "").split(",") if key.isdecimal()]
        chosen = Person.objects.filter(pk__in=keys)
        form = MergeForm(request.POST if request.method == "POST" else None, people=chosen)
        if form.is_valid():
            keep: Person = form.cleaned_data["keep"]
            words = _("Personerne er samlet i %(person)s.") % {"person": keep}
            return self.put_right(request, keep, lambda: person_identity.merge(keep, chosen), words)
        return self.page(request, "merge", _("Saml personer"), form=form, chosen=chosen)

    def undo_merge(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.require(request)
        person = get_object_or_404(Person, pk=pk)
        words = _("%(person)s står igen for sig selv.") % {"person": person}
        return self.put_right(request, person, lambda: person_identity.undo_merge(person), words)

    def split_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask which participations belong to somebody else, and move them to that person."""
        self.require(request)
        person = get_object_or_404(Person, pk=pk)
        rows = person.participations.select_related("meeting__region", "municipality").order_by("-meeting__date")
        said = request.POST if request.method == "POST" else None
        form = SplitForm(said, participations=rows, namesakes=person_identity.namesakes(person))
        if form.is_valid():
            words = _("De valgte møder hører nu til en anden end %(person)s.") % {"person": person}
            chosen, into = list(form.cleaned_data["participations"]), form.cleaned_data["into"]
            return self.put_right(request, person, lambda: person_identity.split(chosen, into)[1], words)
        return self.page(request, "split", _("Del personen"), form=form, row=person)

    def put_right(
        self, request: HttpRequest, person: Person, change: Callable[[], Iterable[Meeting]], words: str
    ) -> HttpResponse:
        """Call `change`, rebuild the meetings that it returns, and redirect to the person's page with a message."""
        try:
            for meeting in change():
                load.rebuild(meeting)
        except person_identity.NotPossible as error:
            messages.error(request, str(error))
        else:
            self.log_change(request, person, words)
            messages.success(request, words)
        return HttpResponseRedirect(reverse("admin:meetings_person_change", args=[person.pk]))

    def require(self, request: HttpRequest) -> None:
        """Raise PermissionDenied unless the account may merge and split persons."""
        if not self.has_change_permission(request):
            raise PermissionDenied

    def page(self, request: HttpRequest, name: str, title: str, **context: Any) -> TemplateResponse:
        """Return the page for merging or splitting persons (`name` is that of its template)."""
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "media": self.media}
        return TemplateResponse(request, f"admin/meetings/person/{name}.html", {**shared, **context})


@admin.register(Participant)
class ParticipantAdmin(FromDocuments):
    date_hierarchy = "meeting__date"
    list_display = ["name", "party", "municipality", "status", "substitute_for", "meeting", "who"]
    list_filter = ["status", "meeting__region", "party"]
    list_select_related = ["meeting__region", "municipality", "person"]
    search_fields = ["name", "party", "municipality__name"]

    def find_page(self, obj: Participant) -> str | None:
        return obj.person.get_absolute_url()

    @admin.display(description=gettext_lazy("person"), ordering="person__sort_key")
    def who(self, participant: Participant) -> SafeString | str:
        return page_link(participant.person)


@admin.register(PersonAlias)
class PersonAliasAdmin(FromDocuments):
    note = gettext_lazy("Hvem et navn står for, bliver afgjort, når personer bliver læst, samlet og delt.")
    list_display = ["name_key", "municipality", "party", "meeting", "who"]
    list_filter = [("meeting", admin.EmptyFieldListFilter), "municipality__region"]
    list_select_related = ["municipality", "meeting__region", "person"]
    search_fields = ["name_key", "person__name", "municipality__name"]

    def find_page(self, obj: PersonAlias) -> str | None:
        return obj.person.get_absolute_url()

    @admin.display(description=gettext_lazy("person"), ordering="person__sort_key")
    def who(self, alias: PersonAlias) -> SafeString | str:
        return page_link(alias.person)
