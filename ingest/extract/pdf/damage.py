"""Damaged files: a new trailer for those that have lost theirs, and how many parts of a file are broken."""

from __future__ import annotations

import re
import zlib
from itertools import islice

from ingest.errors import DamagedPdf

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,8})\s+([0-9]{1,5})\s+obj\b")
_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_PAGES = re.compile(rb"/Type\s*/Pages\b")

_STREAM = re.compile(rb"stream\r?\n")
_ENDS = (b"endobj", b"stream")  # what may stand before a dictionary
DICTIONARY = 800  # bytes before a stream, in which its dictionary stands
MOST_STREAMS = 2_000
MOST_BYTES = 1_000_000  # unpacked bytes of a part that are looked at


def count_broken_streams(data: bytes) -> int:
    """Return how many compressed parts of a file cannot be unpacked. Engines read such parts as far as they go."""
    if b"/Encrypt" in data:
        return 0
    deflated = (match.end() for match in _STREAM.finditer(data) if _is_deflated(data, match.start()))
    return sum(_is_broken(data, start) for start in islice(deflated, MOST_STREAMS))


def _is_deflated(data: bytes, start: int) -> bool:
    """Return whether the dictionary before a stream says that it is compressed by deflate alone."""
    dictionary = data[max(start - DICTIONARY, 0) : start].rstrip()
    for end in _ENDS:
        dictionary = dictionary.rpartition(end)[2]
    twice = b"/ASCII" in dictionary or b"/LZW" in dictionary
    return b"/FlateDecode" in dictionary and dictionary.endswith(b">>") and not twice


def _is_broken(data: bytes, start: int) -> bool:
    end = data.find(b"endstream", start)
    try:
        zlib.decompressobj().decompress(data[start : end if end > 0 else None], MOST_BYTES)
    except zlib.error:
        return True
    return False


def with_trailer(data: bytes) -> bytes:
    """Return a file with a trailer appended that names its catalog, or a new catalog over its root of pages.

    Raises DamagedPdf if it has neither in the open.
    """
    objects = [(match.start(), int(match[1]), int(match[2])) for match in _OBJECT.finditer(data)]
    size = max((number for _at, number, _generation in objects), default=0) + 1
    catalog = _object_with(_CATALOG, data, objects)
    added = b""
    if catalog is None:
        pages = _object_with(_PAGES, data, objects)
        if pages is None:
            raise DamagedPdf
        added = b"\n%d 0 obj\n<< /Type /Catalog /Pages %d %d R >>\nendobj" % (size, *pages)
        catalog, size = (size, 0), size + 1
    return data + added + b"\ntrailer\n<< /Size %d /Root %d %d R >>\nstartxref\n0\n%%%%EOF\n" % (size, *catalog)


def _object_with(
    pattern: re.Pattern[bytes], data: bytes, objects: list[tuple[int, int, int]]
) -> tuple[int, int] | None:
    """Return the number and generation of the last object that has a match before the next one begins."""
    found = [match.start() for match in pattern.finditer(data)]
    before = [(number, generation) for at, number, generation in objects if found and at < found[-1]]
    return before[-1] if before else None
