"""Reading of files: their bytes, a Danish reason where they cannot be read, and their names as text."""

from __future__ import annotations

import errno
import os
import unicodedata
from pathlib import Path

from ingest.errors import UnreadablePath
from ingest.privacy import mask
from meetings.shared.vocabulary import gettext_noop

_REASONS = {
    errno.ENOENT: gettext_noop("den findes ikke"),
    errno.EACCES: gettext_noop("der er ikke adgang til den"),
    errno.EISDIR: gettext_noop("det er en mappe"),
    errno.ELOOP: gettext_noop("et link peger på sig selv"),
}

# Encodings of file names that are not UTF-8: those of Windows, and of DOS and ZIP files made on Windows. The expected
# characters distinguish the two: no byte is one of them in both.
_ENCODINGS = ("cp1252", "cp850")
_EXPECTED = frozenset("æøåÆØÅäöüÄÖÜéÉ–§")
# The most characters of a name that are stored, and how many of them are its end where it is longer.
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
    """Return a name or path as text that can be stored, printed on one line and sent in an HTTP header.

    Python decodes bytes that are not UTF-8 as lone surrogates (PEP 383), which allow none of these. They are decoded
    with the first encoding that makes Danish letters of them, else escaped as \\xe6, as control characters are as \\n.
    """
    return "/".join(_readable_part(part) for part in name.split("/"))


def stored_name(name: str) -> str:
    """Return a file name as it is stored: readable, in NFC (a Mac writes NFD), at most MAX_NAME characters.

    CPR numbers in it are masked: a document's name is public.
    """
    text = mask(unicodedata.normalize("NFC", readable(name)))
    return text if len(text) <= MAX_NAME else f"{text[: MAX_NAME - _NAME_END - 1]}…{text[-_NAME_END:]}"


def _readable_part(part: str) -> str:
    text = _decode(part.encode("utf-8", "surrogateescape"))
    return "".join(one if one.isprintable() or unicodedata.category(one) == "Zs" else _escape(one) for one in text)


def _decode(name: bytes) -> str:
    """Decode a file name as UTF-8, else as the encoding in which it has only expected characters, else escaped."""
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
