"""Files: their bytes, in Danish why they cannot be had, and their names as text."""

from __future__ import annotations

import errno
import os
import unicodedata
from pathlib import Path

from ingest.errors import UnreadablePath
from meetings.shared.vocabulary import gettext_noop

_REASONS = {
    errno.ENOENT: gettext_noop("den findes ikke"),
    errno.EACCES: gettext_noop("der er ikke adgang til den"),
    errno.EISDIR: gettext_noop("det er en mappe"),
    errno.ELOOP: gettext_noop("et link peger på sig selv"),
}

# How file names are coded that are not UTF-8: by Windows, and by DOS and ZIP files made on Windows. These letters and
# signs tell the two apart: no byte means one of them in both.
_ENCODINGS = ("cp1252", "cp850")
_EXPECTED = frozenset("æøåÆØÅäöüÄÖÜéÉ–§")
# Characters of a name that are stored, and how many of them are its end where it has more.
MAX_NAME = 255
_NAME_END = 12


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises UnreadablePath."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or os.strerror(error.errno or errno.EIO)
        raise UnreadablePath(reason=reason) from error


def readable(name: str) -> str:
    """Return a name or a path as text that can be stored, printed on one line and sent in a header.

    Python passes bytes that are not UTF-8 as lone surrogates (PEP 383), which nothing of that takes. They are read as
    the encoding in which they are Danish letters, else written as \\xe6, like control characters as \\n.
    """
    return "/".join(_readable_part(part) for part in name.split("/"))


def stored_name(name: str) -> str:
    """Return a file's name as it is stored: readable, its letters composed (a Mac has them apart), not too long."""
    text = unicodedata.normalize("NFC", readable(name))
    return text if len(text) <= MAX_NAME else f"{text[: MAX_NAME - _NAME_END - 1]}…{text[-_NAME_END:]}"


def _readable_part(part: str) -> str:
    text = _decode(part.encode("utf-8", "surrogateescape"))
    return "".join(one if one.isprintable() or unicodedata.category(one) == "Zs" else _escape(one) for one in text)


def _decode(name: bytes) -> str:
    for encoding in ("utf-8", *_ENCODINGS):
        try:
            text = name.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or all(one.isascii() or one in _EXPECTED for one in text):
            return text
    return name.decode("utf-8", "backslashreplace")


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
