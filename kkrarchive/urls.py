"""The root URLconf: the archivists' admin and the public pages."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("meetings.site.urls")),
]
handler404 = "meetings.site.views.errors.not_found"
handler500 = "meetings.site.views.errors.server_error"
