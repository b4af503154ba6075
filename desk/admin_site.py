"""The admin site and its front page.

The class is outside `desk.admin`, since Django needs it before it imports the admin modules.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import Count
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from meetings.shared.vocabulary import DocumentState

# The models that archivists use most come first.
ORDER = [
    "Document", "Person", "TopicTerm", "Synonym", "Meeting", "AgendaItem", "Decision", "Participant", "Attachment",
    "PersonAlias", "LearnedWord", "LearnedPair", "Abbreviation", "ItemAddress", "FormerItemAddress", "MeetingAddress",
    "Region", "Municipality", "Topic",
]  # fmt: skip


class ArchiveAdminSite(AdminSite):
    """Django's admin under the archive's name, with a link to the uploads on its front page."""

    site_header = _("KKR-arkivet")
    site_title = _("KKR-arkivet")
    index_title = _("Arkivarens sider")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from meetings.models import Document

        counted = Document.objects.order_by().values("state").annotate(count=Count("pk"))
        states = {row["state"]: row["count"] for row in counted}
        unfinished = states.get(DocumentState.WAITING, 0) + states.get(DocumentState.READING, 0)
        undecided = Document.objects.with_undecided_numbers().filter(state=DocumentState.READ).count()
        counts = {"states": states, "unfinished_count": unfinished, "undecided_count": undecided}
        return super().index(request, {**counts, **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        apps = super().get_app_list(request, app_label)
        for app in apps:
            if app["app_label"] == "meetings":
                app["models"].sort(key=lambda model: ORDER.index(model["object_name"]))
        return sorted(apps, key=lambda app: app["app_label"] != "meetings")
