"""How large the streams of a PDF are when they are unpacked: a few kilobytes may inflate to gigabytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import chain

from ingest.errors import TooMuchUnpacked
from ingest.limits import MOST_UNPACKED_MB

_STREAM = re.compile(rb"stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
# A stream that may be deflated more than once: it names two filters, or names them elsewhere.
_TWICE = re.compile(rb"/Filter\s*(?:\d|\[[^\]]*/[^\]/]*/)")
_DICTIONARY = 2_000  # bytes before a stream that may be its dictionary
_CHUNK = 65_536
_MOST_FILTERS = 4  # a stream may be deflated more than once
DEFLATED = 1_032  # the most by which deflate can make a stream smaller


def refuse_bomb(data: bytes) -> None:
    """Raise TooMuchUnpacked if a deflated stream of a PDF is larger than it may be, or all but the images together.

    Images are unpacked one at a time, and a scan of many pages has many.
    """
    most = left = MOST_UNPACKED_MB * 1_000_000
    if len(data) * DEFLATED <= most and not _TWICE.search(data):
        return
    for packed, is_image in _streams(data):
        if is_image and len(packed) * DEFLATED <= most:
            continue
        size = _decoded_size(packed, most if is_image else left)
        left -= 0 if is_image else size
        if size > most or left < 0:
            raise TooMuchUnpacked(megabytes=MOST_UNPACKED_MB)


def _streams(data: bytes) -> Iterator[tuple[memoryview, bool]]:
    """Yield the deflated streams of a PDF, and whether each is an image."""
    at = 0
    view = memoryview(data)
    while match := _STREAM.search(data, at):
        end = data.find(b"endstream", match.end())
        at = len(data) if end < 0 else end + len(b"endstream")
        packed = view[match.end() : end if end >= 0 else len(data)]
        if _is_deflated(packed):
            dictionary = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b" obj")[2]
            yield packed, bool(_IMAGE.search(dictionary))


def _is_deflated(head: bytes | memoryview) -> bool:
    """Return whether data begins as zlib's does (RFC 1950)."""
    return len(head) > 2 and head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0


def _decoded_size(packed: memoryview, most: int) -> int:
    """Return how many bytes a stream has, through all its filters; a little more than `most` if it has more."""
    parts: Iterator[bytes | memoryview] = (packed[at : at + _CHUNK] for at in range(0, len(packed), _CHUNK))
    for _filter in range(_MOST_FILTERS):
        parts = _inflated(parts)
        first = next(parts, b"")
        parts = chain([first], parts)
        if not _is_deflated(first):
            break
    size = 0
    for part in parts:
        size += len(part)
        if size > most:
            break
    return size


def _inflated(parts: Iterator[bytes | memoryview]) -> Iterator[bytes | memoryview]:
    """Inflate a stream part by part, up to where it is damaged."""
    inflater = zlib.decompressobj()
    try:
        for part in parts:
            more: bytes | memoryview = part
            while more and not inflater.eof:
                yield inflater.decompress(more, _CHUNK)
                more = inflater.unconsumed_tail
    except zlib.error:
        return
