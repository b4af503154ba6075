"""Participants, present and absent, parsed from the list of participants.

Since about 2020 "Lasse Frimand Jensen (A) Aalborg Kommune", with variants: a comma after the party, a local list for a
party, no party, titles. From 2007 to 2015 "Navn, Kommune". A name may run over a line's end; a PDF may set two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.fields.attendance_headings import PARTIES, Group, read_group
from ingest.fields.municipalities import find_municipality, municipality_at_end
from ingest.fields.participant_entries import PARTY, Entry, split_entries
from ingest.fields.participant_tables import UNCLEAR, split_heading
from ingest.fields.person_titles import is_title, without_titles
from ingest.fields.stand_ins import StandIn, find_stand_in, find_unclear_stand_in
from ingest.records import ParticipantRecord
from ingest.structure.lines import Line
from meetings.shared.vocabulary import Attendance

_PARTY_BETWEEN = re.compile(rf",\s*(?P<party>{PARTIES}|[A-ZÆØÅ])\s*(?=,|$)")
# "Bo Lund A Vejle Kommune", as an extractor writes a row of cells.
_PARTY_BARE = re.compile(rf"^(?P<name>\S+(?:\s+\S+)+?)\s+(?P<party>{PARTIES}|[A-ZÆØÅ])\s+(?P<place>[A-ZÆØÅ].*)$")
# "(til kl. 11)", "(fra pkt. 3)", "(stedfortræder: Ib Holm)": how long or for whom, not who.
_NOTE = re.compile(
    r"\(\s*(?:til|fra|under|ankom|deltog|forlod|stedfortræder|suppleant|i stedet)\b[^()]*\)"
    r"|[,–-]?\s+(?:deltog|ankom|forlod|i stedet for|stedfortræder|suppleant)\b.*$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*\((?!\s*(?:meldt\s+)?(?:afbud|fraværende))[a-zæøå\d][^()]*\)$|[\s,–-]+(?:online|digitalt|via\s+\w+)$"
)
_AWAY = re.compile(r"[,(–-]\s*(?:meldt\s+)?(?:afbud|fraværende)\s*\)?$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?<=\w)[*†‡¹²³]+|(?<=\))[*†‡¹²³]+")
_OFFICIAL = re.compile(r"(?:direktør|konsulent|sekretær|chef|sekretariatsleder)\b", re.IGNORECASE)
_PARTICLES = r"von|van|de|der|den|af|la|du|dos|el|al|bin|zu|og"
_NO_NAME = re.compile(
    rf"\b(?:KKR|kommune|ingen|afbud|deltagere|medlemmer|\d+)\b|(?-i:(?:\s(?!(?:{_PARTICLES})\b)[a-zæøå]{{2,}}){{2}})",
    re.IGNORECASE,
)
_NICKNAME = r"[\"“”„»«]\w[\w -]*[\"“”»«]"
_NAME = re.compile(rf"^(?:d[’'´`])?[^\W\d_][\w.’'´`ʼ@&–-]*(?:\s+(?:[\w.’'´`ʼ@&–-]+|{_NICKNAME})){{1,6}}(?:,\s+jr\.?)?$")
_NOBODY = re.compile(r"\bingen\b", re.IGNORECASE)
_PARTY_NAME = re.compile(rf"[A-ZÆØÅ]{{1,2}}|{PARTIES}", re.IGNORECASE)
_NO_PARTY = ("-", "–", "—")


@dataclass(frozen=True, slots=True)
class Participants:
    """The participants, their lines (`start` up to `end`), and what is doubtful about the list.

    `unknown` has the place names that are none of the 98 municipalities, `lines` the entry of each participant,
    `refused` the entries that look like a person but are not read as one, `unclear` those that do not say who of two
    came, and `contradicted` the names of people listed both as present and as absent. `nobody_below` has a heading for
    those who were away that has no names.
    """

    records: tuple[ParticipantRecord, ...] = ()
    start: int = 0
    end: int = 0
    unknown: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()
    nobody_below: str | None = None


@dataclass(slots=True)
class _List:
    """A list of participants while it is read."""

    records: list[ParticipantRecord] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    contradicted: list[str] = field(default_factory=list)

    def add(self, record: ParticipantRecord, line: str) -> None:
        """Add a participant, unless they are listed already; one of another party is another person."""
        for n, other in enumerate(self.records):
            if _is_same(other, record):
                if other.status != record.status:
                    self.contradicted.append(record.name)
                stands_for = other.substitute_for or record.substitute_for
                self.records[n] = replace(other, party=other.party or record.party, substitute_for=stands_for)
                return
        self.records.append(record)
        self.lines.append(line)


def _is_same(one: ParticipantRecord, other: ParticipantRecord) -> bool:
    alike = one.name.casefold() == other.name.casefold() and one.municipality == other.municipality
    return alike and (one.party == other.party or not (one.party and other.party))


def read_participants(front: Sequence[Line]) -> Participants:
    """Read the participant lists before the first item."""
    start = next((n for n, line in enumerate(front) if read_group(line.text) or split_heading(line.text)), None)
    if start is None:
        return Participants()
    found = _List()
    for entry in split_entries([line.text for line in front[start:]]):
        _add_entry(found, entry)
    return Participants(
        tuple(found.records), start, len(front), tuple(found.unknown), tuple(found.lines), tuple(found.refused),
        tuple(found.unclear), tuple(found.contradicted), _find_empty_heading(front[start:], found.records),
    )  # fmt: skip


def _find_empty_heading(lines: Sequence[Line], records: Sequence[ParticipantRecord]) -> str | None:
    """Return the heading for those who were away, if there is one with nothing on its line and nobody is."""
    if any(one.status == Attendance.ABSENT for one in records):
        return None
    headings = (line.text for line in lines if read_group(line.text) == Group(Attendance.ABSENT))
    return next((text for text in headings if not _NOBODY.search(text)), None)


def _add_entry(found: _List, entry: Entry) -> None:
    stand_in = None if _OFFICIAL.search(entry.text) else find_stand_in(
        entry.text, absent=entry.status == Attendance.ABSENT or bool(_AWAY.search(entry.text))
    )  # fmt: skip
    if stand_in:
        for one in _read_both(stand_in, entry):
            found.add(one, entry.text)
        return
    record, place = read_participant(entry.text, entry.status)
    if record:
        found.add(_placed(record, entry), entry.text)
    elif _looks_like_person(entry.text):
        found.refused.append(entry.text)
    if place and not entry.place:
        found.unknown.append(place)
    if record and not place and _names_another(without_titles(entry.text), record):
        found.refused.append(entry.text)
    if record and (find_unclear_stand_in(entry.text) or UNCLEAR in entry.text):
        found.unclear.append(entry.text)


def _placed(record: ParticipantRecord, entry: Entry) -> ParticipantRecord:
    """Return a participant with the municipality and party of the headings above, where the entry has none."""
    return replace(record, municipality=record.municipality or entry.place, party=record.party or entry.party)


def _read_both(stand_in: StandIn, entry: Entry) -> Iterator[ParticipantRecord]:
    """Yield the member who was missed, if listed, and the one who came; each has the other's municipality if no own."""
    came, _ = read_participant(stand_in.came, Attendance.PRESENT)
    missed, _ = read_participant(stand_in.missed, Attendance.ABSENT)
    place = next((one.municipality for one in (came, missed) if one and one.municipality), None)
    if missed and stand_in.both:
        yield _placed(replace(missed, municipality=missed.municipality or place), entry)
    if came:
        missed_name = missed.name if missed else None
        came = replace(came, municipality=came.municipality or place, substitute_for=missed_name)
        yield replace(came, municipality=came.municipality or entry.place)


def _names_another(text: str, record: ParticipantRecord) -> bool:
    """Return whether an entry has two words in capitals beside what was read of it: perhaps another person's name."""
    known = set(re.findall(r"\w+", f"{record.name} {record.party} {record.municipality} kommune".casefold()))
    pairs = re.finditer(r"(?=\b(?P<pair>(?P<one>[^\W\d_a-zæøå]\w+)[ -](?P<two>[^\W\d_a-zæøå]\w+)))", text)
    return any(
        not {pair["one"].casefold(), pair["two"].casefold()} & known
        and not any(map(find_municipality, (pair["pair"], pair["one"], pair["two"])))
        and not is_title(f"{pair['pair']} X")
        for pair in pairs
    )  # fmt: skip


def _looks_like_person(text: str) -> bool:
    """Return whether an entry that is no name has a party, or a municipality after something else."""
    bare = text.strip(" .,;")
    if _OFFICIAL.search(bare) or find_municipality(bare) or len(bare.split()) > MOST_WORDS or not bare[:1].isalnum():
        return False
    party = PARTY.search(bare)
    return bool(party and len(party["party"]) <= 2 and party.start()) or municipality_at_end(bare)[1] is not None


MOST_WORDS = 20  # of an entry that looks like a person; more are a sentence


def read_participant(entry: str, status: Attendance) -> tuple[ParticipantRecord | None, str | None]:
    """Return the participant of an entry (None if it is not a name), and a place that is none of the 98, or None."""
    if _OFFICIAL.search(entry):
        return None, None
    entry = _without_remark(entry.replace(UNCLEAR, "").strip(" .,;"))
    text = _NOTE.sub("", _FOOTNOTE.sub("", entry.strip(" .,;")))
    status = Attendance.ABSENT if _AWAY.search(text) else status
    text = _with_party_in_brackets(without_titles(_AWAY.sub("", text).strip(" ,")))
    party_match = PARTY.search(text)
    party = _read_party(party_match) if party_match else None
    if party_match:
        name, rest = text[: party_match.start()], text[party_match.end() :]
        municipality = find_municipality(rest.strip(" ,.–—-")) or municipality_at_end(rest)[1]
        municipality = municipality or (find_municipality(party_match["party"]) if not party else None)
        if not municipality and "," in name:
            name, municipality = municipality_at_end(name)
    else:
        name, municipality = municipality_at_end(text)
        rest = text.partition(",")[2]
    name = re.sub(r"\s+", " ", name).strip(" ,.–—-") if not name.strip().endswith("jr.") else name.strip()
    name = re.sub(r"-\s", "-", name)
    if not _NAME.match(name) or name[0].islower() or _NO_NAME.search(name):
        return None, None
    place = rest.strip(" ,.–—-") if not municipality else ""
    return ParticipantRecord(name, party, municipality, status), place or None


def _read_party(match: re.Match[str]) -> str | None:
    """Return the party in brackets; None for a dash, a municipality, or another name after the municipality."""
    party = match["party"]
    if party in _NO_PARTY or find_municipality(party):
        return None
    behind = municipality_at_end(match.string[: match.start()])[1] is not None
    return None if behind and not _PARTY_NAME.fullmatch(party) else party


def _without_remark(entry: str) -> str:
    """Return an entry without a remark in brackets at its end: "Odense Kommune (uden stedfortræder)", "(via Teams)"."""
    found = _REMARK.search(entry)
    before = entry[: found.start()] if found else ""
    return before if PARTY.search(before) or municipality_at_end(before)[1] else entry


def _with_party_in_brackets(text: str) -> str:
    """Return "Bo Lund (A), Vejle" for "Bo Lund, A, Vejle" and "Bo Lund A Vejle"."""
    bare = _PARTY_BARE.match(text) if "," not in text and "(" not in text else None
    if bare and find_municipality(bare["place"]):
        return f"{bare['name']} ({bare['party']}), {bare['place']}"
    return _PARTY_BETWEEN.sub(r" (\g<party>)", text)
