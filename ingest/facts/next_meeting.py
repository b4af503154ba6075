"""The council's next meeting: day, time and place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from danish.tolerant_patterns import tolerant_pattern
from ingest.facts.dates import Day, find_days
from ingest.facts.sentences import Sentence
from ingest.facts.times import find_place, find_times
from ingest.line_patterns import MONTH_NAMES
from ingest.records import FactRecord
from meetings.shared.vocabulary import FactKind

_NEXT = tolerant_pattern(
    r"\b(?:næste|kommende|førstkommende|konstituerende|nyt|ekstraordinære?)\s+(?:ordinære\s+|konstituerende\s+|ekstraordinære\s+)?"
    r"(?:KKR[- ])?møder?\b"
)
_THE_NEXT = tolerant_pattern(r"\b(?:næste|kommende|førstkommende)\s+(?:ordinære\s+)?(?:KKR[- ])?møde\b")
_TITLE = tolerant_pattern(r"\b(?:næste|kommende)\s+(?:ordinære\s+)?(?:KKR[- ])?møde\b")
_HELD = tolerant_pattern(
    r"\bmødet?\b.{0,80}?\b(?:afholdes|holdes|finder\s+sted|er\s+(?:fastsat|planlagt|berammet)|er\b)|\b(?:afholder|holder)\b.{0,40}\bmøde\b"
)
_ALONE = tolerant_pattern(
    r"^(?:– )?(?:(?:dato|tid|tidspunkt|mødedato)\s*:\s*)?"
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s+|d\.\s*)?\d"
)
# "Næste møde i Kontaktudvalget", "udvalgets næste møde", "på sit næste møde".
_OTHERS_AFTER = re.compile(
    rf"\s+(?:i|for|mellem|med)\s+(?!KKR\b|det\s+nye\s+KKR|(?:{MONTH_NAMES})\b|\d|uge\b)",
    re.IGNORECASE,
)
_OTHERS_BEFORE = re.compile(r"(?:\b(?!KKR)[\w-]*\w[’'´]?s|[’']s|\bsit|\bderes|\bKL[’']?s?)\s+$", re.IGNORECASE)
_OTHER_BODY = re.compile(
    r"\w(?:udvalg|bestyrelse|råd|forum|styregruppe|kreds)(?:et|en|met)?\b|\bDAS\b|\bKL\b|[Ss]tyregruppe|[Bb]estyrelse|[Uu]dvalg"
)
_CALLED_OFF = re.compile(r"\baflys|\budgår\b|\bikke\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s+(?:der|som|hvor|jf\.)\s|[.;]\s+[A-ZÆØÅ]")
_NEAR = 110  # letters between the words for the meeting and its day
_MOVED = re.compile(r"\b(?:flyttet|flyttes|udsat|ændret)\b.{0,40}?\btil\b", re.IGNORECASE)


def read_next_meeting(sentences: list[Sentence], title: str, meeting: datetime.date) -> Iterator[FactRecord]:
    """Yield the next meeting as the sentences of an item state it: after `meeting`, and of the council itself."""
    titled = bool(_TITLE.search(title)) and not _is_others(title)
    spoken = False
    for sentence in sentences:
        named = _NEXT.search(sentence.text)
        if named and _is_others(sentence.text):
            spoken = False
            continue
        spoken = spoken or bool(named and _THE_NEXT.search(sentence.text))
        held = _HELD.search(sentence.text) if spoken or titled else None
        about = named or held or (_ALONE.match(sentence.text) if titled else None)
        if about and not _CALLED_OFF.search(sentence.text):
            yield from _of_sentence(sentence, meeting, about.end() if named or held else 0)


def _of_sentence(sentence: Sentence, meeting: datetime.date, at: int) -> Iterator[FactRecord]:
    moved = _MOVED.search(sentence.text)
    day = _day(sentence.text, moved.end() if moved else at, meeting)
    if not day:
        return
    time, end_time = find_times(sentence.text)
    council = re.search(
        r"\bKKR\s+(?:Region\s+)?(?:Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden)\b", sentence.text
    )
    yield FactRecord(
        FactKind.NEXT_MEETING,
        sentence.text,
        sentence.section,
        date=day.date,
        time=time,
        end_time=end_time,
        place=find_place(sentence.text),
        body=council[0] if council else None,
        what=_what(sentence.text),
    )


def _day(text: str, at: int, meeting: datetime.date) -> Day | None:
    """Return the day of the meeting: the first near a place in the sentence, and no day that has been."""
    days = find_days(text)
    for day in [
        *(one for one in days if one.start >= at),
        *(one for one in days if one.start < at and not _MOVED.search(text)),
    ]:
        between = text[min(at, day.end) : max(at, day.start)]
        if (day.date is None or day.date > meeting) and len(between) <= _NEAR and not _RELATIVE.search(between):
            return day
    return None


def _what(text: str) -> str | None:
    kind = tolerant_pattern(r"\b(?:konstituerende|ekstraordinært?e?)\s+møde\b").search(text)
    return kind[0] if kind else None


def _is_others(text: str) -> bool:
    """Return whether the next meeting that a text names is another body's."""
    named = _NEXT.search(text)
    if not named:
        return False
    before, after = text[: named.start()], text[named.end() :]
    if re.search(r"\bKKR(?:[’']?s|\s+\w+s)\s+$", before):
        return False
    if _OTHERS_AFTER.match(after) or _OTHERS_BEFORE.search(before):
        return True
    if "KKR" in named[0] or re.match(r"\s+(?:i|for)\s+(?:det\s+nye\s+)?KKR", after) or "KKR" in before:
        return False
    return bool(_OTHER_BODY.search(before) or not _THE_NEXT.search(text))
