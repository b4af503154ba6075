"""Deadlines: the day by which something is to be done. What was due and is done is none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from danish.tolerant_patterns import tolerant_pattern
from ingest.facts.dates import MONTH, Day, find_days
from ingest.facts.sentences import BULLET, Sentence
from ingest.records import FactRecord
from meetings.shared.vocabulary import FactKind

_WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|l[øo]r|s[øo]n)dag\s+)?"
_NUMBER = r"(?:\d{1,2}|en|et|to|tre|fire|fem|seks|otte|ti|fjorten)"
_UNIT = r"(?:(?:hver|arbejds)?dage?|uger?|måneder?)"
_WHEN = (
    rf"(?:{_WEEKDAY}(?:den\s+|d\.\s*)?\d{{1,2}}\s?[./-]|20\d\d-\d\d-\d\d|(?:primo|medio|ultimo|i)\s+(?:{MONTH}|\w+året|sommeren|vinteren|20\d\d)|"
    rf"{MONTH}\s+20\d\d|(?:ved\s+|med\s+|inden\s+)?udgangen\s+af|(?:ved\s+)?årets\s+udgang|kl\.|uge\s+\d|"
    rf"{_NUMBER}\s+{_UNIT}\s+(?:før|efter|inden|forud)|årsskiftet|sommerferien|jul\b)"
)
_LATEST = tolerant_pattern(rf"\b(?:allers)?senest\s+(?:inden\s+|fra\s+)?(?={_WHEN})")
_BEFORE = tolerant_pattern(
    rf"\binden\s+(?:udløbet\s+af\s+)?(?={_WEEKDAY}(?:den|d\.)\s*\d|\d{{1,2}}[./]|udgangen\s+af|årets\s+udgang|årsskiftet|sommerferien|"
    rf"(?:primo|medio|ultimo)\s|{MONTH}\s+20\d\d|20\d\d\b)"
)
_LIMIT = tolerant_pattern(
    r"\b(?:(?:ansøgnings|hørings|svar|tilmeldings|indberetnings|indmeldings|afleverings|tids|klage|betalings|indsigelses|"
    r"indstillings|anmeldelses|implementerings)?frist(?:en|er|erne)?|deadline[ns]?|sidste\s+dag\s+for)\b"
)
_CLOSES = tolerant_pattern(
    r"\b(?:i\s+(?:\w+\s+)?høring|høringen\s+(?:løber|varer|er\s+åben|slutter|udløber)|høringsperioden?)\b.{0,60}?"
    r"\b(?:(?:frem\s+)?til(?:\s+og\s+med)?|indtil|slutter|udløber)\s+(?=(?:den|d\.)\s*\d|\d{1,2}\.)"
)
_ASKED = tolerant_pattern(
    r"\b(?:skal|bedes|bør|må)\b.{0,80}?\b(?:indsendes?|fremsendes?|afleveres?|meddeles?|tilmeldes?|indberettes?|indmeldes?|"
    r"svare|meddelt|afsluttet|indsendt|indberettet|afleveret|fremsendt|modtaget|indgivet)\b"
)
_UNTIL = tolerant_pattern(r"\b(?:inden|senest|til|den|pr\.|d\.)\s*$")
_DUTY = tolerant_pattern(
    r"\b(?:skal|bedes|bør|må|kan|vil|er\s+(?:fastsat\s+)?(?:til\s+)?(?:den|d\.)|forventes|udløber)\b"
)
_PAST = tolerant_pattern(
    r"\b(?:var|blev|blevet|udløb|havde|skulle|modtog|fik|besluttede|godkendte|drøftede|sendte|indsendte|svarede|"
    r"\w{3,}(?:erede|edes)|er\s+(?:overskredet|udløbet|overholdt)|har\s+(?:alle\s+|\w+\s+)?\w+(?:t|et))\b"
)
_WAS = tolerant_pattern(
    r"(?:frist\w*|deadline\w*)\s+(?:\w+\s+){0,6}?(?:var|udløb|er\s+(?:overskredet|udløbet|overholdt))\b"
)
_NONE = tolerant_pattern(
    r"\b(?:ingen|uden)\s+(?:\w+\s+)?(?:frist|deadline)|ikke\s+(?:\w+\s+){0,3}(?:frist|deadline|senest|inden)\b|"
    r"(?:frist|deadline)\w*\s+(?:\w+\s+){0,4}?(?:er|blev|bliver)\s+(?:endnu\s+)?ikke\s+(?:fast|meld)"
)
_SOME_WHEN = tolerant_pattern(rf"{_WHEN}|\b{MONTH}\b|{_NUMBER}\s+{_UNIT}\b")
_BEGINS = tolerant_pattern(rf"(?:– )?(?:senest\s+)?{_WEEKDAY}(?:den\s+|d\.\s*)?")
_SPAN = re.compile(r"\s*(?:–|-|—|til|til\s+og\s+med)\s*(?:den\s+|d\.\s+)?$", re.IGNORECASE)
_NEAR = 70  # letters between the word and its day


def read_deadlines(sentences: list[Sentence], meeting: datetime.date) -> Iterator[FactRecord]:
    """Yield the deadlines of the sentences of a paper for a meeting on a given day."""
    for sentence in sentences:
        text = sentence.text
        if _NONE.search(text) or _WAS.search(text):
            continue
        days = find_days(text)
        for day in _due(text, days):
            if not _is_over(text, day, meeting):
                yield FactRecord(
                    FactKind.DEADLINE,
                    text,
                    sentence.section,
                    date=day.date if day else None,
                    what=_what(text, days),
                )


def _due(text: str, days: Sequence[Day]) -> list[Day | None]:
    """Return the days by which something is due; None for one that the sentence names by less than a day."""
    found: dict[tuple[int, int] | None, Day | None] = {}
    for pattern in (_LATEST, _BEFORE, _LIMIT, _CLOSES):
        for match in pattern.finditer(text):
            day = _day_after(text, match.end(), days, _NEAR if pattern is _LIMIT else 25)
            if day:
                found[day.start, day.end] = day
            elif pattern is not _LIMIT or _SOME_WHEN.search(text[match.end() : match.end() + _NEAR]):
                found.setdefault(None, None)
    if not found and days and _is_heading(text, days[0]) and _LIMIT.search(text):
        return list(days[:1])
    if not found and (asked := _ASKED.search(text)):
        found.update({(day.start, day.end): day for day in _asked_by(text, asked, days)})
    if len(found) > 1:
        found.pop(None, None)
    return list(found.values())


def _asked_by(text: str, asked: re.Match[str], days: Sequence[Day]) -> list[Day]:
    """Return the day by which a duty is due: the one that heads the sentence, or one right after it."""
    if days and _is_heading(text, days[0]) and asked.start() > days[0].end:
        return [days[0]]
    return [day for day in days if 0 <= day.start - asked.end() <= 40 and _UNTIL.search(text[: day.start])][:1]


def _is_heading(text: str, day: Day) -> bool:
    """Return whether a day begins its sentence, as one does that stood above it."""
    return bool(_BEGINS.fullmatch(text[: day.start]))


def _day_after(text: str, at: int, days: Sequence[Day], near: int) -> Day | None:
    """Return the first day within so many letters, or the last of the span that it begins ("1. – 15. maj")."""
    following = [day for day in days if day.start >= at]
    if not following or following[0].start - at > near:
        return None
    if re.search(r"[.;]\s+[A-ZÆØÅ]", text[at : following[0].start]):
        return None
    day = following[0]
    for other in following[1:]:
        if not _SPAN.match(text[day.end : other.start]):
            break
        day = other
    return day


def _is_over(text: str, day: Day | None, meeting: datetime.date) -> bool:
    """Return whether the sentence tells what was due and is done."""
    if day and day.date and day.date >= meeting:
        return False
    duty, past = _DUTY.search(text), _PAST.search(text)
    if day and day.date:
        return bool(past) or not duty
    return bool(past) and not duty


def _what(text: str, days: Sequence[Day]) -> str | None:
    """Return what is due in the sentence's own words: the sentence without a day that heads it, or its list mark."""
    bare = text.removeprefix(BULLET)
    first = find_days(bare)[:1]
    if days and first and _is_heading(bare, first[0]):
        bare = bare[first[0].end :]
    return bare.strip(" :.,–-|") or None
