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


class Part(NamedTuple):
    """A piece of text as it is to be read and, where that differs, as it came."""

    text: str
    before: str | None = None


@dataclass(frozen=True)
class Shown:
    """The repaired words of one text in its order, as (before, after), and which of the two a page shows."""

    words: Sequence[tuple[str, str]]
    original: bool


def shown_repairs(item: AgendaItem, *, original: bool) -> dict[str, Shown]:
    """Give the repaired words of an item's texts by section."""
    return {
        section: Shown([(before, after) for name, before, after in item.repairs if name == section], original)
        for section in SECTIONS
    }


def find_repaired(text: str, words: Sequence[tuple[str, str]]) -> Iterator[Part]:
    """Part a text, or its HTML, at its repaired words, found in order; one that the text does not have is passed by."""
    waiting = list(words)
    done = 0
    for match in _PIECE.finditer(text):
        at = next((n for n, (_, after) in enumerate(waiting[:AHEAD]) if after == match[0]), None)
        if at is not None:
            yield Part(text[done : match.start()])
            yield Part(match[0], waiting[at][0])
            done = match.end()
            del waiting[: at + 1]
    yield Part(text[done:])


class Line(NamedTuple):
    """A line of a document, parted where it was repaired."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The line as it is to be read, without blanks around it."""
        return "".join(part.text for part in self.parts).strip()

    @property
    def is_changed(self) -> bool:
        return len(self.parts) > 1


def page_lines(document: Document) -> list[list[Line]]:
    """Give a document's pages line by line."""
    changes: dict[tuple[int, int], list[tuple[int, str, str]]] = {}
    for page, line, column, before, after in document.changes:
        changes.setdefault((page, line), []).append((column, before, after))
    return [
        [Line(tuple(_parts(line, changes.get((number, at), [])))) for at, line in enumerate(page.split("\n"))]
        for number, page in enumerate(document.text.split("\f"), 1)
    ]


def page_parts(document: Document) -> list[list[Part]]:
    """Give a document's pages as they are to be read, parted where they were repaired, without needless blank lines."""
    return [
        [part for at, line in enumerate(lines) for part in ((Part("\n"), *line.parts) if at else line.parts)]
        for lines in map(single_spaced, page_lines(document))
    ]


def single_spaced(lines: Sequence[Line]) -> list[Line]:
    """Give a page's lines with one blank line at most between two.

    Many programs that extract text put a blank line after every line; where most lines are parted so, one blank line
    says nothing, and more of them end a paragraph.
    """
    written = [at for at, line in enumerate(lines) if line.text]
    gaps = [after - before - 1 for before, after in pairwise(written)]
    least = 1 if 2 * sum(map(bool, gaps)) > len(gaps) else 0
    spaced = [[lines[at], *([Line(())] if gap > least else [])] for at, gap in zip(written, [*gaps, 0], strict=False)]
    return [line for group in spaced for line in group]


def _parts(line: str, changes: Sequence[tuple[int, str, str]]) -> Iterator[Part]:
    done = 0
    for column, before, after in sorted(changes):
        yield Part(line[done:column])
        yield Part(after, before)
        done = column + len(before)
    yield Part(line[done:])
