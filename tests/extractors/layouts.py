"""The papers as HTML: three kinds, and one layout for each way in which real papers differ."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from tests.extractors.meeting import COUNCIL, PEOPLE, PLACE, POINTS, PRINTED_DATE, START, Person, Point

SECTIONS = {
    "background": "Baggrund",
    "recommendation": "Indstilling",
    "presentation": "Sagsfremstilling",
    "attachments": "Bilag",
    "decision": "Beslutning",
}


class Layout(NamedTuple):
    """How a paper is set."""

    kind: str = "minutes"
    contents: bool = False
    heading: str = "{number}. {title}"
    order: str = "background recommendation presentation attachments decision"
    names: bool = True  # whether sections have headings
    left: bool = False  # whether the headings stand in a column to the left
    columns: bool = False  # whether the text runs in two columns, as in a newspaper
    people: str = "lines"  # lines, table, pairs (two in a line), places (by municipality)
    decision_name: str = "Beslutning"
    foot: tuple[str, str] = (f'"{COUNCIL} | {PRINTED_DATE}"', '"SIDE | " counter(page)')  # left and right, in CSS


LAYOUTS = {
    "agenda-2010s": Layout(
        kind="agenda",
        contents=True,
        heading="{number}.<br>{title}",
        foot=('""', '"Side " counter(page) " af " counter(pages)'),
    ),
    "minutes-today": Layout(people="table", contents=True),
    "minutes-firstagenda": Layout(
        heading="Punkt {number}: {title}",
        order="decision recommendation background presentation attachments",
        decision_name="Beslutninger",
        foot=('"Referat"', "counter(page)"),
    ),
    "contents-list": Layout(contents=True),
    "number-alone": Layout(heading="{number}.<br>{title}"),
    "title-first": Layout(heading="{title}<br>{number}."),
    "punkt-open": Layout(heading="Punkt {number} (Åbent)<br>{title}"),
    "decision-first": Layout(order="decision background recommendation presentation attachments"),
    "left-column": Layout(left=True),
    "no-names": Layout(names=False, order="background recommendation presentation decision"),
    "newspaper": Layout(columns=True),
    "people-table": Layout(people="table"),
    "people-pairs": Layout(people="pairs"),
    "people-places": Layout(people="places"),
}

STYLE = """
@page { size: A4; margin: 25mm 22mm 25mm 28mm; @bottom-left { content: LEFT; font-size: 9pt }
  @bottom-right { content: RIGHT; font-size: 9pt } }
body { font-family: "Liberation Serif"; font-size: 11pt; line-height: 1.3; hyphens: auto; margin: 0 }
p { margin: 0 0 9pt 0 } h1 { font-size: 20pt } h2 { font-size: 14pt; margin: 18pt 0 8pt }
h3 { font-size: 11pt; margin: 12pt 0 4pt } h2, h3 { break-after: avoid }
ul { list-style-type: "–  "; margin: 0 0 9pt; padding-left: 16pt }
.break { break-before: page }
.contents td, .pairs td, .left td { vertical-align: top; padding: 1pt 12pt 1pt 0 } .left td:first-child { width: 34mm }
.people td, .people th { border: 0.5pt solid; padding: 3pt 16pt 3pt 4pt; text-align: left }
table { border-collapse: collapse; margin: 0 0 10pt } .columns { column-count: 2; column-gap: 9mm; text-align: justify }
"""


def write_html(layout: Layout) -> str:
    """Return a paper as one HTML file."""
    body = "\n".join([*_front(layout), *_people(layout), *_contents(layout), *_points(layout)])
    left, right = layout.foot
    style = STYLE.replace("LEFT", left).replace("RIGHT", right)
    return (
        f'<!DOCTYPE html><html lang="da"><meta charset="utf-8"><style>{style}</style><body>\n{body}\n</body></html>\n'
    )


def _front(layout: Layout) -> Iterator[str]:
    yield f"<h1>{'REFERAT' if layout.kind == 'minutes' else 'DAGSORDEN'}</h1><h1>{COUNCIL.upper()}</h1>"
    yield f"<p>Dato: {PRINTED_DATE} {START}</p><p>Sted: {escape(PLACE)}</p>"


def _people(layout: Layout) -> Iterator[str]:
    if layout.kind != "minutes":
        return
    yield '<h2 class="break">Deltagerfortegnelse</h2>'
    for word, away in (("Deltagere", False), ("Afbud", True)):
        yield f"<h3>{word}</h3>"
        yield from _list([one for one in PEOPLE if one.away == away], layout.people)


def _list(people: list[Person], form: str) -> Iterator[str]:
    lines = [f"{one.name} ({one.party}) {one.municipality} Kommune" for one in people]
    if form == "table":
        cells = [f"<td>{one.name}<td>{one.party}<td>{one.municipality}" for one in people]
        yield f'<table class="people"><tr><th>Navn<th>Parti<th>Kommune<tr>{"<tr>".join(cells)}</table>'
    elif form == "pairs":
        yield f'<table class="pairs">{"".join(f"<tr><td>{a}<td>{b}" for a, b in _pairs(lines))}</table>'
    elif form == "places":
        yield from (f"<p>{one.municipality} Kommune: {one.name} ({one.party})</p>" for one in people)
    else:
        yield from (f"<p>{line}</p>" for line in lines)


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    padded = [*lines, ""] if len(lines) % 2 else lines
    return list(zip(padded[::2], padded[1::2], strict=True))


def _contents(layout: Layout) -> Iterator[str]:
    if layout.contents:
        rows = "".join(f"<tr><td>{one.number}.<td>{one.title}<td>{3 + n // 3}" for n, one in enumerate(POINTS))
        yield f'<h2 class="break">Indholdsfortegnelse</h2><table class="contents">{rows}</table>'


def _points(layout: Layout) -> Iterator[str]:
    yield f'<div class="break{" columns" if layout.columns else ""}">'
    for point in POINTS:
        yield f"<h2>{layout.heading.format(number=point.number, title=point.title)}</h2>"
        if point.case:
            yield f"<p>{point.case} asmk</p>"
        yield from _sections(point, layout)
    yield "</div>"


def _sections(point: Point, layout: Layout) -> Iterator[str]:
    for name in layout.order.split():
        text = _text(point, name)
        if not text or (name == "decision" and layout.kind == "agenda"):
            continue
        word = layout.decision_name if name == "decision" else SECTIONS[name]
        if layout.left:
            yield f'<table class="left"><tr><td><b>{word}</b><td>{text}</table>'
        else:
            yield (f"<h3>{word}</h3>" if layout.names else "") + text


def _text(point: Point, name: str) -> str:
    if name == "attachments":
        return "".join(f"<p>{escape(one)}</p>" for one in point.attachments)
    paragraphs = getattr(point, name).split("\n\n") if getattr(point, name) else []
    return "".join(map(_paragraph, paragraphs))


def _paragraph(text: str) -> str:
    first, *entries = text.split("\n– ")
    listed = "".join(f"<li>{escape(entry)}</li>" for entry in entries)
    return f"<p>{escape(first)}</p>" + (f"<ul>{listed}</ul>" if listed else "")


def known_people(layout: Layout) -> set[tuple[str, str, str, str]]:
    """Return name, party, municipality and status of everyone in the list of participants."""
    people = PEOPLE if layout.kind == "minutes" else ()
    return {(one.name, one.party, one.municipality, "absent" if one.away else "present") for one in people}


def known_items(layout: Layout) -> list[tuple[str, str]]:
    """Return the items by number and title; all kinds of paper have them."""
    return [(point.number, point.title) for point in POINTS]


def known_sections(layout: Layout) -> dict[tuple[str, str], str]:
    """Return the texts by number and section, one space between words; without headings all of an item is one text."""
    found = {
        (point.number, name): " ".join(getattr(point, name).split())
        for point in POINTS
        for name in layout.order.split()
        if name != "attachments" and (name, layout.kind) != ("decision", "agenda") and getattr(point, name)
    }
    return found if layout.names else joined(found)


def joined(sections: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Return the sections of each item as one text, its words in alphabetical order."""
    words: dict[tuple[str, str], list[str]] = {}
    for (number, _name), text in sections.items():
        words.setdefault((number, "all"), []).extend(text.split())
    return {number: " ".join(sorted(some)) for number, some in words.items()}


def known_outcomes(layout: Layout) -> dict[str, set[str]]:
    """Return the outcomes of the items that have any."""
    return {point.number: set(point.outcomes) for point in POINTS if point.outcomes and layout.kind == "minutes"}
