"""Repaired words in displayed text: which words of a text were repaired, and what they were before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from meetings.models import AgendaItem, Document

SECTIONS = ("title", "background", "recommendation", "presentation", "decision", "attachments")
# Words in HTML. Tags and entities match as well, so that no word is found within them.
_PIECE = re.compile(r"<[^>]*>|&#?\w+;|\w+")
# How many repaired words to look ahead: one that the text no longer has must not hide those after it.
AHEAD = 8


class TextPart(NamedTuple):
    """A piece of text as repaired and, if that differs, as it was extracted."""

    text: str
    before: str | None = None


@dataclass(frozen=True)
class RepairedText:
    """The repaired words of one text in order, as (before, after), and which of the two a page shows."""

    words: Sequence[tuple[str, str]]
    original: bool


def visible_repairs(item: AgendaItem, *, original: bool) -> dict[str, RepairedText]:
    """Return the repaired words of an item's texts, by section."""
    return {
        section: RepairedText([(before, after) for name, before, after in item.repairs if name == section], original)
        for section in SECTIONS
    }


def find_repaired(text: str, words: Sequence[tuple[str, str]]) -> Iterator[TextPart]:
    """Yield a text, or its HTML, split at its repaired words, in order; words that the text lacks are skipped."""
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
    """A line of a document, split where it was repaired, and its number on the page, from 1; 0 if it was put in."""

    parts: tuple[TextPart, ...]
    number: int = 0

    @property
    def text(self) -> str:
        """The line as repaired, without surrounding blanks."""
        return "".join(part.text for part in self.parts).strip()

    @property
    def is_changed(self) -> bool:
        return len(self.parts) > 1


def page_lines(document: Document) -> list[list[DocumentLine]]:
    """Return a document's pages, each as a list of lines."""
    pages = enumerate(document.text.split("\f"), 1)
    return [lines_of_page(page, document.changes, number) for number, page in pages]


def lines_of_page(text: str, changes: Iterable[tuple[int, int, int, str, str]], number: int) -> list[DocumentLine]:
    """Return the lines of a page (from 1) from its text before repair and the changes of its document."""
    of_line: dict[int, list[tuple[int, str, str]]] = {}
    for page, line, column, before, after in changes:
        if page == number:
            of_line.setdefault(line, []).append((column, before, after))
    lines = enumerate(text.split("\n"))
    return [DocumentLine(tuple(_parts(line, of_line.get(at, []))), at + 1) for at, line in lines]


def page_parts(document: Document) -> list[list[TextPart]]:
    """Return a document's pages as repaired, split at the repairs, with blank lines reduced."""
    return [
        [part for at, line in enumerate(lines) for part in ((TextPart("\n"), *line.parts) if at else line.parts)]
        for lines in map(single_spaced, page_lines(document))
    ]


def single_spaced(lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """Return a page's lines with at most one blank line between two.

    Many programs that extract text put a blank line after every line; where most lines are separated so, a single
    blank line means nothing, and two or more end a paragraph.
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
