"""The archive as Django knows it, and Django's admin with the archive's own site."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class ArchiveAdminConfig(admin_apps.AdminConfig):
    """Django's admin with the archive's site in place of the default one."""

    # Of the two in this module MeetingsConfig is the one that "meetings" in INSTALLED_APPS means.
    default = False
    default_site = "meetings.admin_site.ArchiveAdminSite"


class MeetingsConfig(AppConfig):
    """What the archive holds. What it needs beside its tables: `manage.py prepare`."""

    name = "meetings"
    verbose_name = _("Arkivet")

    def ready(self) -> None:
        from meetings import checks  # noqa: F401 - registers itself
