"""The reading of documents as Django knows it: its commands, its queue."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IngestConfig(AppConfig):
    """Holds no models: what it writes are the rows of `meetings`."""

    name = "ingest"
    verbose_name = _("Indlæsning")

    def ready(self) -> None:
        from ingest.load import preparing  # noqa: F401 - registers its check
