"""What an older version filed for search is filed anew after a migrate, so that nobody must remember to."""

from __future__ import annotations

from typing import Any

from django.apps.registry import Apps
from django.db import connection

from meetings.models import SearchEntry


def renew_search(apps: Apps | None = None, **_signal: Any) -> None:
    """File anew what another edition of `search.filing` filed. A receiver of `post_migrate`."""
    # A flush sends the signal too, without apps, and leaves nothing to file.
    if not apps:
        return
    # A migrate may stop before the columns that are written.
    if hasattr(apps.get_model("meetings", "SearchEntry"), "edition") and SearchEntry.objects.renew_outdated():
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE meetings_searchentry")
