"""Repaired words in what pages show: which words of a text were read otherwise, and how the text stood before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from meetings.models import AgendaItem, Document

SECTIONS = ("title", "background", "recommendation", "presentation", "decision", "attachments")
# Words of a page's HTML; tags and entities are passed over.
_PIECE = re.compile(r"<[^>]*>|&#?\w+;|\w+")
# A word that the text no longer has must not keep those after it from being found.
AHEAD = 8


class TextPart(NamedTuple):
    """A piece of text as it is to be read and, where that differs, as it came."""

    text: str
    before: str | None = None


@dataclass(frozen=True)
class RepairedText:
    """The repaired words of one text in its order, as (before, after), and which of the two a page shows."""

    words: Sequence[tuple[str, str]]
    original: bool


def visible_repairs(item: AgendaItem, *, original: bool) -> dict[str, RepairedText]:
    """Return the repaired words of an item's texts by section."""
    return {
        section: RepairedText([(before, after) for name, before, after in item.repairs if name == section], original)
        for section in SECTIONS
    }


def find_repaired(text: str, words: Sequence[tuple[str, str]]) -> Iterator[TextPart]:
    """Part a text, or its HTML, at its repaired words, found in order; one that the text does not have is passed by."""
    waiting = list(words)
    done = 0
    for match in _PIECE.finditer(text):
        at = next((n for n, (_, after) in enumerate(waiting[:AHEAD]) if after == match[0]), None)
        if at is not None:
            yield TextPart(text[done : match.start()])
            yield TextPart(match[0], waiting[at][0])
            done = match.end()
            del waiting[: at + 1]
    yield TextPart(text[done:])


class DocumentLine(NamedTuple):
    """A line of a document, parted where it was repaired."""

    parts: tuple[TextPart, ...]

    @property
    def text(self) -> str:
        """The line as it is to be read, without blanks around it."""
        return "".join(part.text for part in self.parts).strip()

    @property
    def is_changed(self) -> bool:
        return len(self.parts) > 1


def page_lines(document: Document) -> list[list[DocumentLine]]:
    """Return a document's pages line by line."""
    changes: dict[tuple[int, int], list[tuple[int, str, str]]] = {}
    for page, line, column, before, after in document.changes:
        changes.setdefault((page, line), []).append((column, before, after))
    return [
        [DocumentLine(tuple(_parts(line, changes.get((number, at), [])))) for at, line in enumerate(page.split("\n"))]
        for number, page in enumerate(document.text.split("\f"), 1)
    ]


def page_parts(document: Document) -> list[list[TextPart]]:
    """Return a document's pages as they are to be read, split where they were repaired, blank lines reduced."""
    return [
        [part for at, line in enumerate(lines) for part in ((TextPart("\n"), *line.parts) if at else line.parts)]
        for lines in map(single_spaced, page_lines(document))
    ]


def single_spaced(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Return a page's lines with one blank line at most between two.

    Many programs that extract text put a blank line after every line; where most lines are parted so, one blank line
    says nothing, and more of them end a paragraph.
    """
    written = [at for at, line in enumerate(lines) if line.text]
    gaps = [after - before - 1 for before, after in pairwise(written)]
    least = 1 if 2 * sum(map(bool, gaps)) > len(gaps) else 0
    spaced = [
        [lines[at], *([DocumentLine(())] if gap > least else [])] for at, gap in zip(written, [*gaps, 0], strict=False)
    ]
    return [line for group in spaced for line in group]


def _parts(line: str, changes: Sequence[tuple[int, str, str]]) -> Iterator[TextPart]:
    done = 0
    for column, before, after in sorted(changes):
        yield TextPart(line[done:column])
        yield TextPart(after, before)
        done = column + len(before)
    yield TextPart(line[done:])
