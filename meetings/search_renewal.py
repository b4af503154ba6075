"""What an older version filed for search is filed anew by `manage.py prepare`, so that nobody must remember to."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from kkrarchive.terminal_language import gettext as _
from meetings.models import SearchEntry


def is_current() -> bool:
    """Return whether all was filed by this edition of `search.filing`."""
    return not SearchEntry.objects.outdated().exists()


def renew(tell: Callable[[str], object]) -> None:
    """File anew what another edition filed, and tell now and then how far that is."""
    all_ = SearchEntry.objects.outdated().count()
    for done in SearchEntry.objects.renew_outdated():
        tell(_("%(done)s af %(all)s punkter") % {"done": done, "all": all_})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE meetings_searchentry")
