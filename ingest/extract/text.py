"""Extraction of pages of lines from text files, in the encodings found in Danish archives.

Text extracts keep only traces of the pages: a form feed, or (in extracts since about 2020) one leading space on the
first line of a page, or the running header and page number that ended up in the text.
"""

from __future__ import annotations

import codecs
import itertools
import re

from danish.encodings import Encoding, decode_letters
from ingest.errors import EmptyFile, TooMuchText, UnknownFormat
from ingest.extract.running_headers import is_running_header
from ingest.limits import MOST_TEXT_MB, refuse_long_lines
from ingest.records import Page, Source

_MARKED = re.compile(r"^ (?=[^\s])")
# Those of Windows, Unix and old Macs, then Word's within a paragraph and Unicode's.
_LINE_END = re.compile("\r\n|[\n\r\v\u2028\u2029]")
_LINE_END_OR_NEL = re.compile("\r\n|[\n\r\v\u2028\u2029\x85]")
_PAGE_END_IN_LINE = re.compile(r"(?<=[^\n\r\f])\f(?=[^\n\r\f])")
_PDF_PARTS = re.compile(r"^\s*(?:\d+ \d+ obj|endobj|startxref|trailer\s*<<)", re.MULTILINE)
# Leading spaces mark pages where few lines have them; where many do, they are indents.
MARKED_SHARE = 0.15
CONTROL_SHARE = 0.005
SAMPLE = 2_000
# UTF-32 before UTF-16, whose mark the other's begins with.
_MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def read_text(data: bytes) -> Source:
    """Read a text file. Raises EmptyFile, UnknownFormat, TooMuchText or LineTooLong."""
    if len(data) > MOST_TEXT_MB * 1_000_000:
        raise TooMuchText(megabytes=len(data) // 1_000_000, most=MOST_TEXT_MB)
    text, encoding = decode(data)
    if not text.strip():
        raise EmptyFile
    lines = _split_lines(text)
    if not lines[-1]:
        lines.pop()
    starts = find_page_starts(lines)
    bounds = [0, *starts, len(lines)]
    pages = (lines[start:end] for start, end in itertools.pairwise(bounds))
    source = Source("text", tuple(Page(n, tuple(page)) for n, page in enumerate(pages, 1)), encoding=encoding)
    refuse_long_lines(source)
    return source


def _split_lines(text: str) -> list[str]:
    """Split a text at the line ends of every system; NEL is one where it is the usual one, else a wrong letter.

    A form feed within a line ends it too: some programs join pages by nothing else.
    """
    ends = _LINE_END_OR_NEL if text.count("\x85") > text.count("\n") + text.count("\r") else _LINE_END
    return ends.split(_PAGE_END_IN_LINE.sub("\n\f", text))


def is_text(data: bytes) -> bool:
    """Return whether a file is text by its characters, and not the rest of a PDF that has lost its beginning."""
    charset = unicode_charset(data)
    try:
        text = _checked(data.decode(charset or "latin-1", errors="replace"))
    except UnknownFormat:
        return False
    return not _PDF_PARTS.search(text)


def decode(data: bytes) -> tuple[str, Encoding]:
    """Return bytes as text, and how they were decoded: as UTF-8, UTF-16 or UTF-32, or else by their letters.

    Raises UnknownFormat if it is not text.
    """
    if charset := unicode_charset(data):
        return _checked(data.decode(charset, errors="replace")), Encoding(charset)
    text, encoding = decode_letters(data.removeprefix(codecs.BOM_UTF8))
    return _checked(text), encoding


def unicode_charset(data: bytes) -> str | None:
    """Return which of UTF-16 and UTF-32 data is in, by its BOM or by the zeros of Latin letters; None if in neither."""
    by_mark = next((charset for mark, charset in _MARKS if data.startswith(mark)), None)
    return by_mark or _without_mark(data[:SAMPLE])


def _without_mark(sample: bytes) -> str | None:
    """Return the charset in which Latin letters have a zero in every second byte, or in three of four."""
    zeros, quarter = [sample[n::4].count(0) for n in range(4)], len(sample) // 4
    if quarter and min(zeros[1:]) > 0.9 * quarter > 9 * zeros[0]:
        return "utf-32le"
    if quarter and min(zeros[:3]) > 0.9 * quarter > 9 * zeros[3]:
        return "utf-32be"
    even, odd, half = zeros[0] + zeros[2], zeros[1] + zeros[3], len(sample) // 2
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
