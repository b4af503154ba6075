"""The reading of documents as Django knows it: its commands, its queue."""

from __future__ import annotations

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class IngestConfig(AppConfig):
    """Holds no models: what it writes are the rows of `meetings`."""

    name = "ingest"
    verbose_name = _("Indlæsning")

    def ready(self) -> None:
        from ingest.load import ensure_matters, ensure_terms

        # Of apps without models, as this one, no signal is sent; the topics the terms belong to are there by then.
        meetings = apps.get_app_config("meetings")
        post_migrate.connect(ensure_terms, sender=meetings, dispatch_uid="ingest.ensure_terms")
        post_migrate.connect(ensure_matters, sender=meetings, dispatch_uid="ingest.ensure_matters")
