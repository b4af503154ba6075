"""Deletion of old notes of changes, which are of use for a day."""

from __future__ import annotations

from meetings.models import Change


def forget_changes() -> None:
    """Delete the notes of older changes."""
    Change.objects.forget_old()
