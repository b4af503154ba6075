"""The app configurations of the desk and of Django's admin."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class ArchiveAdminConfig(admin_apps.AdminConfig):
    """Django's admin app with the archive's site instead of the default one."""

    # DeskConfig is the default: the one that "desk" in INSTALLED_APPS refers to.
    default = False
    default_site = "desk.admin_site.ArchiveAdminSite"


class DeskConfig(AppConfig):
    """The desk app, which has no models: archivists work on those of `meetings`."""

    name = "desk"
    verbose_name = _("Arkivarens bord")

    def ready(self) -> None:
        from desk import archivists
        from meetings.preparation import Step, register_steps
        from meetings.shared.vocabulary import gettext_noop

        title = gettext_noop("Giver arkivarerne deres rettigheder")
        register_steps(Step(title, archivists.has_group, lambda _progress: archivists.ensure_group()))
