"""The invented meetings of the corpus as papers: the blocks that every program sets, and what is known to stand there.

The meetings are written as those of the samples are (`samples/sample_source.py`), and so are the known records: what a
reader should find, not what the parser finds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ingest.structure.paragraphs import DASH

SAMPLES = Path(__file__).parents[2] / "samples"
sys.path.append(str(SAMPLES))

from sample_pdf import SECTION_WORDS, Part, read_parts  # noqa: E402
from sample_source import Item, Sample, read_meeting  # noqa: E402

MEETINGS = Path(__file__).parent / "meetings"


class Block(NamedTuple):
    """A part of a paper: a title, line, person, numbered heading, case, label, text, subheading, list or table."""

    kind: str
    text: str = ""
    number: str = ""
    entries: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """All that a reader sees of the block, bullets aside."""
        entries = [*self.entries]
        if self.kind == "numbers":
            entries = [f"{n}. {entry}" for n, entry in enumerate(entries, 1)]
        return " ".join([self.number, self.text, *entries, *(cell for row in self.rows for cell in row)]).strip()


def read_papers() -> dict[str, Sample]:
    """Return the papers of all meetings by name."""
    papers = [paper for path in sorted(MEETINGS.glob("*.toml")) for paper in read_meeting(path)]
    return {paper.file: paper for paper in papers}


def running_foot(paper: Sample) -> str:
    """Return what stands below every page, before its number."""
    return f"{paper.council} | {paper.danish_date}"


def blocks_of(paper: Sample) -> Iterator[Block]:
    """Yield the blocks of a paper in the order in which they are read."""
    yield Block("title", f"{paper.kind_word} {paper.date.year}")
    yield Block("title", paper.council.upper())
    yield Block("line", f"Dato: {paper.danish_date} {paper.start_time}")
    yield Block("line", f"Sted: {paper.place}")
    yield Block("break")
    yield from _participants(paper)
    for item in paper.items:
        yield from _item(item)


def _participants(paper: Sample) -> Iterator[Block]:
    if paper.participants:
        yield Block("chapter", "Deltagerfortegnelse")
    for word, status in (("Deltagere", "present"), ("Afbud", "absent")):
        people = [person.line for person in paper.participants if person.status == status]
        if people:
            yield Block("label", word)
            yield from (Block("person", line) for line in people)
    if paper.participants:
        yield Block("break")


def _item(item: Item) -> Iterator[Block]:
    yield Block("chapter" if item.level == 1 else "heading", item.title, f"{item.number}.")
    if item.case_line:
        yield Block("case", item.case_line)
    for name, word in SECTION_WORDS.items():
        if getattr(item, name):
            yield Block("label", word)
            yield from map(_block, read_parts(getattr(item, name), "–"))
    if item.attachments:
        yield Block("label", "Bilag")
        yield from (Block("line", name) for name in item.attachments)


def _block(part: Part) -> Block:
    kind = part["kind"]
    if kind == "table":
        return Block(kind, rows=tuple(map(tuple, part["rows"])))
    if kind in ("bullets", "numbers"):
        return Block(kind, entries=tuple(part["entries"]))
    return Block({"paragraph": "text", "heading": "subheading"}[kind], part["text"])


def known_lines(paper: Sample) -> list[str]:
    """Return the text of a paper, a block a line, without the lines that belong to the pages."""
    return [block.words for block in blocks_of(paper) if block.kind != "break"]


def known_record(paper: Sample) -> dict[str, Any]:
    """Return what a paper says, in the form of `MeetingRecord.to_json`, without what the parser derives from it."""
    people = [
        {
            "name": one.name, "party": one.party, "municipality": one.municipality, "status": one.status,
            "substitute_for": None,
        }
        for one in paper.participants
    ]  # fmt: skip
    return {
        "kind": paper.kind,
        "region": paper.region,
        "date": paper.date.isoformat(),
        "start_time": paper.start_time,
        "place": paper.place,
        "corrected": False,
        "draft": False,
        "participants": people,
        "items": list(map(_known_item, paper.items)),
    }


def _known_item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "caseworkers": [one for one in item.officers.split("/") if one],
        **{name: _prose(getattr(item, name)) for name in ("background", "recommendation", "presentation")},
        "decision": _prose(item.decision),
        "outcomes": list(item.outcomes),
        "asks_for": list(item.asks_for),
        "attachments": list(item.attachments),
        "tables": [table for name in SECTION_WORDS for table in _tables(name, getattr(item, name))],
    }


def _prose(text: str) -> str | None:
    """Return a text as records have it: without tables, list entries one a line."""
    prose = ""
    for part in read_parts(text, "–") if text else []:
        if part["kind"] in ("bullets", "numbers"):
            marks = [DASH if part["kind"] == "bullets" else f"{n}. " for n in range(1, len(part["entries"]) + 1)]
            prose += "".join(f"\n{mark}{entry}" for mark, entry in zip(marks, part["entries"], strict=True))
        elif part["kind"] != "table":
            prose += f"\n\n{part['text']}" if prose else part["text"]
    return prose or None


def _tables(section: str, text: str) -> Iterator[dict[str, Any]]:
    if "|" not in text:
        return
    before, table = text.strip().split("\n\n|", maxsplit=1)
    rows = table.partition("\n\n")[0].splitlines()
    paragraphs = (_prose(before) or "").split("\n\n")
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    yield {"section": section, "paragraph": len(paragraphs), "rows": cells, "header": True, "caption": ""}


def read_record(record: dict[str, Any]) -> dict[str, Any]:
    """Reduce a record read by the parser, as JSON data, to what is known of a paper."""
    items = []
    for item in record["items"]:
        decision = item["decision"] or {"text": None, "outcomes": []}
        reduced = {**item, "decision": decision["text"], "outcomes": decision["outcomes"]}
        items.append({name: reduced[name] for name in KNOWN_OF_ITEM})
    return {name: record[name] for name in KNOWN_OF_RECORD} | {"items": items}


KNOWN_OF_RECORD = "kind region date start_time place corrected draft participants".split()
KNOWN_OF_ITEM = (
    "number title case_number caseworkers background recommendation presentation decision outcomes asks_for "
    "attachments tables"
).split()
