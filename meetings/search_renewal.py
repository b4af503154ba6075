"""Renewal of search entries that an older version indexed: a step of `manage.py prepare`, so nobody can forget it."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from kkrarchive.terminal_language import gettext as _
from meetings.models import SearchEntry


def is_current() -> bool:
    """Return whether all entries were written by this edition of `meetings.search.language.indexing`."""
    return not SearchEntry.objects.outdated().exists()


def renew(tell: Callable[[str], object]) -> None:
    """Reindex the entries of other editions, reporting progress to `tell`; then update the planner's statistics."""
    all_ = SearchEntry.objects.outdated().count()
    for done in SearchEntry.objects.renew_outdated():
        tell(_("%(done)s af %(all)s punkter") % {"done": done, "all": all_})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE meetings_searchentry")
