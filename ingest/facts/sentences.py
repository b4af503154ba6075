"""The sentences of an item's texts and tables, each with the section in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.facts.dates import IS_A_DATE
from ingest.records import DecisionRecord, ItemRecord, TableRecord

LONGEST = 2_000  # letters; a longer one is no sentence
BULLET = "– "
_SECTIONS = ("background", "recommendation", "presentation", "decision")
_MONTH = r"(?:Jan|Feb|Mar|Apr|Maj|Jun|Jul|Aug|Sep|Okt|Nov|Dec)"
# A full stop after an abbreviation, an initial, or the number of a day or of the third of something ends no sentence.
_NO_END = re.compile(
    r"(?:\b(?:[A-ZÆØÅ]|kl|nr|stk|jf|ca|bl\.a|f\.eks|fx|evt|inkl|ekskl|hhv|dr|ift|ifm|mhp|iht|ang|red|henh|vedr|pba|ml|pr|mio|mia|tlf|st|"
    r"(?:[Dd]en|[Dd]et|§|stk\.|pkt\.)\s*\d{1,2}|[Pp]kt|d|tkr|vha|mht|sml|afd|m\.fl|o\.a|på|incl))\.$"
)
_END = re.compile(rf"[.!?][”\"»)]?\s+(?=[”\"«»(]?[A-ZÆØÅ])(?!{_MONTH}[a-z]*\b)")


class Sentence(NamedTuple):
    """A sentence, the section it stands in ("title" for the item's title), and the one above it in that section.

    A list entry begins with "– "; a date that stands as a heading of its own stands before the first sentence below.
    """

    text: str
    section: str
    before: str = ""


def read_sentences(item: ItemRecord) -> list[Sentence]:
    """Return the sentences of an item, section by section, rows of tables below the prose of their section."""
    found: list[Sentence] = []
    for section in _SECTIONS:
        written = getattr(item, section)
        prose = _of_prose((written.text if isinstance(written, DecisionRecord) else written) or "")
        rows = (row for table in item.tables if table.section == section for row in _of_table(table))
        before = ""
        for sentence in (*prose, *rows):
            if len(sentence) <= LONGEST:
                found.append(Sentence(sentence, section, before))
                before = sentence
    return found


def split_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph."""
    start = 0
    for end in _END.finditer(text):
        if not _NO_END.search(text[max(start, end.start() - 12) : end.start() + 1]):
            yield text[start : end.end()].strip()
            start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


def _of_prose(text: str) -> Iterator[str]:
    day = ""
    for paragraph in filter(str.strip, text.split("\n")):
        if IS_A_DATE.match(paragraph):
            day = paragraph.strip().rstrip(":") + " "
            continue
        for sentence in split_sentences(paragraph):
            yield day + sentence
            day = ""


def _of_table(table: TableRecord) -> Iterator[str]:
    """Yield a table's rows; those of a narrow column, which is broken into lines, joined into what they say."""
    rows = [[cell for cell in row if cell] for row in table.rows]
    if 3 * sum(len(row) > 1 for row in rows) >= len(rows):
        yield from (" | ".join(row) for row in rows if row)
        return
    text = ""
    for row in filter(None, rows):
        if text and (text.endswith((":", ".")) or row[0].startswith("-")):
            yield text
            text = ""
        text = f"{text} {' '.join(row)}".strip()
    if text:
        yield text
