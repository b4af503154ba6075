"""Extraction of pages of lines from text files, in the encodings found in Danish archives.

Text extracts keep only traces of the pages: a form feed, or (in extracts since about 2020) one leading space on the
first line of a page, or the running header and page number that ended up in the text.
"""

from __future__ import annotations

import codecs
import itertools
import re

from danish.encodings import Encoding, decode_letters
from ingest.errors import EmptyFile, UnknownFormat
from ingest.extract.running_headers import is_running_header
from ingest.records import Page, Source

_MARKED = re.compile(r"^ (?=[^\s])")
# Leading spaces mark pages where few lines have them; where many do, they are indents.
MARKED_SHARE = 0.15
CONTROL_SHARE = 0.005


def read_text(data: bytes) -> Source:
    """Read a text file. Raises EmptyFile or UnknownFormat."""
    text, encoding = decode(data)
    if not text.strip():
        raise EmptyFile
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[-1]:
        lines.pop()
    starts = find_page_starts(lines)
    bounds = [0, *starts, len(lines)]
    pages = (lines[start:end] for start, end in itertools.pairwise(bounds))
    return Source("text", tuple(Page(n, tuple(page)) for n, page in enumerate(pages, 1)), encoding=encoding)


def decode(data: bytes) -> tuple[str, Encoding]:
    """Return bytes as text, and how they were decoded: as UTF-8 or UTF-16, with or without a BOM, or by their letters.

    Raises UnknownFormat if it is not text.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(data.decode("utf-16", errors="replace")), Encoding("utf-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    guess = _utf16_without_mark(data)
    if guess:
        return _checked(data.decode(guess, errors="replace")), Encoding(guess)
    text, encoding = decode_letters(data)
    return _checked(text), encoding


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a BOM, if it is that: Latin letters have a zero in every second byte."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > 0.7 * half > 10 * even:
        return "utf-16le"
    if half and even > 0.7 * half > 10 * odd:
        return "utf-16be"
    return None


def _checked(text: str) -> str:
    """Return the text without a BOM. Raises UnknownFormat if it has many control characters or undecodable bytes."""
    odd = len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]", text))
    if odd > CONTROL_SHARE * len(text) + 2:
        raise UnknownFormat
    return text.removeprefix("\ufeff")


def find_page_starts(lines: list[str]) -> list[int]:
    """Return the indexes of the lines that begin a page, except the first."""
    if any("\f" in line for line in lines):
        return [n for n, line in enumerate(lines) if n and (line.startswith("\f") or "\f" in lines[n - 1][1:])]
    marked = {n for n, line in enumerate(lines) if _MARKED.match(line)}
    full = sum(not line.isspace() and bool(line) for line in lines)
    indented = sum(line.startswith("  ") and not line.isspace() for line in lines)
    if len(marked) > MARKED_SHARE * full or indented > len(marked):
        marked = set()
    return sorted((marked | _after_running_headers(lines, marked)) - {0})


def _after_running_headers(lines: list[str], marked: set[int]) -> set[int]:
    """Return the first line after each running header and page number, unless the header itself marks the page."""
    starts, behind = set(), False
    for n, line in enumerate(lines):
        text = line.strip()
        if text and is_running_header(text):
            behind = behind or not any(at in marked for at in range(max(n - 3, 0), n + 1))
        elif text:
            if behind:
                starts.add(n)
            behind = False
    return starts
