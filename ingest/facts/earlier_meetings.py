"""References to earlier meetings, of the council and of other bodies."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from danish.tolerant_patterns import tolerant_pattern
from ingest.facts.dates import Day, find_days
from ingest.facts.sentences import Sentence
from ingest.records import FactRecord
from meetings.shared.vocabulary import FactKind

_MEETING = tolerant_pattern(r"\b(?!for|gruppe|top|års|folke|borger|frem|til|sam|bi)\w*møde(?:t|r|rne)?\b")
_BEFORE_DAY = re.compile(r"[\s,]*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s+|d\.\s*|af\s+)?$", re.IGNORECASE)
_COUNCIL = r"KKR(?:\s+(?:Region\s+)?(?:Nordjylland|Midtjylland|Syddanmark|Sj[æa]lland|Hovedstaden))?"
_DONE = r"(?:godkendt|besluttet|drøftet|vedtaget|behandlet|tiltrådt|udpeget)"
_ACTS = (
    r"(?:besluttede|godkendte|drøftede|tiltrådte|vedtog|behandlede|tog|anbefalede|udpegede|bakkede|tilsluttede|"
    rf"har\s+(?:tidligere\s+)?{_DONE})"
)
_ACTED = tolerant_pattern(
    rf"(?:\b{_COUNCIL}\s+{_ACTS}|\b{_ACTS}\s+{_COUNCIL}|\bhar\s+{_COUNCIL}\s+(?:tidligere\s+)?{_DONE})\b"
)
_BODY = (
    r"(?:[A-ZÆØÅ][\w’'/-]*(?:\s+(?:for|og|i|[A-ZÆØÅ][\w’'-]*)){0,4}?|"
    r"\w+(?:udvalget|rådet|bestyrelsen|forummet|kredsen|gruppen))"
)
_DONE_BY = tolerant_pattern(
    rf"\b(?:godkendt|drøftet|behandlet|besluttet|vedtaget|tiltrådt)\s+(?:i|af|på)\s+(?P<body>{_BODY})\s+(?:den\s+|d\.\s*)$"
)
_GATHERS = re.compile(r"KKR|DAS|udvalg|råd|bestyrelse|forum|kreds|gruppe", re.IGNORECASE)
_LAWMAKERS = re.compile(r"folketing|regering|minister", re.IGNORECASE)
_PAST = tolerant_pattern(
    r"\b(?:sidste|seneste|forrige|tidligere|senest|referat\w*|var|blev|havde|har|fik|\w{3,}(?:ede|te)|vedtog|tog|bad|gav|er\s+\w+(?:et|t))\b"
)
_FUTURE = tolerant_pattern(
    r"\b(?:næste|kommende|førstkommende|vil\b|skal\b|forelægges|afholdes|holdes|behandles|drøftes\s+på)"
)
_CALLED_OFF = re.compile(r"\baflys", re.IGNORECASE)
_RELATIVE = re.compile(
    r",\s+(?:der|som|hvor|hvilke)\b|\b(?:pr\.|fra|inden|senest|til|af)\s+(?:den\s+)?$", re.IGNORECASE
)
_WHOSE = tolerant_pattern(
    r"\b\w*møde(?:t|r|rne)?\s+(?:i|for|mellem|ml\.|med)\s+(?P<body>[A-ZÆØÅ][^.,;:()]{1,60}?)(?=\s+(?:den|d\.|fre|man|tir|ons|tor)|$)"
)
_ACTOR = re.compile(
    r"(?P<body>[A-ZÆØÅ][\w’'-]*(?:\s+[A-ZÆØÅ][\w’'-]*){0,3})\s+(?:har\s+)?(?:besluttede|godkendte|drøftede|behandlede|behandlet|godkendt|besluttet|drøftet|vedtog|tiltrådte)\b"
)
# The council as who acts, or whose meeting it is.
_COUNCIL_MEETS = tolerant_pattern(
    rf"\b(?P<body>{_COUNCIL})\s+{_ACTS}|\b{_ACTS}\s+(?P<body2>{_COUNCIL})|\bhar\s+(?P<body3>{_COUNCIL})\s"
)
_NEAR = 70  # letters between "møde" and its day


def read_earlier_meetings(sentences: list[Sentence], meeting: datetime.date) -> Iterator[FactRecord]:
    """Yield the meetings before `meeting` to which the sentences refer, each day once."""
    seen: set[datetime.date | str] = set()
    for sentence in sentences:
        if _CALLED_OFF.search(sentence.text):
            continue
        for day in find_days(sentence.text):
            if _is_meeting(sentence, day, meeting) and (key := day.date or sentence.text) not in seen:
                seen.add(key)
                yield FactRecord(
                    FactKind.EARLIER_MEETING,
                    sentence.text,
                    sentence.section,
                    date=day.date,
                    body=_body(sentence.text, day),
                    what=_what(sentence.text, day),
                )


def _is_meeting(sentence: Sentence, day: Day, meeting: datetime.date) -> bool:
    if day.may_be(meeting) or (day.date and day.date >= meeting):
        return False
    before = sentence.text[: day.start]
    if not (_follows_meeting(before) or _acted(sentence, day) or _done_elsewhere(before)):
        return False
    if day.date:
        return True
    return bool(_PAST.search(sentence.text)) and not _FUTURE.search(sentence.text)


def _follows_meeting(before: str) -> bool:
    """Return whether a day is that of a meeting named before it: "på mødet i KKR Sjælland den"."""
    found = list(_MEETING.finditer(before[-_NEAR - 20 :]))
    if not found:
        return False
    between = before[-_NEAR - 20 :][found[-1].end() :]
    if _BEFORE_DAY.fullmatch(between) or re.fullmatch(
        r"\s*den\s+\d{1,2}\.(?:\s\w+)?(?:\s20\d\d)?\s+(?:og|samt)\s+(?:den\s+)?", between
    ):
        return True
    named = re.match(r"\s+(?:i|for|mellem|ml\.|med)\s", between)
    return bool(
        named
        and not re.search(r"[,;:]", between.rstrip(" ,"))
        and not find_days(between)
        and re.search(r"(?:den|d\.|dag)\s*$", between)
    )


def _acted(sentence: Sentence, day: Day) -> bool:
    """Return whether the council acted on a day, in a sentence that tells of another meeting than its own."""
    if sentence.section == "decision":
        return False
    acted = _ACTED.search(sentence.text)
    if not acted:
        return False
    between = sentence.text[min(acted.end(), day.end) : max(acted.start(), day.start)]
    dated = re.search(r"\b(?:den|d\.)\s*$", sentence.text[: day.start], re.IGNORECASE)
    led = re.search(r"\b(?:pr\.|fra|inden|senest|til|af)\s+(?:den|d\.)\s*$", sentence.text[: day.start], re.IGNORECASE)
    close = day.start > acted.end() or acted.start() - day.end <= 3
    return bool(dated and not led and close and not _RELATIVE.search(between) and not re.search(r",\s+at\b", between))


def _done_elsewhere(before: str) -> bool:
    done = _DONE_BY.search(before)
    return bool(done and _GATHERS.search(done["body"]) and not _LAWMAKERS.search(done["body"]))


def _body(text: str, day: Day) -> str | None:
    """Return who met, as the sentence says; None where it does not."""
    before = text[: day.start]
    whose = list(_WHOSE.finditer(before))
    if whose:
        return whose[-1]["body"].strip()
    if done := _DONE_BY.search(before):
        return re.sub(r"([’']?s)?\s+\w*møde\w*$", "", done["body"])
    meetings = _MEETING.findall(before)
    if meetings and len(meetings[-1]) > len("møderne"):
        return str(meetings[-1])  # "bestyrelsesmødet"; of "KKR-mødet" the word is "mødet"
    council = _COUNCIL_MEETS.search(text)
    if council:
        return council["body"] or council["body2"] or council["body3"]
    actor = _ACTOR.search(text)
    return actor["body"] if actor else None


def _what(text: str, day: Day) -> str | None:
    """Return what the meeting is mentioned for: the clause after its day, or the whole sentence."""
    after = re.split(r"[,;]\s|\.\s*$|\s(?:samt|på\s+møde\w*)\s", text[day.end :].lstrip(" ,"))[0].strip(" ,.")
    return after if len(after) > 3 else None
