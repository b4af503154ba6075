"""Files as bytes, and in Danish why they cannot be had."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from ingest.errors import UnreadablePath
from meetings.vocabulary import gettext_noop

_REASONS = {
    errno.ENOENT: gettext_noop("den findes ikke"),
    errno.EACCES: gettext_noop("der er ikke adgang til den"),
    errno.EISDIR: gettext_noop("det er en mappe"),
    errno.ELOOP: gettext_noop("et link peger på sig selv"),
}


def read_bytes(path: Path) -> bytes:
    """Give a file's bytes. Raises UnreadablePath."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or os.strerror(error.errno or errno.EIO)
        raise UnreadablePath(reason=reason) from error
