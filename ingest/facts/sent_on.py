"""What is sent on to the municipalities' councils, to be decided or commented on there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danish.tolerant_patterns import tolerant_pattern
from ingest.facts.sentences import BULLET, Sentence
from ingest.records import FactRecord
from meetings.shared.vocabulary import FactKind

_RECIPIENTS = (
    r"(?:(?:behandling|godkendelse|høring|beslutning|vedtagelse|tiltrædelse|drøftelse|kommentering|udtalelse|stillingtagen|"
    r"endelig|politisk|lokal|videre|og|samt|efterfølgende)\s+)*(?:(?:i|hos|ved|til|blandt|for|af)\s+)?"
    r"(?P<body>(?:(?:de|alle|samtlige|medlems|\d+|[a-zæøå]+ske|deltagende|enkelte|involverede|berørte|landets|regionens|regionen\s+og)\s+){0,3}"
    r"(?:\w*kommuner(?:ne|nes)?(?:s)?|kommunalbestyrelse[rn]\w*|byråd(?:ene|enes)?|byrådet|kommunalbestyrelserne)"
    r"(?:\s+(?:kommunalbestyrelser|byråd))?)"
)
_NOW = r"(?:(?:videre|over|frem|ud|rund)?sende[rs]?|forelægge[rs]?|(?:videre|over)give[rs]?|oversend(?:es)?)"
_DONE = r"(?:(?:videre|over|frem)?sendte(?:s)?|forelagde(?:s)?)"
_SEND = tolerant_pattern(
    rf"\b(?P<verb>{_NOW})\b(?P<object>[^.;]{{0,120}}?)\b(?:til|i|hos|for|ud\s+til|videre\s+til)\s+{_RECIPIENTS}\b"
)
_LAY_BEFORE = tolerant_pattern(rf"\bforelægges?\s+{_RECIPIENTS}\b")
_SENT = tolerant_pattern(rf"\b(?P<verb>{_DONE})\b(?P<object>[^.;]{{0,120}}?)\b(?:til|i|hos|for)\s+{_RECIPIENTS}\b")
_TREATED = tolerant_pattern(
    r"\b(?:endelig|lokal|politisk|efterfølgende|videre)\w*,?\s+(?:\w+,?\s+){0,2}?(?:godkendelse|behandling|vedtagelse)\s+"
    r"(?:via\s+lokal,?\s+politisk\s+behandling\s+)?(?:og\s+godkendelse\s+)?(?:i|af|hos)\s+(?P<body>(?:region(?:en|sråd)?\s+og\s+)?"
    r"(?:(?:de|alle|samtlige|[a-zæøå]+ske|enkelte|\d+)\s+){0,3}(?:kommuner(?:ne)?|kommunalbestyrelser(?:ne)?|byråd(?:ene)?)\b)"
)
_NOT = re.compile(r"\b(?:ikke|hverken|ingen|undlade[r]?)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:hvis|såfremt|overvej\w*|eventuelt|evt\.)\b", re.IGNORECASE)
# Who writes to the municipalities of their own accord, not on the council's behalf.
_OTHERS = re.compile(
    r"\b(?:KL|ministeriet|\w*ministeriet|\w*styrelsen|Movia|regionen|Region\s\w+|Regionsrådet|sekretariatet\s+for)\s+(?:vil\s+|har\s+)?(?:\w+\s+)?$|"
    r"\b(?:vil|skal)\s+(?:KL|ministeriet|\w*styrelsen)\s+$"
)
_BEFORE_SENDER = re.compile(r"^\s+(?:KL|\w*[Mm]inisteriet|\w*[Ss]tyrelsen|Movia|Region\s\w+|regionen)\b")
# A letter, a questionnaire or an invitation is no matter for a council to decide.
_MAIL = re.compile(
    r"\b(?:spørgeskema\w*|invitation\w*|nyhedsbrev\w*|regning\w*|faktura\w*|informationskit|opkrævning\w*)\b",
    re.IGNORECASE,
)


_PRONOUNS = {"den", "det", "dem", "disse", "denne", "dette", "sagen og", "den videre"}


def read_sent_on(sentences: list[Sentence]) -> Iterator[FactRecord]:
    """Yield what is sent on, or, in a decision, was; what is not, or only may be, is left out."""
    for sentence in sentences:
        found = _find(sentence)
        if found and not _IF.search(sentence.text) and not _MAIL.search(sentence.text):
            yield FactRecord(
                FactKind.SENT_ON,
                sentence.text,
                sentence.section,
                body=re.sub(r"\s+", " ", found["body"]).strip(),
                what=_what(sentence.text, found),
            )


def _find(sentence: Sentence) -> re.Match[str] | None:
    text = sentence.text
    found = _SEND.search(text) or _LAY_BEFORE.search(text) or _TREATED.search(text)
    if not found and sentence.section == "decision":
        found = _SENT.search(text)
    if not found:
        return None
    clause = re.split(r"[.;:]\s|,\s+(?:og|men)\s", text[: found.start()])[-1]
    if _NOT.search(clause) or _NOT.search(found[0]) or _OTHERS.search(text[: found.start()]):
        return None
    return None if _BEFORE_SENDER.match(found.groupdict().get("object") or "") else found


def _what(text: str, found: re.Match[str]) -> str | None:
    """Return what is sent: the object after the verb, else the subject before it."""
    thing = re.sub(r"\b(?:videre|ud)\b|\s+(?:til|i)\s+.*$", "", found.groupdict().get("object") or "")
    subject = re.split(r"[.;:]\s|,\s+(?:at|og|men)\s|\bat\s+", text[: found.start()])[-1]
    subject = re.sub(r"\b(?:skal|vil|kan|blive[r]?|bør|herefter|derefter|efterfølgende)\b.*$", "", subject)
    words = thing.strip(" ,–") or subject.strip(" ,–")
    words = words.removeprefix(BULLET).strip(" ,")
    return None if len(words) <= 2 or words.lower() in _PRONOUNS else words
