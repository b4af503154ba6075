"""What stands where on a page: the pieces of text with the places of their words, and their packed form.

Packed layouts are stored with a document, so that it can be read again without its file, and so that a page can be
shown as a picture with words marked. Positions are in points from the lower left corner of the page as it is read:
cropped as a viewer shows it, and turned until its lines run from left to right.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from meetings.shared.vocabulary import HiddenReason, PageOrigin

# Positions are stored in tenths of a point, which is a sixth of a pixel on a screen.
STEPS = 10
# The share of the type size by which letters stand out above and below the baseline.
ASCENT, DESCENT = 0.78, 0.22


class Piece(NamedTuple):
    """A run of text on one baseline: its edges, the baseline `y` and the type size `height`, all in points.

    `words` has the left and right edges of each blank-separated word of the text, alternating; empty where they are not
    known. `line` is the index of the page's line on which the piece was set.
    """

    text: str
    x0: float
    x1: float
    y: float
    height: float
    bold: bool = False
    words: tuple[float, ...] = ()
    line: int = 0


class WordBox(NamedTuple):
    """A word of a page, the index of its line, and its box in points."""

    text: str
    line: int
    x0: float
    y0: float
    x1: float
    y1: float


class HiddenText(NamedTuple):
    """Text that the file has on a page and a reader does not see: why, and its box in points."""

    text: str
    reason: HiddenReason
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page, numbered from 1, `width` by `height` points as it is read.

    `rows` are its pieces, top to bottom, left to right. `turn` says by how many degrees clockwise the page as a viewer
    shows it was turned to be read, `skew` by how many, counterclockwise, a scan was levelled. `marks` are the texts of
    watermarks, `notes` what the reading was not sure of, in Danish sentences. The origin, confidence, failure and
    `wants_ocr` are those of `ingest.records.Page`.
    """

    number: int
    width: float
    height: float
    rows: tuple[tuple[Piece, ...], ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    turn: int = 0
    skew: float = 0.0
    origin: PageOrigin = PageOrigin.FILE
    confidence: float | None = None
    failure: str = ""
    wants_ocr: bool = False

    def words(self) -> Iterator[WordBox]:
        """Yield the words of the page, piece by piece; a piece whose words have no places is one word."""
        for row in self.rows:
            for piece in row:
                yield from _words(piece)

    def lines(self) -> list[str]:
        """Return the text of each row."""
        return [" ".join(piece.text for piece in row) for row in self.rows]

    def rounded(self) -> PageLayout:
        """Return the layout with positions as they are stored, so that storing and reading it changes nothing."""
        width, height = _steps(self.width) / STEPS, _steps(self.height) / STEPS
        rows = tuple(tuple(map(_rounded, row)) for row in self.rows)
        return replace(
            self, width=width, height=height, rows=rows, hidden=hidden_from_json(hidden_to_json(self.hidden))
        )

    def pack(self) -> bytes:
        """Return the layout, without the hidden text, as compressed JSON: about 2 kB for a page of text."""
        data = {
            "n": self.number,
            "size": [_steps(self.width), _steps(self.height)],
            "rows": [[_packed(piece) for piece in row] for row in self.rows],
            "marks": self.marks,
            "notes": self.notes,
            "turn": self.turn,
            "skew": self.skew,
            "origin": self.origin,
            "confidence": self.confidence,
            "failure": self.failure,
            "wants_ocr": self.wants_ocr,
        }
        return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())

    @classmethod
    def unpack(cls, packed: bytes, hidden: Sequence[HiddenText] = ()) -> PageLayout:
        """Make a layout from what `pack` returned. Raises KeyError, ValueError or zlib.error on other data."""
        data = json.loads(zlib.decompress(packed))
        return cls(
            number=data["n"],
            width=data["size"][0] / STEPS,
            height=data["size"][1] / STEPS,
            rows=tuple(tuple(_unpacked(piece) for piece in row) for row in data["rows"]),
            hidden=tuple(hidden),
            marks=tuple(data["marks"]),
            notes=tuple(data["notes"]),
            turn=data["turn"],
            skew=data["skew"],
            origin=PageOrigin(data["origin"]),
            confidence=data["confidence"],
            failure=data["failure"],
            wants_ocr=data["wants_ocr"],
        )

    def with_note(self, note: str) -> PageLayout:
        """Return the layout with one more note."""
        return replace(self, notes=(*self.notes, note))


def hidden_to_json(hidden: Sequence[HiddenText]) -> list[list[Any]]:
    """Return hidden texts as JSON data."""
    return [[one.text, str(one.reason), *(round(edge, 1) for edge in one[2:])] for one in hidden]


def hidden_from_json(data: Sequence[Sequence[Any]]) -> tuple[HiddenText, ...]:
    """Make hidden texts from what `hidden_to_json` returned."""
    return tuple(HiddenText(text, HiddenReason(reason), *edges) for text, reason, *edges in data)


def _words(piece: Piece) -> Iterator[WordBox]:
    low, high = piece.y - DESCENT * piece.height, piece.y + ASCENT * piece.height
    texts = piece.text.split()
    if len(piece.words) != 2 * len(texts):
        yield WordBox(piece.text, piece.line, piece.x0, low, piece.x1, high)
        return
    for at, text in enumerate(texts):
        yield WordBox(text, piece.line, piece.words[2 * at], low, piece.words[2 * at + 1], high)


def _rounded(piece: Piece) -> Piece:
    text, x0, x1, y, height, bold, words, line = piece
    x0, x1, y, height = (round(edge * STEPS) / STEPS for edge in (x0, x1, y, height))
    return Piece(text, x0, x1, y, height, bold, tuple([round(edge * STEPS) / STEPS for edge in words]), line)


def _packed(piece: Piece) -> list[Any]:
    text, x0, x1, y, height, bold, words, line = piece
    edges = [round(edge * STEPS) for edge in (x0, x1, y, height)]
    return [text, *edges, int(bold), line, [round(edge * STEPS) for edge in words]]


def _unpacked(data: list[Any]) -> Piece:
    text, x0, x1, y, height, bold, line, words = data
    x0, x1, y, height = (edge / STEPS for edge in (x0, x1, y, height))
    return Piece(text, x0, x1, y, height, bool(bold), tuple(edge / STEPS for edge in words), line)


def _steps(points: float) -> int:
    return round(points * STEPS)
