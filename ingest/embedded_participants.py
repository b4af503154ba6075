"""Extraction of a participant list from the first item ("1. Velkomst") or the last, where no front page has one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.fields.attendance_headings import read_group
from ingest.fields.municipalities import find_municipality
from ingest.fields.participants import Participants, read_participants
from ingest.items import Items
from ingest.line_patterns import opens_section
from ingest.structure.lines import Line

FEWEST = 3  # fewer names below "Deltagere:" are a working group, and stay in the text
_SENTENCE_END = re.compile(r"[^\W\d_]{3}\.$")


def take_participants(items: Items) -> tuple[Items, Participants]:
    """Move a participant list out of the first or the last item; return the items unchanged if neither has one."""
    for at in dict.fromkeys((0, len(items.bodies) - 1)):
        body = items.bodies[at]
        start, end = _find_list(body.lines)
        found = read_participants(body.lines[start:end])
        placed = [one for one in found.records if one.municipality or one.party]
        if len(placed) >= FEWEST and len(placed) * 2 > len(found.records):
            rest = replace(body, lines=(*body.lines[:start], *body.lines[end:]))
            bodies = tuple(rest if one is body else one for one in items.bodies)
            return replace(items, bodies=bodies), replace(found, start=0, end=0)
    return items, Participants()


def _find_list(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where a list begins and where it ends: at a section heading or a sentence."""
    start = next((n for n, line in enumerate(lines) if _is_group(line)), len(lines))
    ends = (n for n in range(start + 1, len(lines)) if _is_prose(lines[n]))
    return start, next(ends, len(lines))


def _is_group(line: Line) -> bool:
    group = read_group(line.text)
    return group is not None and group.status is not None


def _is_prose(line: Line) -> bool:
    if read_group(line.text):
        return False
    sentence = _SENTENCE_END.search(line.text) and not find_municipality(line.text.rsplit(",")[-1].strip(" ."))
    return opens_section(line.text) or bool(sentence)
