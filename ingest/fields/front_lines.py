"""The lines of a front page as sentences, and lines that only name the paper, the council and the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from danish.tolerant_patterns import tolerant, tolerant_pattern
from ingest.fields.dates import WEEKDAYS, find_date
from ingest.line_patterns import MONTHS
from ingest.structure.lines import Line
from meetings.shared.vocabulary import RegionSlug

LINE_LETTERS = 600  # of a line that may say something of the day; a longer one is a paragraph
_GOES_ON = re.compile(r"(?:\b(?:den|d\.|til|fra|for|af|er|blev|bliver|og|i|på|kl\.)|:)$", re.IGNORECASE)
_LABEL_ONLY = re.compile(r"^[\w ]{3,14}:$")
_WEEKDAY_FIRST = tolerant_pattern("|".join(WEEKDAYS))
# What the heading of a meeting's paper is made of, beside the words that are looked for in it.
_HEADING_WORDS = re.compile(
    r"\b(?:"
    + tolerant(
        r"møde(?:t|indkaldelse|dato|form|sted)?|KKR(?:[- ]?møde(?:t)?)?|kommunekontaktråd(?:et|s)?|dagsorden(?:en)?"
        r"|(?:beslutnings|møde)?referat(?:et)?|tillægsdagsorden(?:en)?|indkaldelse|dato|sted|tidspunkt|tid|udkast|kladde"
        r"|i|på|af|til|fra|for|den|d|kl|er|et|en|og|det|som|ved|via|om|blev|bliver|var|bemærk|obs|nb|hermed|desværre"
        rf"|dette|måtte|må|blevet|region(?:en)?|{'|'.join(one.label for one in RegionSlug)}"
        rf"|{'|'.join(WEEKDAYS)}|{MONTHS}"
    )
    + r")\b\.?|[\d\W_]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line of the front page with what goes on below it, and the line where it begins."""

    text: str
    line: Line

    @property
    def place(self) -> str:
        """Where the line stands, as a reader counts: "side 1, linje 4"."""
        page, number = self.line.place
        return f"side {page + 1}, linje {number + 1}"


def join_front(lines: Sequence[Line]) -> list[FrontLine]:
    """Return the lines of a front page; one that goes on below, by its last word or the next first, with the next."""
    joined: list[FrontLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and not line.top and _belongs(above.text, line):
            joined[-1] = FrontLine(f"{above.text} {line.text}", above.line)
        else:
            joined.append(FrontLine(line.text[:LINE_LETTERS], line))
    return joined


def _belongs(above: str, line: Line) -> bool:
    if _LABEL_ONLY.match(line.text) or len(above) > LINE_LETTERS / 2:
        return False
    is_another_day = _WEEKDAY_FIRST.match(line.text) and find_date(above)
    return bool(_GOES_ON.search(above)) or (line.text[:1].islower() and not line.gap and not is_another_day)


def is_heading_with(pattern: re.Pattern[str], text: str) -> bool:
    """Return whether a line says what `pattern` matches, and beside it only which paper of which meeting it is."""
    if not pattern.search(text):
        return False
    return not _HEADING_WORDS.sub("", pattern.sub(" ", text))


OTHER_BODY = tolerant_pattern(
    r"\b(?:i|for|af|med)\s+(?!KKR)[\w'’ -]{0,25}?(?:gruppe|udvalg|bestyrelse|formandskab|forum|netværk|klynge|K17"
    r"|direktørkreds|regionen|ministe|sundhedsråd|regionsråd|byråd|embedsm)\w*"
)
