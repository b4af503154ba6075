"""The decisions of minutes without section headings: an item's last paragraph, where it says what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from danish.tolerant_patterns import tolerant_pattern
from ingest.items import Body, Items
from ingest.line_patterns import opens_section
from ingest.structure.lines import Line

HEADING = "Beslutning"
_DONE = (
    r"godkendt|tiltrådt|drøftet|vedtaget|udsat|afvist|anbefalet|besluttet|valgt|udpeget"
    r"|taget (?:til efterretning|ad notam)"
)
_DID = (
    r"godkendte|tiltrådte|drøftede|besluttede|vedtog|udsatte|afviste|anbefal(?:er|ede)|udpeg(?:er|ede)|valgte"
    rf"|tog .*(?:til efterretning|ad notam)|(?:blev|blev det) (?:{_DONE})"
)
_DECIDES = tolerant_pattern(
    rf"^(?:(?:KKR|kommunekontaktrådet|rådet|det|punktet|sagen|indstillingen|orienteringen|oplægget|referatet|dagsordenen)\b"
    rf"[^.,]{{0,40}}?\b(?:{_DID})\b|(?:{_DONE})\b)"
)
# What the council did at another meeting is no decision of this one.
_BEFORE = tolerant_pattern(
    r"\b(?:på (?:sit|det|sidste|forrige|mødet|et) |den \d{1,2}\.|tidligere|allerede|senest|i \w+ \d{4})"
)


def find_closing_decisions(items: Items) -> tuple[Items, tuple[Body, ...]]:
    """Return the items, with a heading above each decision that closes the text of one, and the items that have one."""
    bodies = tuple(_with_heading(body) for body in items.bodies)
    found = tuple(new for old, new in zip(items.bodies, bodies, strict=True) if new is not old)
    return replace(items, bodies=bodies), found


def _with_heading(body: Body) -> Body:
    lines = body.lines
    start = _last_paragraph(lines)
    text = " ".join(line.text for line in lines[start:])
    if any(opens_section(line.text) for line in lines[start:]) or not _DECIDES.search(text) or _BEFORE.search(text):
        return body
    heading = replace(lines[start], text=HEADING)
    return replace(body, lines=(*lines[:start], heading, *lines[start:]))


def _last_paragraph(lines: Sequence[Line]) -> int:
    """Return where the last paragraph begins: the last line that is set apart, or that decides below a full stop."""
    for n in reversed(range(len(lines))):
        above = lines[n - 1].text if n else "."
        if lines[n].apart or not n or (re.search(r"[.:]$", above) and _DECIDES.search(lines[n].text)):
            return n
    return 0
