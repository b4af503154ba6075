"""The time and the place at which a meeting is held, as a sentence states them."""

from __future__ import annotations

import datetime
import re

_CLOCK = r"([01]?\d|2[0-4])(?:\s?[.:]\s?([0-5]\d))?"
_TIMES = re.compile(
    rf"\bkl(?:\.|okken|\b)\s*{_CLOCK}(?:\s*(?:-|–|—|til|og\s+slutter)\s*(?:kl\.?\s*)?{_CLOCK})?", re.IGNORECASE
)
_STOP = (
    r"(?=\s+(?:(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den|d\.)\s*\d|fra\s+kl|kl\b|fra\s+\d)|,\s+(?![A-ZÆØÅ]|\d{4}\s)"
    r"|\.\s*$|\s*$|[;(]|\.\s+[A-ZÆØÅ])"
)
_PLACE = re.compile(
    r"\b(?:på|i|hos|ved)\s+(?!KKR|KL\b|Kommunekontakt|[A-ZÆØÅ]\w*(?:udvalg|råd|bestyrelse|forum)(?:et|en)?\b)"
    rf"(?P<place>[A-ZÆØÅ][^;()]{{2,110}}?){_STOP}"
)
_AFTER_TIME = re.compile(
    rf"\bkl\.?\s*[\d.:]+(?:\s*(?:-|–|til)\s*(?:kl\.\s*)?[\d.:]+)?,\s+(?P<place>[A-ZÆØÅ][^;()]{{2,110}}?){_STOP}"
)
_LABEL = re.compile(r"\b(?:sted|mødested|lokale)\s*:\s*(?P<place>[^;()]{3,110}?)(?=\.\s*$|\s*$|;)", re.IGNORECASE)


def find_times(text: str) -> tuple[datetime.time | None, datetime.time | None]:
    """Return the times at which a meeting begins and ends; None for what is not stated."""
    match = _TIMES.search(text)
    if not match:
        return None, None
    return _time(match[1], match[2]), _time(match[3], match[4]) if match[3] else None


def _time(hour: str, minute: str | None) -> datetime.time | None:
    return datetime.time(int(hour), int(minute or 0)) if int(hour) < 24 else None


def find_place(text: str) -> str | None:
    """Return the place where a meeting is held, by its name and address; None where a sentence names none."""
    match = _LABEL.search(text) or _AFTER_TIME.search(text) or _PLACE.search(text)
    return match["place"].strip(" ,.") if match else None
