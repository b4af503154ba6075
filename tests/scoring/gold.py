"""The gold records, written by hand for documents that are all invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NotRequired, TypedDict

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
SAMPLES = ROOT / "samples"


class Participant(TypedDict):
    """A person on the list of participants."""

    name: str
    party: str | None
    municipality: str | None
    status: str


class Item(TypedDict):
    """An item. Sections are ranges of lines of the source, both ends included; a missing key was not recorded."""

    number: str
    title: str
    case_number: str | None
    caseworkers: list[str]
    outcome: str | None
    outcomes: list[str]
    asks_for: list[str]
    attachments: list[str]
    sections: NotRequired[dict[str, list[tuple[int, int]]]]
    decision: NotRequired[str | None]
    topics: NotRequired[list[str]]


class Meeting(TypedDict):
    """The facts that one document states about its meeting."""

    source: NotRequired[str]
    kind: str
    supplementary: NotRequired[bool]
    corrected: NotRequired[bool]
    region: str
    date: str
    start_time: str | None
    place: str | None
    participants: list[Participant]
    items: list[Item]


class Word(NamedTuple):
    """A word of a misread source: its line (from 1), how it is misread there, and how it should read."""

    line: int
    misread: str
    right: str


class Document(NamedTuple):
    """A document and its gold record; `words` are from passages that were corrected by hand."""

    name: str
    path: Path
    meeting: Meeting
    words: tuple[Word, ...] = ()


def read_gold(folder: Path = GOLD, sources: Path = GOLD) -> Iterator[Document]:
    """Yield the document and gold record of each NNN.json, with the words of NNN_words.tsv if there is one."""
    for path in sorted(folder.glob("[0-9][0-9][0-9].json")):
        meeting: Meeting = json.loads(path.read_text(encoding="utf-8"))
        yield Document(
            path.stem, sources / meeting["source"], meeting, _words(path.with_name(f"{path.stem}_words.tsv"))
        )


def read_samples() -> Iterator[Document]:
    """Yield the archive's own samples with their facts."""
    facts: dict[str, Meeting] = json.loads((SAMPLES / "facts.json").read_text(encoding="utf-8"))
    for name, meeting in facts.items():
        yield Document(name, SAMPLES / "documents" / name, meeting)


def _words(path: Path) -> tuple[Word, ...]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [line.split("\t") for line in lines if not line.startswith("#") and line.count("\t") >= 2]
    return tuple(Word(int(row[0]), row[1], row[2]) for row in rows)
