"""The papers as blocks, for the writers of the corpus: Typst and LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.paper import Block
from tests.extractors.layouts import SECTIONS, Layout
from tests.extractors.meeting import COUNCIL, PEOPLE, PLACE, POINTS, PRINTED_DATE, START, Point


def blocks_of(layout: Layout) -> Iterator[Block]:
    """Yield the blocks of a paper in the order in which they are read."""
    yield Block("title", "REFERAT" if layout.kind == "minutes" else "DAGSORDEN")
    yield Block("title", COUNCIL.upper())
    yield Block("line", f"Dato: {PRINTED_DATE} {START}")
    yield Block("line", f"Sted: {PLACE}")
    yield Block("break")
    if layout.kind == "minutes":
        yield from _people()
    if layout.contents:
        yield Block("chapter", "Indholdsfortegnelse")
        yield from (Block("line", f"{one.number}. {one.title} ........ {3 + n // 3}") for n, one in enumerate(POINTS))
        yield Block("break")
    for point in POINTS:
        yield from _point(point, layout)


def _people() -> Iterator[Block]:
    yield Block("chapter", "Deltagerfortegnelse")
    for word, away in (("Deltagere", False), ("Afbud", True)):
        rows = tuple((one.name, one.party, one.municipality) for one in PEOPLE if one.away == away)
        yield Block("label", word)
        yield Block("table", rows=(("Navn", "Parti", "Kommune"), *rows))
    yield Block("break")


def _point(point: Point, layout: Layout) -> Iterator[Block]:
    yield Block("heading", point.title, f"{point.number}.")
    if point.case:
        yield Block("case", f"{point.case} asmk")
    for name in layout.order.split():
        if name == "attachments" and point.attachments:
            yield Block("label", SECTIONS[name])
            yield from (Block("line", one) for one in point.attachments)
        elif name != "attachments" and getattr(point, name) and (name, layout.kind) != ("decision", "agenda"):
            yield Block("label", SECTIONS[name])
            yield from _text(getattr(point, name))


def _text(text: str) -> Iterator[Block]:
    for paragraph in text.split("\n\n"):
        first, *entries = paragraph.split("\n– ")
        yield Block("text", first)
        if entries:
            yield Block("bullets", entries=tuple(entries))
