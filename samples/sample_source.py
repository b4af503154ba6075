"""The sources of the sample documents: one TOML file per meeting, read into frozen records.

A source holds a meeting's items with all their texts, and the documents made of them (agenda, minutes, ...). A document
may leave items out, renumber them, put them in another order or correct a decision. Texts are paragraphs
separated by blank lines; "- " and "1. " begin list entries, "| " table rows, "## " a small heading, and "./. " a
paragraph with the paper-clip mark.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

REGION_NAMES = {
    "nordjylland": "Nordjylland",
    "midtjylland": "Midtjylland",
    "syddanmark": "Syddanmark",
    "sjaelland": "Sjælland",
    "hovedstaden": "Hovedstaden",
}
OTHER_NAMES = {"Københavns Kommune": "København", "Bornholms Regionskommune": "Bornholm", "Århus Kommune": "Aarhus"}
# "Palle Thinggaard (A) Aalborg Kommune", "Palle Thinggaard, Aalborg" (old documents)
MODERN_PERSON = re.compile(r"(?P<name>.+?) \((?P<party>[^)]+)\),? (?P<municipality>.+?)$")
OLD_PERSON = re.compile(r"(?P<name>.+), (?P<municipality>.+)$")


@dataclass(frozen=True, slots=True)
class Person:
    """A participant; `line` is the line that the document prints. `party` is None in the old documents."""

    line: str
    name: str
    party: str | None
    municipality: str
    status: str


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item. `key` is its number in the source, `number` its number in one document."""

    key: str
    number: str
    title: str
    case_number: str | None
    officers: str
    background: str
    recommendation: str
    presentation: str
    decision: str
    outcomes: tuple[str, ...]
    asks_for: tuple[str, ...]
    attachments: tuple[str, ...]
    enclosed: tuple[str, ...]

    @property
    def level(self) -> int:
        """1 for a top-level heading, 2 for an item below it."""
        return self.number.count(".") + 1

    @property
    def case_line(self) -> str:
        """Case number and the officers who wrote the item, as printed below the title."""
        return f"{self.case_number or ''} {self.officers}".strip()


@dataclass(frozen=True, slots=True)
class Sample:
    """A document to make: its meeting, layout and content."""

    file: str
    kind: str
    supplementary: bool
    corrected: bool
    region: str
    date: datetime.date
    start_time: str
    place: str
    venue: str  # the place alone, where `place` says more
    look: str
    front: bool
    contents: bool
    numbers_in_margin: bool
    participant_columns: int
    front_columns: bool
    bullet: str
    text_style: str
    inline_numbers: tuple[str, ...]
    participants: tuple[Person, ...]
    items: tuple[Item, ...]

    @property
    def council(self) -> str:
        """The name of the council, such as "KKR Sjælland"."""
        return f"KKR {REGION_NAMES[self.region]}"

    @property
    def danish_date(self) -> str:
        """The date as front pages and running headers print it: 24-10-2025."""
        return f"{self.date:%d-%m-%Y}"

    @property
    def kind_word(self) -> str:
        """The Danish word for the kind of document, in capitals."""
        if self.kind == "minutes":
            return "RETTET REFERAT" if self.corrected else "REFERAT"
        return "TILLÆGSDAGSORDEN" if self.supplementary else "DAGSORDEN"


def read_samples(folder: Path) -> list[Sample]:
    """Return all samples of the sources in `folder`, in order of file name."""
    samples = [sample for path in sorted(folder.glob("*.toml")) for sample in read_meeting(path)]
    return sorted(samples, key=lambda sample: sample.file)


def read_meeting(path: Path) -> list[Sample]:
    """Return the samples of one meeting from its TOML file. Raises ValueError on a malformed participant."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    items = {one["number"]: _item(one) for one in data["items"]}
    return [_sample(data, document, items) for document in data["documents"]]


def _item(data: dict[str, Any]) -> Item:
    return Item(
        key=data["number"],
        number=data["number"],
        title=data["title"],
        case_number=data.get("case"),
        officers=data.get("officers", ""),
        background=data.get("background", ""),
        recommendation=data.get("recommendation", ""),
        presentation=data.get("presentation", ""),
        decision=data.get("decision", ""),
        outcomes=tuple(data.get("outcomes", ())),
        asks_for=tuple(data.get("asks_for", ())),
        attachments=tuple(data.get("attachments", ())),
        enclosed=tuple(data.get("enclosed", ())),
    )


def _sample(meeting: dict[str, Any], document: dict[str, Any], items: dict[str, Item]) -> Sample:
    both = meeting | document
    minutes = both["kind"] == "minutes"
    return Sample(
        file=both["file"],
        kind=both["kind"],
        supplementary=both.get("supplementary", False),
        corrected=both.get("corrected", False),
        region=both["region"],
        date=both["date"],
        start_time=both["start_time"],
        place=both["place"],
        venue=both.get("venue", both["place"]),
        look=both.get("look", "modern"),
        front=both.get("front", True),
        contents=both.get("contents", False),
        numbers_in_margin=both.get("numbers_in_margin", False),
        participant_columns=both.get("participant_columns", 1),
        front_columns=both.get("front_columns", False),
        bullet=both.get("bullet", "–"),
        text_style=both.get("text_style", ""),
        inline_numbers=tuple(both.get("inline_numbers", ())),
        participants=_people(both) if minutes else (),
        items=tuple(_items(document, items, minutes)),
    )


def _people(data: dict[str, Any]) -> tuple[Person, ...]:
    return tuple(
        _person(line, status) for status in ("present", "absent") for line in data.get(status, "").strip().splitlines()
    )


def _person(line: str, status: str) -> Person:
    match = MODERN_PERSON.match(line) or OLD_PERSON.match(line)
    if match is None:
        raise ValueError(f"not a participant: {line!r}")
    named = match.groupdict()
    municipality = OTHER_NAMES.get(named["municipality"], named["municipality"].removesuffix(" Kommune"))
    return Person(line, named["name"], named.get("party"), municipality, status)


def _items(document: dict[str, Any], items: dict[str, Item], minutes: bool) -> list[Item]:
    order = document.get("only") or [key for key in items if key not in document.get("without", ())]
    return [_item_in(document, items[key], minutes) for key in document.get("order", order)]


def _item_in(document: dict[str, Any], item: Item, minutes: bool) -> Item:
    changes: dict[str, Any] = {"number": document.get("renumbered", {}).get(item.key, item.number)}
    if not minutes:
        changes |= {"decision": "", "outcomes": ()}
    for name, value in document.get("changes", {}).get(item.key, {}).items():
        changes[name] = tuple(value) if isinstance(value, list) else value
    return replace(item, **changes)
