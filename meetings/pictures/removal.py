"""The pictures of a document leave the archive with it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction

from meetings.pictures.store import remove_pictures


def remove_after(instance: Any, **_signal: object) -> None:
    """Remove a deleted document's pictures once its deletion is committed; a receiver of Django's `post_delete`."""
    transaction.on_commit(partial(remove_pictures, instance.sha256))
