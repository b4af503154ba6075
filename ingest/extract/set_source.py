"""From the layouts of a document's pages, whether just extracted or stored, to a source of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.extract.layout import Row, line_text, set_pages
from ingest.extract.spread_lines import join_spread
from ingest.records import Page, Source
from meetings.shared.page_layout import PageLayout
from meetings.shared.vocabulary import PageOrigin

BESIDE_LETTERS = 60  # at most, of words on their side; more are a table or a text of their own
LARGER = 1.08  # of the body's type size; type set by hand or scaled to fit differs by a few per cent


def set_source(layouts: Sequence[PageLayout]) -> Source:
    """Set the lines of every page. Scanned pages have a line pitch of their own.

    Positions are rounded as they are stored, so that a document read again from its stored pages has the same lines.
    """
    layouts = [replace(layout, rows=join_spread(layout.rows)) for layout in (one.rounded() for one in layouts)]
    lines: dict[int, list[Row]] = {}
    for origin in dict.fromkeys(layout.origin for layout in layouts):
        those = [layout for layout in layouts if layout.origin == origin]
        lines.update(zip((one.number for one in those), set_pages([one.rows for one in those]), strict=True))
    body = _body_size(layouts)
    pages = tuple(_page(layout, lines[layout.number], body) for layout in layouts)
    marks = dict.fromkeys(mark for layout in layouts for mark in layout.marks)
    return Source("pdf", pages, marks=tuple(marks))


def _page(layout: PageLayout, lines: Sequence[Row], body: tuple[float, bool]) -> Page:
    line_of = {id(piece): at for at, row in enumerate(lines) for piece in row}
    placed = tuple(tuple(piece._replace(line=line_of[id(piece)]) for piece in row) for row in layout.rows)
    return Page(
        number=layout.number,
        lines=tuple(map(line_text, lines)),
        origin=layout.origin,
        confidence=layout.confidence,
        failure=layout.failure,
        wants_ocr=layout.wants_ocr,
        strong=frozenset(at for at, row in enumerate(lines) if row and _is_strong(row, layout.origin, body)),
        beside=_beside(lines),
        notes=layout.notes,
        hidden=layout.hidden,
        layout=replace(layout, rows=placed).pack(),
    )


def _beside(lines: Sequence[Row]) -> frozenset[int]:
    """Return the indexes of the lines that run up or down beside the text, if they are but a few words.

    `ingest.extract.pdf` puts them at the foot of the page, without the places of their words.
    """
    found = [n for n, row in enumerate(lines) if row and all(piece.y == 0 and not piece.words for piece in row)]
    letters = sum(len(piece.text) for n in found for piece in lines[n])
    return frozenset(found if letters <= BESIDE_LETTERS and len(found) < sum(map(bool, lines)) else ())


def _body_size(layouts: Iterable[PageLayout]) -> tuple[float, bool]:
    """Return the type size, to half a point, of most letters of a document, and whether they are bold."""
    letters: Counter[tuple[float, bool]] = Counter()
    for layout in layouts:
        for row in layout.rows:
            for piece in row:
                letters[round(piece.height * 2) / 2, piece.bold] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else (0.0, False)


def _is_strong(row: Row, origin: PageOrigin, body: tuple[float, bool]) -> bool:
    """Return whether a line is set in bolder or larger type than the body. OCR tells neither reliably."""
    size, bold = body
    if origin != PageOrigin.FILE:
        return False
    larger = min(piece.height for piece in row) > size * LARGER
    return larger or (not bold and all(piece.bold for piece in row))
