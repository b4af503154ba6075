"""Names of people in a row in a sentence: "borgmester Anna Holm (A), Vejle Kommune, og Bo Lund"."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.shared.municipality_names import municipality_names

MUNICIPALITIES = frozenset(form for one in municipality_names() for form in one.forms)

_TITLE = (
    r"(?:(?:[Vv]ice)?[Bb]orgmester|[Rr]ådmand|[Rr]ådkvinde|(?:[Bb]y|[Rr]egions)rådsmedlem|[Kk]ommunalbestyrelsesmedlem|"
    r"[Uu]dvalgsformand|[Kk]ommunaldirektør|[Dd]irektør|[Nn]æstformand|[Ff]ormand|[Mm]edlem)"
)
_WORD = r"[A-ZÆØÅÄÖÉ](?:[\w’'-]*[a-zæøåéèöäüß][\w’'-]*|\.)"
_NAME = rf"{_WORD}(?:\s+(?:{_WORD}|af|von|van|de|der|den|el|al))*?\s+{_WORD}(?:\s+{_WORD})*"
_PLACE = "|".join(sorted(map(re.escape, MUNICIPALITIES), key=len, reverse=True))
_DETAILS = (
    rf"(?:\s*\([^()]{{1,60}}\)|,?\s+(?:fra\s+)?(?:{_PLACE})(?:s)?(?:\s+(?:[Kk]ommune|[Bb]yråd))?(?!\w)|,\s+[A-ZÆØÅ]{{1,2}}(?=[,.\s]|$)|"
    rf",?\s+{_TITLE}(?:\s+i\s+(?:{_PLACE})(?:s)?(?:\s+[Kk]ommune)?)?(?!\w))*"
)
_ONE = rf"(?:(?:den\s+\w+\s+)?{_TITLE}\s+(?:i\s+\w+\s+[Kk]ommune,?\s+)?)?(?P<name>{_NAME}){_DETAILS}"
PERSON = re.compile(_ONE)
_BETWEEN = re.compile(r"\s*,?\s*(?:og\s+|samt\s+|,\s*|;\s*)\s*")
_NO_NAME = re.compile(
    r"^(?:KKR|KL|Region\w*|Kommune\w*|Danmark\w*|Erhvervshus\w*|Den|Det|Der|De|Som|Til|På|Bestyrelsen?|Business|Sundheds\w*|"
    r"Socialtilsyn|Copenhagen|Movia|Midttrafik|Sydtrafik|Metroselskabet|Udvalget?|Rådet|Forum\w*|Visit\w*|Hovedstadens|Nordjyllands|"
    r"I|Ved|Efter|For|Herefter|Endvidere|Desuden|Valg\w*|Udpegning\w*|Dansk|Danske|Greater)$"
)
_NOT_IN_NAME = re.compile(
    r"(?:udvalg|råd|bestyrelse|forum|kommune|selskab|sekretariat|styrelse|netværk|trafik|havn|hospital|sygehus|skole|"
    r"center|universitet|kreds)(?:et|en|s|ts|ns|r|ne)?$|"
    r"^(?:KKR|KL|Region|Nordjylland|Midtjylland|Syddanmark|Sjælland|Hovedstaden|By|Bro|Hotel|Park)$",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """The names of a row of people, and where the row ends."""

    names: tuple[str, ...]
    end: int


def read_row(text: str, at: int) -> Row:
    """Return the people named one after the other from a place in a sentence; an empty row if none is named there."""
    names: list[str] = []
    end = at
    while match := PERSON.match(text, at):
        name = _clean(match["name"])
        if not name:
            break
        names.append(name)
        end = match.end()
        between = _BETWEEN.match(text, end)
        if not between:
            break
        at = between.end()
    return Row(tuple(names), end)


def read_row_before(text: str, at: int) -> tuple[str, ...]:
    """Return the people whose row ends at a place in a sentence."""
    best: tuple[str, ...] = ()
    for match in PERSON.finditer(text, 0, at):
        row = read_row(text, match.start())
        if row.names and re.fullmatch(r"[\s,]*", text[row.end : at]):
            return row.names
    return best


def _clean(name: str) -> str:
    """Return a name without a municipality before it; empty for what is no person's name."""
    words = name.split()
    if len(words) > 2 and words[0] in MUNICIPALITIES:
        words = words[1:]
    while len(words) > 2 and re.fullmatch(_TITLE, words[0]):
        words = words[1:]
    bad = (
        len(words) < 2 or _NO_NAME.match(words[0]) or any(map(_NOT_IN_NAME.search, words)) or words[0] in MUNICIPALITIES
    )
    return "" if bad else " ".join(words)
