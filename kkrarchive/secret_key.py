"""The secret key that signs sessions: made once, kept in the data folder."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def read_or_make_secret_key(data_dir: Path) -> str:
    """Return the key in `data_dir`/secret_key, made at the first call. Raises OSError if it cannot be stored there."""
    path = data_dir / "secret_key"
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        data_dir.mkdir(parents=True, exist_ok=True)
    # Written in full and then linked into place: if two processes start at once, both use the first one's key.
    with tempfile.NamedTemporaryFile("w", dir=data_dir, prefix="secret_key.") as draft:
        draft.write(secrets.token_urlsafe(50))
        draft.flush()
        with contextlib.suppress(FileExistsError):
            os.link(draft.name, path)
    return path.read_text().strip()
