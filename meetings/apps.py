"""The archive as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """The app of the archive's records and their search. Registers its steps of `manage.py prepare`."""

    name = "meetings"
    verbose_name = _("Arkivet")

    def ready(self) -> None:
        from meetings import change_triggers, preparation, reference, search_renewal
        from meetings.models import Document
        from meetings.pictures.removal import remove_after
        from meetings.preparation import Step
        from meetings.shared.vocabulary import gettext_noop
        from meetings.site import checks  # noqa: F401 - registers itself

        post_delete.connect(remove_after, sender=Document)
        register(preparation.check_prepared, preparation.CHECK_TAG)
        search = gettext_noop("Lægger dokumenterne frem til søgning på ny")
        triggers = gettext_noop("Lader tabellerne notere ændringer")
        rows = gettext_noop("Skriver kommuner, KKR og emner")
        preparation.register_steps(
            Step(rows, reference.is_loaded, lambda _progress: reference.load_reference(), True),
            Step(triggers, change_triggers.exist, lambda _progress: change_triggers.create(), True),
            Step(search, search_renewal.is_readable, search_renewal.make_readable, True, commits=True),
        )
