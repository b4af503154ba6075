"""Django configuration of the app that reads documents: its start-up steps."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IngestConfig(AppConfig):
    """The app without models of its own: it writes the rows of `meetings`."""

    name = "ingest"
    verbose_name = _("Indlæsning")

    def ready(self) -> None:
        """Register the start-up steps: writing the topics' terms, and linking matters."""
        from ingest.load import matters, topics
        from meetings.preparation import Step, register_steps
        from meetings.shared.vocabulary import gettext_noop

        register_steps(
            Step(gettext_noop("Skriver emnernes ord"), topics.has_terms, lambda _progress: topics.ensure_terms()),
            Step(gettext_noop("Leder efter samme sag i andre møder"), matters.are_found, matters.find_missing),
        )
