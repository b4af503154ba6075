"""Whether a decision does what was asked for with additions, exceptions or conditions, or for another sum or day."""

from __future__ import annotations

import re

from ingest.line_patterns import MONTH_NAMES

_KIND = (
    r"(?:ændring|tilføjelse|forbehold|undtagelse|justering|rettelse|præcisering|tilretning|modifikation|supplement|"
    r"betingelse|korrektion)\w*"
)
# "godkendte proceduren, med tilføjelse af de ekstra kriterier": approved as requested, but with changes.
_ADDITION = re.compile(
    rf"\b(?:med|under)\s+(?:\w+\s+){{0,3}}{_KIND}|"
    r"\b(?:under\s+forudsætning\s+af|forudsat|på\s+betingelse\s+af|såfremt|bortset\s+fra|undtagen|hvis|for\s+så\s+vidt\s+angår|betinget\s+af|suppleret\s+med)\b|"
    r"\b(?:ændret|revideret|justeret|tilrettet|reduceret)\s+(?:udgave|form|version|forslag|indstilling)|"
    r"\b(?:ændrede|reviderede|justerede)\s+(?:forslag|indstilling|udgave|version)\w*|"
    r"\bdog\b(?!\s+(?:uden|bemærke))|\b(?:ændres|rettes)\s+(?:\w+\s+)?til\b|"
    r"\b(?:idet|men|og)\b(?:[^.;]|\d\.(?=\d))*?\b(?:ændres|tilføjes|tilføjede|rettes|slettes|erstattes|udgår|udgik|flyttes|"
    r"udskydes|udsættes|nedsættes\s+til|forhøjes|tages\s+ud|(?:sættes|hæves|sænkes|rykkes)\s+(?:op|ned|frem|til))\b|"
    r"\bat\s+[^.]*\b(?:forhandles\s+om|genforhandles|omarbejdes|arbejdes\s+videre|nyt\s+(?:udkast|forslag|oplæg))\b",
    re.IGNORECASE,
)
REPLACEMENT = re.compile(
    r"\bi\s+stedet(?:\s+for)?\b|\bfrem\s+for\b|\bændringsforslag(?:et)?\s+blev\s+(?:vedtaget|godkendt|tiltrådt)",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(r"\buden\s+(?:\w+\s+)?(?:ændring|forbehold|bemærkning|rettelse|tilføjelse)\w*", re.IGNORECASE)
# A sentence of its own: "For de øvrige ruter afventes et forsøg", "Godkendelsen sker under forudsætning af, at …".
_RESERVATION = re.compile(
    r"^(?:For\s+)?(?:de|det|den)\s+(?:øvrige|resterende)\s[^.]*\b(?:afvent|udsæt|udsat|udsky|ikke|afvis)|"
    r"^(?:Mødet|Fristen|Datoen)\b[^.]*?(?:\d\.[^.]*?)?\b(?:flyttes|ændres|rykkes)\b|"
    r"^(?:Godkendelsen|Tilslutningen|Tiltrædelsen|Udpegningen|Anbefalingen|Beslutningen|Det|Dette)\b[^.]*"
    r"\b(?:forudsæt\w*|betinge\w*|forbehold)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?P<value>\d[\d.,]*|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv)\s*"
_AMOUNT = re.compile(rf"\b{_NUMBER}(?P<unit>kr|mio|mia|pct|procent|%|medlemmer|repræsentanter|pladser)", re.IGNORECASE)
_TERM = re.compile(rf"\b(?:for|i)\s+{_NUMBER}(?P<unit>år|måneder)\b", re.IGNORECASE)
_DAY = re.compile(rf"(?P<value>\d{{1,2}})\.\s*(?P<unit>)(?:{MONTH_NAMES})\b", re.IGNORECASE)


def has_reservation(sentence: str) -> bool:
    """Return whether a sentence by itself makes a condition, or leaves out the rest of what was asked for."""
    return bool(_RESERVATION.search(sentence))


def is_changed(sentence: str, recommendation: str) -> bool:
    """Return whether a sentence that does what was asked for changes it, in a way that was not itself recommended."""
    return _adds(sentence, recommendation) or any(
        _differs(one, sentence, recommendation) for one in (_AMOUNT, _TERM, _DAY)
    )


def _adds(sentence: str, recommendation: str) -> bool:
    bare = _NO_CHANGE.sub(" ", sentence)
    change = _ADDITION.search(bare) or REPLACEMENT.search(bare)
    if not change:
        return False
    kind = re.search(_KIND, change[0], re.IGNORECASE)
    return (kind[0][:6] if kind else change[0]).lower() not in recommendation.lower()


def _differs(pattern: re.Pattern[str], sentence: str, recommendation: str) -> bool:
    """Return whether a sentence has another value of the pattern's than the recommendation has of that unit."""
    said, asked = (
        {(one["unit"].lower(), one[0]) for one in pattern.finditer(text)} for text in (sentence, recommendation)
    )
    units = {unit for unit, _ in asked}
    return any(unit in units for unit, _ in said - asked)
