"""Papers that are enclosures of a meeting: bundles, notes, newsletters and slides, and the meeting that they name.

A paper is one where its first lines say so ("Bilag 1: Notat om praksisplanen", "Indholdsfortegnelse - Bilag", "NOTAT",
"Nyhedsbrev fra KKR Midtjylland") or where they are of a talk ("Oplæg ved"), and none of them says agenda or minutes.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ingest.fields.dates import find_date
from ingest.fields.meeting_header import find_region, read_kind
from ingest.line_patterns import is_case_line
from meetings.shared.vocabulary import RegionSlug

FIRST_LINES = 4  # in which a paper says what it is
HEAD_LINES = 15  # in which it says of what meeting
_BUNDLE = r"bilag(?:s?samling|sbundt?|s?bundle|s?oversigt|s?materiale|s?pakke|s?hæfte|sfortegnelse|sliste)?"
_ENCLOSURE = re.compile(
    rf"^(?:indhold(?:sfortegnelse)?\s*[-–:,]?\s*)?(?:samle[dt]e?\s+)?{_BUNDLE}\b"
    r"(?:\s*$|\s*(?:nr\.?\s*)?\d|\s+[A-H]\b|\s*[-–:,]|\s+(?:til|for|fra|vedr)\b)"
    r"|^(?:\w+\s+)?[\w-]*nyhedsbrev(?:et)?\b"
    r"|^(?:baggrunds|sags|fakta)?(?:notat|notits|notat:)(?:\s*$|\s*[:–-]|\s+(?:til|om|vedr)\b)"
    r"|^(?:slides|præsentation|powerpoint|plancher)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^(?:(?:oplæg|præsentation|indlæg|keynote)\s+(?:ved|v/|af|til))|^tak for opmærksomheden",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![a-zæøå])(?:bilag\w*|nyhedsbrev\w*|slides?|præsentation\w*|notat\w*|plancher)", re.IGNORECASE)
_PAPER_NAME = re.compile(r"dagsorden|referat", re.IGNORECASE)
_MEETING_LABEL = re.compile(r"^(?:møde\w*|til\s+møde\w*)\b|\bmøde(?:t)?\s+(?:i\s+KKR|den)\b", re.IGNORECASE)
_NEXT = re.compile(r"\bnæste\s+(?:kkr-?)?møde", re.IGNORECASE)
_ITEM = re.compile(r"\b(?:punkt|pkt\.?|dagsordenspunkt)\s*(\d{1,2}(?:\.\d{1,2})?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EnclosureHead:
    """The meeting that an enclosure names: its council and day, and the item's number; None where it does not say."""

    region: RegionSlug | None = None
    date: datetime.date | None = None
    item: str | None = None


def is_enclosure(texts: Sequence[str], name: str) -> bool:
    """Return whether a paper says that it is an enclosure, in its first lines, or by its file's name where they do not.

    `texts` are its lines.
    """
    head = [text for text in texts if text.strip()][:HEAD_LINES]
    for n, text in enumerate(head):
        if read_kind(text) or (is_bare(text) and any(map(is_case_line, texts))):
            return False
        if n < FIRST_LINES and _ENCLOSURE.match(text):
            return True
    if any(map(is_case_line, texts)):
        return False
    stem = PurePath(name).stem.replace("_", " ")
    return any(map(_TALK.match, head)) or bool(_NAME.search(stem) and not _PAPER_NAME.search(stem))


def is_letter(texts: Sequence[str]) -> bool:
    """Return whether a paper greets a reader, ends with a greeting, and is neither agenda nor minutes."""
    said = any(map(is_case_line, texts)) or any(read_kind(text) for text in texts[:HEAD_LINES])
    greets = any(re.match(r"kære\s", text, re.IGNORECASE) for text in texts[: 2 * HEAD_LINES])
    return greets and not said and any(re.match(r"(?:med\s)?venlig\shilsen", text, re.IGNORECASE) for text in texts)


def is_bare(text: str) -> bool:
    """Return whether a line is only "Bilag", as above the enclosures of an item."""
    return text.strip(" :").lower() == "bilag"


def read_enclosure(texts: Sequence[str], name: str) -> EnclosureHead:
    """Read the meeting that an enclosure belongs to from its first lines, else from its file's name."""
    head = [text for text in texts if text.strip()][:HEAD_LINES]
    stem = PurePath(name).stem.replace("_", " ")
    region = next(filter(None, map(find_region, [*head, stem])), None)
    items = {found[1] for text in head for found in _ITEM.finditer(text)}
    return EnclosureHead(region, _date(head) or find_date(stem), items.pop() if len(items) == 1 else None)


def _date(head: Sequence[str]) -> datetime.date | None:
    """Return the meeting's day: of a line that speaks of a meeting or a KKR, else a day alone on its line."""
    lines = [text for text in head if not _NEXT.search(text)]
    named = [text for text in lines if _MEETING_LABEL.search(text) or find_region(text)]
    alone = [text for text in lines if len(text) <= len("onsdag den 30. september 2015 kl. 10.00")]
    alone = [text for text in alone if re.match(r"\W*(?:\w+dag\b|den\b|\d)", text)]
    return next(filter(None, map(find_date, [*named, *alone])), None)
