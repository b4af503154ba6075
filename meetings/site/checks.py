"""Django system checks of the archive's own settings (`manage.py check --deploy`)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import Tags, register
from django.core.checks import Warning as CheckWarning

from kkrarchive.terminal_language import gettext as _


@register(Tags.compatibility, deploy=True)
def check_operator(**_kwargs: Any) -> list[CheckWarning]:
    """Warn if the accessibility statement lacks details that the law requires (bekendtgørelse 904 of 2019)."""
    wanted = {
        "KKRARCHIVE_OPERATOR": settings.OPERATOR["name"],
        "KKRARCHIVE_OPERATOR_EMAIL": settings.OPERATOR["email"],
        "KKRARCHIVE_OPERATOR_PHONE": settings.OPERATOR["phone"],
        "KKRARCHIVE_WAS_URL": settings.WAS_URL,
    }
    missing = [name for name, value in wanted.items() if not value]
    if not missing:
        return []
    told = _("Tilgængelighedserklæringen er ikke fuldstændig: %(missing)s mangler.") % {"missing": ", ".join(missing)}
    return [CheckWarning(told, hint=_("Se »Tilgængelighed« i docs/drift.md."), id="kkrarchive.W001")]
