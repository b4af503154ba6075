"""Titles beside the names in a list of participants: "borgmester", "1. viceborgmester", "formand for KKR Fyn"."""

from __future__ import annotations

import re

from danish.tolerant_patterns import tolerant

_TITLE = tolerant(
    r"(?:(?:\d\.|første|anden|fhv\.?|fungerende|konst(?:itueret|\.)?|afgående)\s*)?"
    r"(?:(?:vice|over)?borgmester|rådmand|regionsrådsformand|(?:by|region)s?rådsmedlem|kommunalbestyrelsesmedlem"
    r"|(?:social|kultur|teknik|børne|sundheds|beskæftigelses|uddannelses|miljø)\w*formand"
    r"|(?:vice|næst|udvalgs|gruppe|KKR-)?formand(?:\s+for\s+(?:KKR|kontaktrådet)(?:\s+[A-ZÆØÅ][a-zæøå]+)?)?|medlem)"
)
_CAPITAL = r"(?-i:[^\W\d_a-zæøå]|@)"
_LEADING = re.compile(rf"^(?:{_TITLE})(?:\s+(?={_CAPITAL})|,\s+|\s*:\s+)", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?:[,(]\s*|\s[–-]\s+)(?:{_TITLE})\s*(?:\)|\bi\b|\bfra\b)?(?=[,\s(]|$)|(?<=\w\s)borgmester(?=\s)", re.IGNORECASE
)


def without_titles(text: str) -> str:
    """Return an entry without the titles before and after the name."""
    return _BESIDE.sub("", _LEADING.sub("", text)).strip(" ,")


def is_title(text: str) -> bool:
    """Return whether a text begins with a title and a name."""
    return _LEADING.match(text) is not None
