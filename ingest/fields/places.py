"""The place of a meeting, apart from what else stands below "Sted": when lunch is served, how to sign up, a link."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danish.tolerant_patterns import tolerant_pattern
from ingest.fields.dates import find_dates
from ingest.fields.meeting_state import STATE_AT_END, is_written

_HELD_AT = tolerant_pattern(
    r"^(?:KKR-?)?møde(?:t)?\s+(?:af)?holdes\s+(?:(?:på|i|hos|ved|som)\s+(?=\S)|(?=virtuelt|digitalt|online|via))"
    r"|^mødet\s+(?:finder\s+sted|foregår)\s+(?:(?:på|i|hos|ved|som)\s+|(?=virtuelt|digitalt|online|via))"
)
_PLACE_NAME = re.compile(r"[A-ZÆØÅ]|virtuelt|digitalt|online|via\b")
# Sentences that say no place, by how they begin or by their verb.
_NOTE = tolerant_pattern(
    r"^(?:OBS|NB|bemærk|husk|der\s+(?:er|vil|bliver|kan|\w+es)|link|frokost|morgenmad|morgenbrød|kaffe|parkering|tilmelding"
    r"|afbud|aflyst|ekstraordinær\w*|næste|frist\w*|referatet|dagsordenen|på\s+det|(?:politiske\s+|parti)?(?:gruppe|for|efter)møde\w*|politiske|mødet|mødelokalet|indgang|deltag\w+|oplægsholder\w*|vi\s)\b"
    r"|\b(?:vil|kan|skal|holdes|afholdes|serveres|begynder|starter|slutter|forventes|bedes|mødes|sendes|udsendes|afsluttes|åbner|blev|bliver)\b"
)
_ASIDE = tolerant_pattern(r"\s*\((?P<note>(?:(?:gruppe|for|efter)møde|frokost|morgenmad|kaffe)[^()]*)\)\.?$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:nr|st|sal|skt|sct|gl|ndr|sdr|chr|kgs|dr|kl|th|tv|lok|bygn|c|a|h|m|v|pl|vej|ca|evt|inkl|tlf|aud|etg|fr|jf|prof)|\b[^\W\d_])$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;!]\s+(?=[A-ZÆØÅ])")


def starts_note(text: str) -> bool:
    """Return whether a text below the place begins with a note, such as "Der serveres frokost kl. 12"."""
    first = _SENTENCE_END.split(text, maxsplit=1)[0]
    return first[:1].isupper() and (bool(_NOTE.search(first)) or bool(find_dates(first)))


def read_place(labelled: str, front: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the place, as labelled or else as a sentence of the front page says, and a note beside it."""
    said = next((text for text in front if _names_place(text)), "")
    place, note = split_place(labelled or said)
    return None if place and is_written([place]) else place, note


def _names_place(text: str) -> bool:
    held = _HELD_AT.match(text)
    return bool(held) and bool(_PLACE_NAME.match(text[held.end() :] if held else ""))


def split_place(text: str) -> tuple[str | None, str | None]:
    """Return the place that a text names, and the rest as a note; None for either that it lacks."""
    text = STATE_AT_END.sub("", text).strip(" -–")
    if aside := _ASIDE.search(text):
        return split_place(f"{text[: aside.start()]}. {aside['note'][0].upper()}{aside['note'][1:]}")
    sentences = _sentences(text)
    held = _HELD_AT.match(sentences[0]) if sentences else None
    if held and held.end() < len(sentences[0]):
        rest = sentences[0][held.end() :]
        sentences[0] = rest[0].upper() + rest[1:]
    cut = next((n for n, one in enumerate(sentences) if (n or not held) and starts_note(one)), len(sentences))
    place, note = " ".join(sentences[:cut]), " ".join(sentences[cut:])
    if sentences[cut:] or held:
        place = place.rstrip(" .;")
    return place if re.search(r"\w", place) else None, note or None


def _sentences(text: str) -> list[str]:
    """Split a text at its full stops, not at those of abbreviations."""
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if starts_note(text[end.end() :]) or not _ABBREVIATION.search(text[start : end.start()]):
            found.append(text[start : end.start() + 1])
            start = end.end()
    return [one for one in [*found, text[start:]] if one]
