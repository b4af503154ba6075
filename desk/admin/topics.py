"""The admin of topics, and of the weighted terms that assign items to them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import FloatField, QuerySet
from django.forms import NumberInput
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from desk.admin.base import ModelAdmin
from desk.admin.reference_lists import ReferenceListAdmin
from ingest import tasks
from meetings.models import Topic, TopicTerm


@admin.register(Topic)
class TopicAdmin(ReferenceListAdmin):
    list_display = ["__str__", "address", "item_count", "on_site"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return Topic.objects.with_item_counts()

    @admin.display(description=Topic.slug.field.verbose_name, ordering="slug")
    def address(self, topic: Topic) -> str:
        return topic.slug

    @admin.display(description=gettext_lazy("dagsordenspunkter"), ordering="item_count")
    def item_count(self, topic: Any) -> int:
        count: int = topic.item_count
        return count


@admin.register(TopicTerm)
class TopicTermAdmin(ModelAdmin):
    """The admin of topic terms: weights are edited in the list; a button reassigns the topics of all items."""

    list_display = ["term", "topic", "weight"]
    list_editable = ["weight"]
    list_filter = ["topic"]
    list_select_related = ["topic"]
    list_per_page = 100
    search_fields = ["term"]
    # The list has no visible label for the field.
    formfield_overrides = {FloatField: {"widget": NumberInput({"step": "any", "aria-label": gettext_lazy("vægt")})}}
    change_list_template = "admin/meetings/topicterm/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        refile = self.admin_site.admin_view(require_POST(self.refile))
        return [path("refile/", refile, name="meetings_topicterm_refile"), *super().get_urls()]

    def refile(self, request: HttpRequest) -> HttpResponse:
        """Enqueue the reassignment of topics to all items, and redirect to the list with a message."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        tasks.enqueue_topics()
        messages.success(request, _("Alle punkter får nu emner på ny i baggrunden. Det tager højst et par minutter."))
        return HttpResponseRedirect(reverse("admin:meetings_topicterm_changelist"))
