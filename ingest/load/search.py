"""The renewal of search entries that an older version wrote, as the queue runs it."""

from __future__ import annotations

from meetings.search_renewal import find_progress, renew_for

__all__ = ["find_progress", "renew_for"]
