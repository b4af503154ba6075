"""The lines of a list of participants, parted and joined into the text for one person each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.fields.attendance_headings import PARTIES, Group, find_party, find_place, read_group, split_party
from ingest.fields.municipalities import find_municipality, municipality_at_end, split_municipality
from ingest.fields.participant_tables import AWAY, UNCLEAR, set_headings_above, set_rows
from ingest.fields.person_titles import without_titles
from ingest.fields.stand_ins import begins_stand_in, find_stand_in, is_stand_in, lacks_stand_in, without_stand_in
from meetings.shared.vocabulary import Attendance

PARTY = re.compile(r"\(\s*(?P<party>[^()]{1,60}?)\s*\)")
_NAME_AND_PARTY = re.compile(r"\S+\s[^(]+\(")
_SPLIT = re.compile(r"\t|;\s*|(?<=\b[Kk]ommune)(?:,|\s+og)?\s+(?=[A-ZÆØÅ])(?!Suppl|Stedf|I sted)")
_AND_NAME = re.compile(r"\s+og\s+(?=[A-ZÆØÅ][\w.-]+\s+[A-ZÆØÅ])")
# Between names below their municipality: no comma before a party, a title or who stood in, or within brackets.
_NEXT_NAME = re.compile(
    rf"(?:,|;|\s+og(?=\s))\s*(?![^()]{{0,200}}\))(?=[A-ZÆØÅ])(?!(?:[A-ZÆØÅ]|{PARTIES})(?:\s*[,;]|\s+og\s|$))"
    r"(?!Suppl|Stedf|I sted)"
)
_BULLET = re.compile(r"^(?:[•–—▪*·-]|\d{1,2}[.)](?!\s*\w*borgmester))\s*")
_KOMMUNE = re.compile(r"(?:regions)?kommune\W?", re.IGNORECASE)
ENTRY_LETTERS = 500  # of one person; names, titles and municipality have 100
_NAMES = 2  # words; a shorter text is no name


@dataclass(frozen=True, slots=True)
class Entry:
    """The text for one person, and what the headings above say of everyone: status, municipality and party."""

    text: str
    status: Attendance
    place: str | None = None
    party: str | None = None


def split_entries(lines: Sequence[str]) -> Iterator[Entry]:
    """Yield each entry with what the headings above it say; groups of officials are skipped."""
    lines = list(_unbroken(list(set_rows(list(set_headings_above(lines))))))
    by_place = any(read_group(above) and find_place(line) for above, line in pairwise(lines))
    heading, texts, listens = Entry("", Attendance.PRESENT), list[str](), False
    for text in lines:
        group = _group(text)
        below, rest = (heading, text) if group else _below_heading(heading, text, by_place=by_place)
        if group or below:
            yield from _complete(heading, texts)
            texts = []
        if group:
            listens, heading = group.status is not None, Entry("", group.status or Attendance.PRESENT)
            rest = group.rest
        elif below:
            heading = below
        if listens:
            texts += _pieces(_BULLET.sub("", rest))
    yield from _complete(heading, texts)


def _group(text: str) -> Group | None:
    """Read a heading; a line that says who stood in for somebody is none."""
    if "\t" in text or begins_stand_in(text) or is_stand_in(text):
        return None
    return read_group(text)


def _unbroken(lines: Sequence[str]) -> Iterator[str]:
    """Join the lines of "Aalborg Kommune: Bo Lund (A), / Ib Holm (V)"; each municipality has one or more."""
    counted = sum(_names_of_place(line) is not None for line in lines)
    held = ""
    for line in lines:
        inside = bool(_names_of_place(held)) and not (_group(line) or _names_of_place(line) or line.endswith(":"))
        if inside and (held.endswith((",", " og")) or (counted > 1 and not ends_entry(line))):
            held = _joined(held, line)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _names_of_place(text: str) -> tuple[str, str] | None:
    """Split "Aalborg Kommune: Bo Lund (A), Ib Holm (V)" into the municipality and the names."""
    place, colon, names = text.partition(":")
    return (place, names) if colon and names.strip() and find_municipality(place) else None


def _below_heading(heading: Entry, text: str, *, by_place: bool) -> tuple[Entry | None, str]:
    """Return what a municipality or party as a heading says of everyone below it, and the rest of the line.

    None, and the whole line, for any other line.
    """
    party = find_party(text)
    if party:
        return replace(heading, party=party), ""
    if headed := split_party(text):
        return replace(heading, party=headed[0]), headed[1]
    place = find_place(text) if by_place or text.endswith(":") else None
    return (replace(heading, place=place), "") if place else (None, text)


def _complete(heading: Entry, texts: Sequence[str]) -> Iterator[Entry]:
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
    cells = [cell for cell in text.split("\t") if cell]
    if len(cells) > 1 and any(map(find_municipality, cells)):
        return _rows(cells)
    if found := _names_of_place(text):
        place, names = found
        return [f"{name.strip()}, {place}" for name in _NEXT_NAME.split(names) if name.strip()]
    pieces = (piece.strip(" ,") for piece in _SPLIT.split(text))
    return [one for piece in pieces if piece for part in _apart(piece) for one in _one_each(part)]


def _rows(cells: Sequence[str]) -> list[str]:
    """Compose entries from columns: name, party and municipality in any order, perhaps several persons to a row."""
    rows: list[str] = []
    several = sum(find_municipality(cell) is not None for cell in cells) > 1
    held: list[str] = []
    for n, cell in enumerate(cells):
        held.append(f"({cell.strip('()')})" if re.fullmatch(r"\(?[A-ZÆØÅ]\)?", cell) else cell)
        if n == len(cells) - 1 or (several and find_municipality(cell)):
            held.sort(key=_place_in_row)
            rows.append(", ".join(held).replace(", (", " ("))
            held = []
    return rows


def _place_in_row(cell: str) -> tuple[bool, bool, bool]:
    return cell in (AWAY, UNCLEAR), find_municipality(cell) is not None, cell.startswith("(")


def _apart(piece: str) -> Iterator[str]:
    """Part "Bo Lund (V), Odder Ib Holm (C), Skive", two columns with one space between, after the municipality."""
    start = 0
    for mark in re.finditer(r"(?<=\))\s*[,–-]?\s+|,\s+", piece):
        if mark.start() < start:
            continue
        words = list(re.finditer(r"[^\s,]+", piece[mark.end() : _end_of_part(piece, mark.end())]))
        taken = split_municipality([word[0] for word in words])
        rest = words[taken:]
        if taken and len(rest) >= _NAMES and all(word[0][0].isupper() for word in rest[:2]) and "(" not in rest[0][0]:
            end = mark.end() + rest[0].start()
            if not find_stand_in(piece[start:], absent=True):
                yield piece[start:end].strip(" ,")
                start = end
    yield piece[start:]


def _end_of_part(piece: str, start: int) -> int:
    comma = piece.find(",", start)
    return comma if comma >= 0 else len(piece)


def _one_each(piece: str) -> list[str]:
    """Split "A (C), Høje-Taastrup, B, Bornholm og C (Odense)" after each municipality, else after each party."""
    if is_stand_in(piece):
        return [piece]
    parts = re.split(r",\s*(?![^()]{0,200}\))", _AND_NAME.sub(", ", piece))
    bare = ["" if begins_stand_in(part) else without_stand_in(part) for part in parts]
    ends = [ends_entry(part) for part in bare]
    if sum(ends) < 2:
        ends = [bool(_NAME_AND_PARTY.match(part)) for part in bare]
    if sum(ends) < 2:
        return [piece]
    entries, held = list[str](), ""
    for part, end in zip(parts, ends, strict=True):
        if entries and not held and not end and begins_stand_in(part):
            entries[-1] += f", {part}"
            continue
        held = f"{held}, {part}" if held else part.strip()
        if end:
            entries.append(held)
            held = ""
    return [*entries, *filter(None, [held.strip()])]


def ends_entry(part: str) -> bool:
    """Return whether a part is or ends in a municipality: "Odense", "Bo Lund Odense Kommune", "Bo Lund (Odense)"."""
    party = PARTY.search(part)
    return bool(
        find_municipality(part) or municipality_at_end(part)[1] or (party and find_municipality(party["party"]))
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
    if is_stand_in(held) or is_stand_in(piece):
        return False
    if _KOMMUNE.fullmatch(piece) or begins_stand_in(piece) or lacks_stand_in(held) or held.count("(") > held.count(")"):
        return True
    if PARTY.search(piece) and (PARTY.search(held) or find_stand_in(held, absent=True)):
        return False
    if held.endswith((",", "-")) or piece.startswith("("):
        return True
    unfinished = not PARTY.search(held) and (PARTY.search(piece) or " " not in held)
    return not (by_place or ends_entry(without_titles(held))) and bool(find_municipality(piece) or unfinished)
