"""The day on which a document says that it was sent out, which tells a later edition from an earlier one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from danish.tolerant_patterns import tolerant_pattern
from ingest.fields.dates import find_date
from ingest.fields.meeting_header import FRONT_LINES
from ingest.records import ItemRecord
from ingest.structure.lines import Line
from meetings.shared.vocabulary import DocumentKind

NEAR = 40  # letters between the word and its date: "Dagsorden er udsendt til medlemmerne den 2. juni 2015"
# "Udsendt den 2. juni", "Dato for udsendelse: 2/6-2015", "Revideret 5. juni", "Dagsordenen er sendt ud den …".
_SENT = tolerant_pattern(
    r"^(?:(?:denne\s+)?(?:dagsorden(?:en)?|referat(?:et)?|mødematerialet)\s+)?(?:(?:er|blev)\s+)?"
    r"(?:gen)?(?:udsendt|sendt\s+ud|udsendes|revideret|opdateret|rettet|ændret|udsendelsesdato)\b"
    r"|^(?:dato\s+for\s+(?:udsendelse|revision)|udsendelse(?:n)?|revision)\b"
)
_AGENDA_SENT = tolerant_pattern(r"^(?:den\s+\w+\s+)?dagsorden(?:en)?\s+(?:er|blev)\s+(?:udsendt|sendt\s+ud)\b")
_DEADLINE = re.compile(r"\b(?:svar)?frist|\bsenest|\bmøde", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\d.]\.)\s+|\n+")


def read_dispatched(
    front: Sequence[Line], running: Iterable[Line], items: Sequence[ItemRecord], kind: DocumentKind
) -> datetime.date | None:
    """Return the latest day on which the front page or a running header says that the document was sent out or revised.

    An agenda that does not say so there may say it in the item that approves it. A date below the word, on a line of
    its own, belongs to it.
    """
    lines = [*(line.text for line in front[:FRONT_LINES]), *dict.fromkeys(line.text for line in running)]
    found = [date for at, line in enumerate(lines) if (date := _date_of(line, lines[at + 1 : at + 2]))]
    return max(found, default=None) or (None if kind == DocumentKind.MINUTES else _said_in_items(items))


def _date_of(line: str, below: Sequence[str]) -> datetime.date | None:
    match = _SENT.match(line.strip())
    if not match:
        return None
    rest = _DEADLINE.split(line.strip()[match.end() :])[0]
    if not rest.strip(" :."):
        return find_date(below[0][:NEAR]) if below and re.match(r"\W*(?:den\s+)?\d", below[0]) else None
    return find_date(rest[: NEAR + len("30. september 2015")])


def _said_in_items(items: Sequence[ItemRecord]) -> datetime.date | None:
    """Return the day in "Dagsorden er udsendt den 22. august 2025", said in one of the first items."""
    for sentence in _sentences(items[:6]):
        match = _AGENDA_SENT.match(sentence)
        if match:
            return find_date(sentence[match.end() : match.end() + NEAR + len("30. september 2015")])
    return None


def _sentences(items: Iterable[ItemRecord]) -> Iterator[str]:
    for item in items:
        for text in (item.background, item.recommendation, item.presentation):
            yield from _SENTENCE.split(text or "")
