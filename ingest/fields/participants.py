"""Participants, present and absent, parsed from the list of participants.

Since about 2020 "Lasse Frimand Jensen (A) Aalborg Kommune", with variants: a comma after the party, a local list for a
party, no party, titles. From 2007 to 2015 "Navn, Kommune". A name may run over a line's end; a PDF may set two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from danish.tolerant_patterns import tolerant
from ingest.fields.attendance_headings import PARTIES, find_party, find_place, read_group
from ingest.fields.municipalities import find_municipality
from ingest.records import ParticipantRecord
from ingest.structure.lines import Line
from meetings.shared.vocabulary import Attendance

_TITLE = tolerant(
    r"(?:1\.\s*)?(?:vice|over)?borgmester|rådmand|regionsrådsformand|byrådsmedlem|(?:vice|næst|udvalgs)?formand|medlem"
    r"|kommunalbestyrelsesmedlem|(?:stedfortræder|suppleant)(?:\s+for\s+[^,()]+)?"
)
_LEADING_TITLE = re.compile(rf"^(?:{_TITLE})\s+(?=[A-ZÆØÅ@J])", re.IGNORECASE)
_ANY_TITLE = re.compile(rf"[,(]\s*(?:{_TITLE})\s*(?:\)|\bi\b|\bfra\b)?(?=[,\s(]|$)", re.IGNORECASE)
_PARTY_BETWEEN = re.compile(rf",\s*(?P<party>{PARTIES}|[A-ZÆØÅ])\s*(?=,|$)")
_TABLE_HEAD = re.compile(r"navn(?:[\s/]+(?:parti|liste|kommune|titel))+", re.IGNORECASE)
# "(til kl. 11)", "(fra pkt. 3)", "(stedfortræder: Ib Holm)", ", i stedet for Ib Holm": how long or for whom, not who.
_NOTE = re.compile(
    r"\(\s*(?:til|fra|under|ankom|deltog|forlod|stedfortræder|suppleant|i stedet)\b[^()]*\)"
    r"|[,–-]?\s+(?:deltog|ankom|forlod|i stedet for)\s.*$",
    re.IGNORECASE,
)
_AWAY = re.compile(r"[,(–-]\s*(?:meldt\s+)?(?:afbud|fraværende)\s*\)?$", re.IGNORECASE)
_OFFICIAL = re.compile(r"(?:direktør|konsulent|sekretær|chef|sekretariatsleder)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:KKR|kommune|ingen|afbud|deltagere|medlemmer|\d+)\b|(?-i:(?:\s(?!(?:von|van|de|der|den|af|la|du)\b)[a-zæøå]{2,}){2})",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\(\s*(?P<party>[^()]{1,60}?)\s*\)")
_NAME_AND_PARTY = re.compile(r"\S+\s[^(]+\(")
_NAME = re.compile(r"^[^\W\d_][\w.’'´`@&-]*(?:\s+[\w.’'´`@&-]+){1,6}$")
_SPLIT = re.compile(r"\t|;\s*|(?<=\bKommune)(?:,|\s+og)?\s+(?=[A-ZÆØÅ])|(?<=\bkommune)(?:,|\s+og)?\s+(?=[A-ZÆØÅ])")
_AND_NAME = re.compile(r"\s+og\s+(?=[A-ZÆØÅ][\w.-]+\s+[A-ZÆØÅ])")
_COUNCIL = re.compile(r"\s+(?:byråd|kommunalbestyrelse)$", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[•–—▪*·-]|\d{1,2}[.)])\s*")
ENTRY_LETTERS = 500  # of one person; names, titles and municipality have 100


@dataclass(frozen=True, slots=True)
class Participants:
    """The participants, their lines (`start` up to `end`), and place names that are none of the 98 municipalities."""

    records: tuple[ParticipantRecord, ...] = ()
    start: int = 0
    end: int = 0
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """The text for one person, and what the headings above say of everyone: status, municipality and party."""

    text: str
    status: Attendance
    place: str | None = None
    party: str | None = None


def read_participants(front: Sequence[Line]) -> Participants:
    """Read the participant lists before the first item."""
    start = next((n for n, line in enumerate(front) if read_group(line.text)), None)
    if start is None:
        return Participants()
    records: dict[tuple[str, str | None], ParticipantRecord] = {}
    unknown: list[str] = []
    for entry in _entries(front[start:]):
        record, place = read_participant(entry.text, entry.status)
        if record:
            municipality, party = record.municipality or entry.place, record.party or entry.party
            record = replace(record, municipality=municipality, party=party)
            records.setdefault((record.name.casefold(), record.municipality), record)
        if place and not entry.place:
            unknown.append(place)
    return Participants(tuple(records.values()), start, len(front), tuple(unknown))


def _entries(lines: Sequence[Line]) -> Iterator[_Entry]:
    """Yield each entry with what the headings above it say; groups of officials are skipped."""
    by_place = any(read_group(above.text) and find_place(line.text) for above, line in pairwise(lines))
    heading, texts, listens = _Entry("", Attendance.PRESENT), list[str](), False
    for line in lines:
        group, text = read_group(line.text), line.text
        below = heading if group else _below_heading(heading, text, by_place=by_place)
        if group or below:
            yield from _complete(heading, texts)
            texts = []
        if group:
            listens, heading = group.status is not None, _Entry("", group.status or Attendance.PRESENT)
            text = group.rest
        elif below:
            heading, text = below, ""
        if listens:
            texts += _pieces(_BULLET.sub("", text))
    yield from _complete(heading, texts)


def _below_heading(heading: _Entry, text: str, *, by_place: bool) -> _Entry | None:
    """Return what a municipality or party as a heading says of everyone below it; None for any other line."""
    party = find_party(text)
    if party:
        return replace(heading, party=party)
    place = find_place(text) if by_place or text.endswith(":") else None
    return replace(heading, place=place) if place else None


def _complete(heading: _Entry, texts: Sequence[str]) -> Iterator[_Entry]:
    """Yield the entries of a group, with names joined across line ends."""
    held = ""
    for text in texts:
        if held and (len(held) > ENTRY_LETTERS or not _continues(held, text, by_place=heading.place is not None)):
            yield replace(heading, text=held)
            held = ""
        held = _joined(held, text)
    if held:
        yield replace(heading, text=held)


def _pieces(text: str) -> list[str]:
    """Split a line into its entries."""
    if _TABLE_HEAD.fullmatch(text):
        return []
    cells = text.split("\t")
    if len(cells) > 1 and any(map(find_municipality, cells)):
        return _rows(cells)
    place, colon, names = text.partition(":")
    if colon and find_municipality(place):
        return [f"{name.strip()}, {place}" for name in re.split(r",|;|\s+og\s+", names) if name.strip()]
    pieces = (piece.strip(" ,") for piece in _SPLIT.split(text))
    return [one for piece in pieces if piece for one in _one_each(piece)]


def _rows(cells: Sequence[str]) -> list[str]:
    """Compose entries from columns: name, party and municipality in any order, perhaps several persons to a row."""
    rows: list[str] = []
    several = sum(find_municipality(cell) is not None for cell in cells) > 1
    held: list[str] = []
    for n, cell in enumerate(cells):
        held.append(f"({cell.strip('()')})" if re.fullmatch(r"\(?[A-ZÆØÅ]\)?", cell) else cell)
        if n == len(cells) - 1 or (several and find_municipality(cell)):
            held.sort(key=lambda part: (find_municipality(part) is not None, part.startswith("(")))
            rows.append(", ".join(held).replace(", (", " ("))
            held = []
    return rows


def _one_each(piece: str) -> list[str]:
    """Split "A (C), Høje-Taastrup, B, Bornholm og C (Odense)" after each municipality, else after each party."""
    parts = re.split(r",\s*(?![^()]{0,200}\))", _AND_NAME.sub(", ", piece))
    ends = [_ends_entry(part) for part in parts]
    if sum(ends) < 2:
        ends = [bool(_NAME_AND_PARTY.match(part)) for part in parts]
    if sum(ends) < 2:
        return [piece]
    entries, held = [], ""
    for part, end in zip(parts, ends, strict=True):
        held = f"{held}, {part}" if held else part.strip()
        if end:
            entries.append(held)
            held = ""
    return [*entries, *filter(None, [held.strip()])]


def _ends_entry(part: str) -> bool:
    """Return whether a part is or ends in a municipality: "Odense", "Bo Lund Odense Kommune", "Bo Lund (Odense)"."""
    party = _PARTY.search(part)
    return bool(
        find_municipality(part) or _municipality_at_end(part)[1] or (party and find_municipality(party["party"]))
    )


def _joined(held: str, piece: str) -> str:
    """Join a name across a line end: "Nør- / reskov" is one word, "Bach- / Laursen" keeps its hyphen."""
    if held.endswith("-"):
        return (held[:-1] if piece[:1].islower() else held) + piece
    comma = "," if held and not held.endswith(",") and find_municipality(piece) else ""
    return f"{held}{comma} {piece}".strip()


def _continues(held: str, piece: str, *, by_place: bool) -> bool:
    """Return whether a piece continues the last: "Hans Ejner / Bertelsen (V) Morsø Kommune", "... Rebild / Kommune".

    Where names are listed below their municipality, each line is a person.
    """
    if re.fullmatch(r"(?:regions)?kommune\W?", piece, re.IGNORECASE):
        return True
    if _PARTY.search(held) and _PARTY.search(piece):
        return False
    if held.endswith((",", "-")) or piece.startswith("("):
        return True
    if by_place or _ends_entry(held):
        return False
    return bool(find_municipality(piece) or (not _PARTY.search(held) and (_PARTY.search(piece) or " " not in held)))


def read_participant(entry: str, status: Attendance) -> tuple[ParticipantRecord | None, str | None]:
    """Return the participant of an entry (None if it is not a name), and a place that is none of the 98, or None."""
    if _OFFICIAL.search(entry):
        return None, None
    text = _NOTE.sub("", entry.strip(" .,;"))
    status = Attendance.ABSENT if _AWAY.search(text) else status
    text = _ANY_TITLE.sub("", _LEADING_TITLE.sub("", _AWAY.sub("", text).strip(" ,"))).strip(" ,")
    text = _PARTY_BETWEEN.sub(r" (\g<party>)", text)
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
    if not _NAME.match(name) or name[0].islower() or _NO_NAME.search(name):
        return None, None
    place = rest.strip(" ,.–—-") if not municipality else ""
    return ParticipantRecord(name, party, municipality, status), place or None


def _municipality_at_end(text: str) -> tuple[str, str | None]:
    """Split "Navn, Kommune", "Navn – Kommune" or "Navn Kommune" from the right; the longest municipality wins."""
    words = re.sub(r"\s+[–—-]\s+|,", " , ", _COUNCIL.sub("", text)).split()
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
