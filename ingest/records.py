"""The records made by parsing a document: frozen, without Django; `ingest.load` writes them to the database.

`to_json` and `from_json` store them with the document (`Document.record`), so that an archive can be rebuilt from the
parser's results without reading the files again. All texts are as a reader should see them: hyphenation undone,
paragraphs separated by a blank line, list entries one a line beginning with "– ", table rows one a line with cells
separated by " | ".
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from danish.encodings import Encoding
from danish.printed_form import WordRepair
from meetings.shared.page_layout import HiddenText
from meetings.shared.vocabulary import (
    Attendance,
    DocumentKind,
    FactKind,
    MeetingStatus,
    Outcome,
    PageOrigin,
    RegionSlug,
    TopicSlug,
)

# Page separators, and NUL, which no database takes, replaced one for one by characters without meaning.
_INSIDE_LINES = str.maketrans({"\f": " ", "\n": " ", "\x00": "\u200b"})


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a source: its number (from 1) and its lines, top to bottom, without line ends.

    Where misread letters were repaired, `extracted` has the lines before repair and `changes` the repairs. A page read
    by OCR has the average confidence of its words, from 0 to 1, or `failure`, why it could not be read; one that wants
    OCR shows an image that has not been read yet. A page of a PDF or scan has its packed layout
    (`meetings.shared.page_layout`), the text on it that no reader sees, the indexes of its `strong` lines, which are
    set in bolder or larger type than the body, of those `beside` the text, words that run up or down the margin, and
    `notes`: what its reading was not sure of, in Danish sentences.
    """

    number: int
    lines: tuple[str, ...]
    extracted: tuple[str, ...] = ()
    changes: tuple[WordRepair, ...] = ()
    origin: PageOrigin = PageOrigin.FILE
    confidence: float | None = None
    failure: str = ""
    wants_ocr: bool = False
    strong: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    layout: bytes = b""

    @property
    def origin_to_json(self) -> dict[str, Any]:
        """The origin of the page's text, as JSON data."""
        return {
            "origin": str(self.origin),
            "repaired": bool(self.changes),
            "confidence": self.confidence,
            "wants_ocr": self.wants_ocr,
        }


@dataclass(frozen=True, slots=True)
class Source:
    """A document before any cleaning. `origin` is "text" or "pdf", `lexicon` the version of the lexicon for repair.

    `marks` has the texts of watermarks ("UDKAST"), in reading order; they are in no line. `encoding` says how the bytes
    of a text file were decoded.
    """

    origin: str
    pages: tuple[Page, ...]
    lexicon: str = ""
    marks: tuple[str, ...] = ()
    encoding: Encoding | None = None

    @property
    def text(self) -> str:
        """The whole text after repair, pages separated by a form feed."""
        return _as_text(page.lines for page in self.pages)

    @property
    def extracted_text(self) -> str:
        """The whole text before repair, pages separated by a form feed."""
        return _as_text(page.extracted or page.lines for page in self.pages)

    @property
    def changes(self) -> list[tuple[int, int, int, str, str]]:
        """The repairs: page (from 1), line and column in the text before repair (from 0), before, after."""
        return [(page.number, *change) for page in self.pages for change in page.changes]


def _as_text(pages: Iterable[Sequence[str]]) -> str:
    return "\f".join("\n".join(line.translate(_INSIDE_LINES) for line in lines) for lines in pages)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person stated about a document; it wins over what the parser finds. None where nothing was stated."""

    region: RegionSlug | None = None
    date: datetime.date | None = None
    kind: DocumentKind | None = None


NOTHING_STATED = Stated()


@dataclass(frozen=True, slots=True)
class ParticipantRecord:
    """One person of a list of participants. `party` is the letter or list as printed, `municipality` one of the 98.

    `substitute_for` is the name of the member in whose place the person came.
    """

    name: str
    party: str | None
    municipality: str | None
    status: Attendance
    substitute_for: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """The council's decision. `basis` has the sentence that states each outcome, in the order of `outcomes`."""

    text: str
    outcomes: tuple[Outcome, ...]
    basis: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The strongest of the outcomes; OTHER where the text has none of the known kinds."""
        return Outcome.strongest(self.outcomes)


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A table, separate from the prose of its section ("presentation" …).

    It belongs below the first `paragraph` paragraphs of that text; rows may differ in length. `header` says that the
    first row names the columns; `caption` is the line that names the table, if one does.
    """

    section: str
    paragraph: int
    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    caption: str = ""

    @property
    def text(self) -> str:
        """The caption, if there is one, and one row a line, cells separated by " | "."""
        return "\n".join(filter(None, [self.caption, *(" | ".join(row) for row in self.rows)]))


class SubheadingRecord(NamedTuple):
    """A paragraph of a section's text that is a heading by its type."""

    section: str
    text: str


class RepairRecord(NamedTuple):
    """A word of one of an item's texts ("title", "presentation" …) before and after repair."""

    section: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FactRecord:
    """A fact that a sentence states, with the section it stands in. What the sentence leaves out is None.

    `date` is the day of a meeting or deadline; `body` who meets, who is appointed to, or who gets what is sent on;
    `amount` is in kroner; `what` is in the document's own words: the purpose of an amount, what is to be done …
    """

    kind: FactKind
    sentence: str
    section: str
    date: datetime.date | None = None
    time: datetime.time | None = None
    end_time: datetime.time | None = None
    place: str | None = None
    person: str | None = None
    body: str | None = None
    period: str | None = None
    proposed_by: str | None = None
    amount: int | float | None = None
    what: str | None = None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> FactRecord:
        """Make a fact from JSON data. Raises KeyError or ValueError on other data."""
        times = {name: datetime.time.fromisoformat(data[name]) for name in ("time", "end_time") if data[name]}
        date = datetime.date.fromisoformat(data["date"]) if data["date"] else None
        return cls(**{**data, **times, "kind": FactKind(data["kind"]), "date": date})


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One numbered item of an agenda or minutes. `number` is like "3.10"; pages count from 1."""

    number: str
    title: str
    case_number: str | None = None
    caseworkers: tuple[str, ...] = ()
    background: str | None = None
    recommendation: str | None = None
    presentation: str | None = None
    decision: DecisionRecord | None = None
    asks_for: tuple[Outcome, ...] = ()
    attachments: tuple[str, ...] = ()
    topics: tuple[TopicSlug, ...] = ()
    tables: tuple[TableRecord, ...] = ()
    first_page: int | None = None
    last_page: int | None = None
    repairs: tuple[RepairRecord, ...] = ()
    subheadings: tuple[SubheadingRecord, ...] = ()
    facts: tuple[FactRecord, ...] = ()

    @property
    def prose(self) -> list[str | None]:
        """The texts of the sections, without tables, in the order of the sections."""
        return [self.background, self.recommendation, self.presentation, self.decision.text if self.decision else None]

    @property
    def texts(self) -> list[tuple[str, str]]:
        """The texts by section; prose, tables and attachments each by itself."""
        prose = [(name, getattr(self, name)) for name in ("title", "background", "recommendation", "presentation")]
        prose.append(("decision", self.decision.text if self.decision else None))
        tables = [(table.section, table.text) for table in self.tables]
        attachments = [("attachments", name) for name in self.attachments]
        return [(section, text) for section, text in [*prose, *tables, *attachments] if text]


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What one document says about one meeting.

    `corrected` marks minutes that call themselves corrected, `draft` a document that calls itself a draft. Of a meeting
    that was moved, `date` is the new day and `moved_from` the old, if it is named; of a written procedure there is a
    deadline and no start time. `place_note` is what stands beside the place. `coverage` is the share of the document's
    words that are in the record, 0 to 1, None if it was not computed. `dispatched` is the day on which the document
    says that it was sent out. Of an enclosure, `enclosed_with` is the number of the item that it names.
    """

    kind: DocumentKind
    region: RegionSlug
    date: datetime.date
    start_time: datetime.time | None = None
    place: str | None = None
    corrected: bool = False
    participants: tuple[ParticipantRecord, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    warnings: tuple[str, ...] = ()
    pages: int = field(default=0, compare=False)
    coverage: float | None = field(default=None, compare=False)
    draft: bool = False
    end_time: datetime.time | None = None
    place_note: str | None = None
    status: MeetingStatus = MeetingStatus.HELD
    extraordinary: bool = False
    moved_from: datetime.date | None = None
    deadline: datetime.date | None = None
    deadline_time: datetime.time | None = None
    dispatched: datetime.date | None = None
    enclosed_with: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the record as JSON data: vocabularies as slugs, dates as ISO 8601, times as HH:MM."""
        return dataclasses.asdict(self, dict_factory=_json_object)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> MeetingRecord:
        """Make a record from the data that `to_json` returned. Raises KeyError or ValueError on other data."""
        return cls(
            kind=DocumentKind(data["kind"]),
            region=RegionSlug(data["region"]),
            date=datetime.date.fromisoformat(data["date"]),
            start_time=_time(data["start_time"]),
            place=data["place"],
            corrected=data["corrected"],
            participants=tuple(_participant(one) for one in data["participants"]),
            items=tuple(_item(one) for one in data["items"]),
            warnings=tuple(data["warnings"]),
            pages=data["pages"],
            coverage=data.get("coverage"),  # records made before 2026-11 have none
            draft=data.get("draft", False),  # before 2026-12
            end_time=_time(data.get("end_time")),  # as the rest of the meeting's state, since the end of 2026-11
            place_note=data.get("place_note"),
            status=MeetingStatus(data.get("status", MeetingStatus.HELD)),
            extraordinary=data.get("extraordinary", False),
            moved_from=_date(data.get("moved_from")),
            deadline=_date(data.get("deadline")),
            deadline_time=_time(data.get("deadline_time")),
            dispatched=_date(data.get("dispatched")),  # before 2026-12
            enclosed_with=data.get("enclosed_with"),
        )


def _json_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: _json_value(value) for name, value in pairs}


def _json_value(value: Any) -> Any:
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_json_value(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _date(written: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None


def _time(written: str | None) -> datetime.time | None:
    return datetime.time.fromisoformat(written) if written else None


def _participant(data: dict[str, Any]) -> ParticipantRecord:
    return ParticipantRecord(**{**data, "status": Attendance(data["status"])})


def _decision(data: dict[str, Any]) -> DecisionRecord:
    return DecisionRecord(data["text"], tuple(Outcome(one) for one in data["outcomes"]), tuple(data["basis"]))


def _table(data: dict[str, Any]) -> TableRecord:
    return TableRecord(**{**data, "rows": tuple(tuple(row) for row in data["rows"])})


def _item(data: dict[str, Any]) -> ItemRecord:
    return ItemRecord(
        **{
            **data,
            "caseworkers": tuple(data["caseworkers"]),
            "decision": _decision(data["decision"]) if data["decision"] else None,
            "asks_for": tuple(Outcome(one) for one in data["asks_for"]),
            "attachments": tuple(data["attachments"]),
            "topics": tuple(TopicSlug(one) for one in data["topics"]),
            "tables": tuple(_table(one) for one in data["tables"]),
            "repairs": tuple(RepairRecord(*one) for one in data["repairs"]),
            "subheadings": tuple(SubheadingRecord(*one) for one in data.get("subheadings", ())),
            "facts": tuple(FactRecord.from_json(one) for one in data.get("facts", ())),
        }
    )
