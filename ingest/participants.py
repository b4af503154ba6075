"""Who was there and who was not, from the list of participants.

Since about 2020 "Lasse Frimand Jensen (A) Aalborg Kommune", with variants: a comma after the party, a local list for a
party, no party, titles. From 2007 to 2015 "Navn, Kommune". A name may run over a line's end; a PDF may set two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.cleaning import Line
from ingest.misreading import tolerant, tolerant_pattern
from ingest.municipalities import find_municipality
from ingest.records import ParticipantRecord
from meetings.vocabulary import Attendance

_GROUPS: tuple[tuple[re.Pattern[str], Attendance | None], ...] = (
    (
        tolerant_pattern(
            r"deltagerfortegnelse|mødedeltagere|deltagere?|tilstede(?:værende)?|til stede(?:\s+var)?|medlemmer"
            r"|følgende deltog|(?:politiske )?deltagere fra KKR.*|fra KKR deltog|deltog|KKR-medlemmer"
        ),
        Attendance.PRESENT,
    ),
    (tolerant_pattern(r"stedfortrædere?|suppleanter?|deltog som stedfortræder"), Attendance.PRESENT),
    (
        tolerant_pattern(r"(?:meldt )?afbud(?: fra)?|fraværende|(?:havde )?meldt afbud|ikke til ?stede|forfald"),
        Attendance.ABSENT,
    ),
    (
        tolerant_pattern(
            r"(?:fra )?(?:KKR[- ]?)?sekretariatet?|administration(?:en)?|embedsmænd|øvrige(?: deltagere)?|gæster?"
            r"|(?:fra )?KL|oplægsholdere?|referent(?:er)?|observatører?|(?:desuden|endvidere|også) deltog"
            r"|fra (?!KKR)[\w ]{2,30} deltog"
        ),
        None,
    ),
)
_TITLE = tolerant(
    r"(?:1\.\s*)?(?:vice|over)?borgmester|rådmand|regionsrådsformand|byrådsmedlem|(?:vice|næst|udvalgs)?formand|medlem"
    r"|kommunalbestyrelsesmedlem|(?:stedfortræder|suppleant)(?:\s+for\s+[^,()]+)?"
)
_LEADING_TITLE = re.compile(rf"^(?:{_TITLE})\s+(?=[A-ZÆØÅ@J])", re.IGNORECASE)
_ANY_TITLE = re.compile(rf"[,(]\s*(?:{_TITLE})\s*(?:\)|\bi\b|\bfra\b)?(?=[,\s(]|$)", re.IGNORECASE)
_PARTY = re.compile(r"\(\s*(?P<party>[^()]{1,60}?)\s*\)")
_NAME = re.compile(r"^[^\W\d_][\w.’'´`@&-]*(?:\s+[\w.’'´`@&-]+){1,6}$")
_SPLIT = re.compile(r"\t|;\s*|(?<=\bKommune)(?:,|\s+og)?\s+(?=[A-ZÆØÅ])|(?<=\bkommune)(?:,|\s+og)?\s+(?=[A-ZÆØÅ])")
_BULLET = re.compile(r"^(?:[•–—▪*·-]|\d{1,2}[.)])\s*")


@dataclass(frozen=True, slots=True)
class Participants:
    """The participants, the lines they stand on, from `start` up to `end`, and places that are none of the 98."""

    records: tuple[ParticipantRecord, ...] = ()
    start: int = 0
    end: int = 0
    unknown: tuple[str, ...] = ()


def read_participants(front: Sequence[Line]) -> Participants:
    """Read the lists that stand before the first item."""
    start = next((n for n, line in enumerate(front) if _group(line.text)), None)
    if start is None:
        return Participants()
    records: dict[tuple[str, str | None], ParticipantRecord] = {}
    unknown: list[str] = []
    for status, entry in _entries(front[start:]):
        record, place = read_participant(entry, status)
        if record:
            records.setdefault((record.name.casefold(), record.municipality), record)
        if place:
            unknown.append(place)
    return Participants(tuple(records.values()), start, len(front), tuple(unknown))


def _group(text: str) -> tuple[Attendance | None, str] | None:
    """Give the status a heading announces and what stands after it on its line."""
    head, colon, rest = text.partition(":")
    for pattern, status in _GROUPS:
        if pattern.fullmatch(head.strip()):
            return status, rest.strip() if colon else ""
    return None


def _entries(lines: Sequence[Line]) -> Iterator[tuple[Attendance, str]]:
    """Give each entry with its status, names joined over a line's end; groups of officials are passed over."""
    status: Attendance | None = None
    held = ""
    for line in lines:
        group = _group(line.text)
        if group:
            if held and status:
                yield status, held
            status, rest = group
            held = ""
            pieces = _pieces(rest)
        else:
            pieces = _pieces(_BULLET.sub("", line.text))
        if status is None:
            continue
        for piece in pieces:
            if held and not _continues(held, piece):
                yield status, held
                held = ""
            held = _joined(held, piece)
    if held and status:
        yield status, held


def _pieces(text: str) -> list[str]:
    place, colon, names = text.partition(":")
    if colon and find_municipality(place):
        return [f"{name.strip()}, {place}" for name in re.split(r",|;|\s+og\s+", names) if name.strip()]
    pieces = (piece.strip(" ,") for piece in _SPLIT.split(text))
    return [one for piece in pieces if piece for one in _one_each(piece)]


def _one_each(piece: str) -> list[str]:
    """Part "A (C), Høje-Taastrup, B (V), Bornholm" after each municipality."""
    if len(_PARTY.findall(piece)) < 2:
        return [piece]
    entries, held = [], ""
    for part in piece.split(","):
        held = f"{held},{part}" if held else part.strip()
        if _PARTY.search(held) and (find_municipality(part) or _municipality_at_end(part)[1]):
            entries.append(held)
            held = ""
    return [*entries, *filter(None, [held.strip()])]


def _joined(held: str, piece: str) -> str:
    """Join a name over a line's end: "Nør- / reskov" is one word, "Bach- / Laursen" keeps its hyphen."""
    if held.endswith("-"):
        return (held[:-1] if piece[:1].islower() else held) + piece
    return f"{held} {piece}".strip()


def _continues(held: str, piece: str) -> bool:
    """Whether a piece completes the one above: "Hans Ejner / Bertelsen (V) Morsø Kommune", "... Rebild / Kommune"."""
    if re.fullmatch(r"(?:regions)?kommune\W?", piece, re.IGNORECASE):
        return True
    if _PARTY.search(held) and _PARTY.search(piece):
        return False
    if held.endswith((",", "-")) or piece.startswith("("):
        return True
    return (
        not _municipality_at_end(held)[1] and not _PARTY.search(held) and bool(_PARTY.search(piece) or " " not in held)
    ) or (bool(_PARTY.search(held)) and not _municipality_at_end(held)[1] and find_municipality(piece) is not None)


def read_participant(entry: str, status: Attendance) -> tuple[ParticipantRecord | None, str | None]:
    """Read one entry. Gives the participant, None for what is no name, and a place that is none of the 98, or None."""
    text = _ANY_TITLE.sub("", _LEADING_TITLE.sub("", entry.strip(" .,;"))).strip(" ,")
    party_match = _PARTY.search(text)
    party = party_match["party"] if party_match and not find_municipality(party_match["party"]) else None
    if party_match:
        name, rest = text[: party_match.start()], text[party_match.end() :]
        municipality = find_municipality(rest.strip(" ,.–—-")) or _municipality_at_end(rest)[1]
        municipality = municipality or (find_municipality(party_match["party"]) if not party else None)
        if not municipality and "," in name:
            name, municipality = _municipality_at_end(name)
    else:
        name, municipality = _municipality_at_end(text)
        rest = text.partition(",")[2]
    name = re.sub(r"\s+", " ", name).strip(" ,.–—-") if not name.strip().endswith("jr.") else name.strip()
    name = re.sub(r"-\s", "-", name)
    if not _NAME.match(name) or name[0].islower():
        return None, None
    place = rest.strip(" ,.–—-") if not municipality else ""
    return ParticipantRecord(name, party, municipality, status), place or None


def _municipality_at_end(text: str) -> tuple[str, str | None]:
    """Split "Navn, Kommune", "Navn – Kommune" or "Navn Kommune" from the right; the longest municipality wins."""
    words = re.sub(r"\s+[–—-]\s+|,", " , ", text).split()
    tail = 1 if words and re.fullmatch(r"(?:regions)?kommune", words[-1].strip(" .,"), re.IGNORECASE) else 0
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
