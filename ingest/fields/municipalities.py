"""Lookup of the municipality that a text names, however it is spelled or misread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from danish.tolerant_patterns import tolerant
from meetings.shared.municipality_names import municipality_names

_SUFFIX = re.compile(
    r"\s*\b(?:region)?s?kommunes?(?:\s+(?:byråd|kommunalbestyrelse))?$|\s*\bkomm?\.?$|\s*\bbyråd$", re.IGNORECASE
)

_BODY = re.compile(r"\s+(?:byråd|kommunalbestyrelse)$", re.IGNORECASE)

LONGEST = 4  # words of a municipality: "Ringkøbing - Skjern Kommune"


@cache
def _forms() -> dict[str, str]:
    return {_key(form): one.name for one in municipality_names() for form in (*one.forms, f"{one.name}s")}


@cache
def _misread() -> tuple[tuple[re.Pattern[str], str], ...]:
    forms = ((form, one.name) for one in municipality_names() for form in one.forms)
    return tuple((re.compile(tolerant(form) + "s?", re.IGNORECASE), name) for form, name in forms)


def _key(text: str) -> str:
    return re.sub(r"[\s-]+", "-", text.strip(" .,;").casefold())


@lru_cache(maxsize=4096)
def find_municipality(text: str) -> str | None:
    """Return the municipality's name for "Morsø Kommune", "Morsø", "Mors" or "Mors@ Kommune"; None for other words."""
    bare = _SUFFIX.sub("", text.strip(" .,;"))
    exact = _forms().get(_key(bare))
    if exact:
        return exact
    return next((name for pattern, name in _misread() if pattern.fullmatch(bare)), None)


def split_municipality(words: Sequence[str]) -> int:
    """Return how many of the words, from the first, name a municipality, "Kommune" included; 0 if they name none."""
    for count in range(min(len(words), LONGEST), 0, -1):
        if words[count - 1][:1] not in "–-" and find_municipality(" ".join(words[:count])):
            return count
    return 0


def municipality_at_end(text: str) -> tuple[str, str | None]:
    """Split "Navn, Kommune", "Navn – Kommune" or "Navn Kommune" from the right; the longest municipality wins."""
    words = re.sub(r"\s+[–—-]\s+|,", " , ", _BODY.sub("", text)).split()
    tail = 1 if words and re.fullmatch(r"(?:regions)?kommunes?", words[-1].strip(" .,"), re.IGNORECASE) else 0
    for count in (3, 2, 1):
        at = len(words) - tail - count
        if at < 0:
            continue
        place = " ".join(words[at:])
        parted = at == 0 or words[at - 1] == "," or tail > 0
        municipality = find_municipality(place) if parted and "," not in words[at:] else None
        if municipality:
            return " ".join(words[:at]).strip(" ,"), municipality
    return text.partition(",")[0], None
