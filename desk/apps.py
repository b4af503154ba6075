"""The archivist's desk as Django knows it, and Django's admin with the archive's own site."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class ArchiveAdminConfig(admin_apps.AdminConfig):
    """Django's admin with the archive's site in place of the default one."""

    # Of the two in this module DeskConfig is the one that "desk" in INSTALLED_APPS means.
    default = False
    default_site = "desk.admin_site.ArchiveAdminSite"


class DeskConfig(AppConfig):
    """Holds no models: what the archivist works on are the rows of `meetings`."""

    name = "desk"
    verbose_name = _("Arkivarens bord")

    def ready(self) -> None:
        from desk import archivists
        from meetings.preparation import Step, register_steps
        from meetings.shared.vocabulary import gettext_noop

        title = gettext_noop("Giver arkivarerne deres rettigheder")
        register_steps(Step(title, archivists.has_group, lambda _progress: archivists.ensure_group()))
