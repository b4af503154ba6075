"""The archive as Django knows it, and Django's admin with the archive's own site."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ArchiveAdminConfig(admin_apps.AdminConfig):
    """Django's admin with the archive's site in place of the default one."""

    # Of the two in this module MeetingsConfig is the one that "meetings" in INSTALLED_APPS means.
    default = False
    default_site = "meetings.admin_site.ArchiveAdminSite"


class MeetingsConfig(AppConfig):
    """What the archive holds. After every migrate the reference rows and the archivists' group are there."""

    name = "meetings"
    verbose_name = _("Arkivet")

    def ready(self) -> None:
        from meetings import checks  # noqa: F401 - registers itself
        from meetings.archivists import ensure_group
        from meetings.changes import ensure_noted
        from meetings.reference import load_reference
        from meetings.renewal import renew_search

        post_migrate.connect(load_reference, sender=self, dispatch_uid="meetings.load_reference")
        post_migrate.connect(ensure_group, sender=self, dispatch_uid="meetings.ensure_group")
        post_migrate.connect(ensure_noted, sender=self, dispatch_uid="meetings.ensure_noted")
        post_migrate.connect(renew_search, sender=self, dispatch_uid="meetings.renew_search")
