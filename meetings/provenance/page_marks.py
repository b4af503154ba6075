"""Marks on the picture of a page, and on the text beside it, where something was found.

The picture shows a page as it was read: turned, but not levelled. So the marks are in the coordinates of the layout,
from the upper left corner, and all together rotated by the page's skew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from meetings.pictures.bounds import PER_POINT
from meetings.provenance.page_text import LineSpan, PageText, Span
from meetings.provenance.repairs import DocumentLine, TextPart
from meetings.shared.page_layout import PageLayout, WordBox

A4 = 595.3, 841.9  # points
MARGIN = 1.2  # points by which a mark is larger than its word


class Mark(NamedTuple):
    """A rectangle on a page, in points from its upper left corner; `says` names it."""

    x: float
    y: float
    width: float
    height: float
    says: str = ""


@dataclass(frozen=True, slots=True)
class MarkedPicture:
    """The size of a page in points, what is marked on it, and by how many degrees clockwise its lines slope."""

    width: float = A4[0]
    height: float = A4[1]
    slope: float = 0.0
    marks: Sequence[Mark] = ()

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the smaller picture."""
        return max(1, round(self.width * PER_POINT)), max(1, round(self.height * PER_POINT))

    @property
    def rotation(self) -> str:
        """The `transform` of the marks in SVG."""
        return f"rotate({self.slope:g} {self.width / 2:g} {self.height / 2:g})" if self.slope else ""


class Segment(NamedTuple):
    """A piece of a line: a part of its text, and which of the things found it belongs to, counted from 1; 0 if none.

    The first segment of each thing `begins` it.
    """

    part: TextPart
    nth: int = 0
    begins: bool = False


class MarkedLine(NamedTuple):
    """A line of the text beside the picture; one without a number is a blank between paragraphs."""

    number: int
    segments: Sequence[Segment]


def marked_picture(layout: PageLayout | None, text: PageText, found: Iterable[Sequence[Span]]) -> MarkedPicture:
    """Return the marks of all that was found on a page, each as the parts of its running text that belong to it.

    Words side by side on a line have one mark. Without a layout nothing is marked.
    """
    if layout is None:
        return MarkedPicture()
    spans = [on_line for parts in found for span in parts for on_line in text.on_lines(span)]
    marks = [mark for boxes in _boxes(layout, text, spans) for mark in _marks(boxes, layout.height)]
    return MarkedPicture(layout.width, layout.height, layout.skew, list(dict.fromkeys(marks)))


def hidden_marks(layout: PageLayout) -> list[Mark]:
    """Return the marks of the texts that no reader of the page sees; each says why. For archivists alone."""
    return [_mark([WordBox(one.text, 0, *one[2:])], layout.height, str(one.reason)) for one in layout.hidden]


def marked_lines(text: PageText, found: Iterable[Sequence[Span]]) -> list[MarkedLine]:
    """Return the lines of a page, split where something was found."""
    by_line: dict[int, list[tuple[Span, int]]] = {}
    for nth, parts in enumerate(found, 1):
        for on_line in (one for span in parts for one in text.on_lines(span)):
            by_line.setdefault(on_line.line, []).append((on_line.columns, nth))
    begun: set[int] = set()
    return [MarkedLine(line.number, list(_segments(line, by_line.get(line.number, []), begun))) for line in text.lines]


def _segments(line: DocumentLine, found: Sequence[tuple[Span, int]], begun: set[int]) -> Iterator[Segment]:
    column = 0
    for part in line.parts:
        for piece, place in _split(part, column, found):
            nth = next((nth for span, nth in found if span.meets(place)), 0)
            if piece.text or piece.before:
                yield Segment(piece, nth, bool(nth) and nth not in begun)
                begun.add(nth)
        column += len(part.text)


def _split(part: TextPart, column: int, found: Sequence[tuple[Span, int]]) -> Iterator[tuple[TextPart, Span]]:
    """Yield a part in pieces, each with its columns; a repaired word stays whole."""
    end = column + len(part.text)
    edges = {edge for span, _nth in found for edge in span if column < edge < end} if part.before is None else set()
    for start, stop in zip(places := sorted({column, end, *edges}), places[1:], strict=False):
        yield TextPart(part.text[start - column : stop - column], part.before), Span(start, stop)
    if not part.text:  # a word that repair removed
        yield part, Span(column, column)


def _boxes(layout: PageLayout, text: PageText, spans: Sequence[LineSpan]) -> Iterator[list[WordBox]]:
    """Yield the boxes of the words that each span has on its line."""
    words: dict[int, list[WordBox]] = {}
    for box in layout.words():
        words.setdefault(box.line + 1, []).append(box)
    lines = {line.number: line for line in text.lines}
    for number, columns in spans:
        placed = _columns(lines[number].parts, words.get(number, []))
        yield [box for box, place in placed if place.meets(columns)]


def _columns(parts: Sequence[TextPart], words: Iterable[WordBox]) -> Iterator[tuple[WordBox, Span]]:
    """Yield the words of a line as read, each with its columns in the line as repaired."""
    read, at = "".join(part.text if part.before is None else part.before for part in parts), 0
    for box in words:
        start = read.find(box.text, at)
        if start >= 0:
            at = start + len(box.text)
            yield box, Span(_repaired(parts, start, last=False), _repaired(parts, at, last=True))


def _repaired(parts: Sequence[TextPart], column: int, *, last: bool) -> int:
    """Return the column in a line as repaired of a column as read; within a repair its beginning, or with `last` its
    end."""
    read = repaired = 0
    for text, before in parts:
        length = len(text if before is None else before)
        if column < read + length or (last and column == read + length):
            inside = column - read
            return repaired + (inside if before is None else len(text) if last and inside else 0)
        read, repaired = read + length, repaired + len(text)
    return repaired


def _marks(boxes: Sequence[WordBox], height: float) -> Iterator[Mark]:
    """Yield the marks around words; those a space apart at one height share one."""
    run: list[WordBox] = []
    for box in boxes:
        if run and (box.y0 != run[-1].y0 or box.x0 - run[-1].x1 > box.y1 - box.y0):
            yield _mark(run, height)
            run = []
        run.append(box)
    if run:
        yield _mark(run, height)


def _mark(boxes: Sequence[WordBox], height: float, says: str = "") -> Mark:
    x0, x1 = min(one.x0 for one in boxes) - MARGIN, max(one.x1 for one in boxes) + MARGIN
    y0, y1 = min(one.y0 for one in boxes) - MARGIN, max(one.y1 for one in boxes) + MARGIN
    return Mark(round(x0, 1), round(height - y1, 1), round(x1 - x0, 1), round(y1 - y0, 1), says)
