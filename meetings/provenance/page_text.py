"""The text of a page as it is searched and as it is printed: words in reading order, and the columns of its lines.

A search and an item's text know nothing of lines: words broken over two lines are whole there, and letters repaired. So
a page is read as running text, in which words are found, and each place in it leads back to columns of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from meetings.provenance.repairs import DocumentLine, TextPart, single_spaced

_BROKEN = re.compile(r"(?P<head>\w*[^\W\d])(?P<hyphen>[-\u00ad\u2010])$")
_GOES_ON = re.compile(r"(?!(?:og|eller|samt)\b)[a-zæøåéü]")
# A hyphen belongs to the word after these: it-drift, e-handel.
_KEEPS_HYPHEN = re.compile(r"it|edb|\w", re.IGNORECASE)


class Span(NamedTuple):
    """A part of a text: from `start` to before `end`."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Return whether two parts have a letter in common."""
        return self.start < other.end and other.start < self.end


class LineSpan(NamedTuple):
    """A part of a line, by the line's number and its columns as repaired."""

    line: int
    columns: Span


class _Run(NamedTuple):
    """A line within the running text, and the column of the line that stands at the beginning of `place`."""

    line: int
    place: Span
    column: int


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page, blank ones reduced, and its running text, in which paragraphs are separated by line ends."""

    lines: Sequence[DocumentLine]
    text: str
    runs: Sequence[_Run]

    def on_lines(self, span: Span) -> Iterator[LineSpan]:
        """Yield the parts of lines that a part of the running text stands on, with the hyphens of broken words."""
        for run in self.runs:
            if run.place.meets(span):
                shift = run.column - run.place.start
                start, end = max(span.start, run.place.start), min(span.end, run.place.end)
                goes_on = span.end > run.place.end and self.text[run.place.end : run.place.end + 1].isalpha()
                yield LineSpan(run.line, Span(start + shift, end + shift + goes_on))


def read_page_text(lines: Sequence[DocumentLine]) -> PageText:
    """Return the text of a page from its lines (`repairs.lines_of_page`)."""
    shown = single_spaced(lines)
    text, runs, between = "", list[_Run](), ""
    for line in shown:
        raw = printed(line.parts)
        if not raw.strip():
            between = "\n"
            continue
        begins = raw.lstrip()
        if text and not between:
            text, between = _joined(text, begins)
            runs[-1] = runs[-1]._replace(place=Span(runs[-1].place.start, min(runs[-1].place.end, len(text))))
        text += between
        runs.append(_Run(line.number, Span(len(text), len(text) + len(begins.rstrip())), len(raw) - len(begins)))
        text, between = text + begins.rstrip(), ""
    return PageText(shown, text, runs)


def printed(parts: Sequence[TextPart]) -> str:
    """Return a line as repaired, with its blanks."""
    return "".join(part.text for part in parts)


def _joined(text: str, following: str) -> tuple[str, str]:
    """Return a text to which a line is to be joined, without the hyphen of a broken word, and what comes between."""
    broken = _BROKEN.search(text)
    if not broken or not _GOES_ON.match(following):
        return text, " "
    keeps = broken["hyphen"] != "\u00ad" and _KEEPS_HYPHEN.fullmatch(broken["head"])
    return (text, "") if keeps else (text[:-1], "")
