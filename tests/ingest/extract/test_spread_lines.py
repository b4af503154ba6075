"""Wide gaps between the words of a justified line separate no cells; those of a table do."""

from __future__ import annotations

from ingest.pipeline import read_source
from tests.ingest.typeset import typeset

PAGE = '#set page(width: 210mm, height: 297mm, margin: 25mm)\n#set text(size: 10pt, lang: "da")\n'
NAMES = [
    "Torben Ege (A) Viborg Kommune",
    "Ann-Mari Kjær (V) Skive Kommune",
    "Birthe Hvam (C) Lemvig Kommune",
    "Kaj Ågård (F) Samsø Kommune",
    "Mødet er slut",
]
TABLE = [
    ("Kommune", "2014", "2015", "2016", "2017"),
    ("Viborg", "611", "612", "613", "614"),
    ("Skive", "55", "56", "57", "58"),
]


def lines(source: str) -> tuple[str, ...]:
    text = "Teksten herunder er sat af et program, som vi prøver læsningen med på denne side.\n\n"
    return tuple(filter(None, read_source(typeset(PAGE + text + source), "x.pdf").pages[0].lines))[1:]


def spread(text: str, width: str) -> str:
    return f"#box(width: {width})[#text(spacing: 400%)[{text}]]\\\n"


def test_evenly_spread_words_are_one_line_of_text() -> None:
    assert lines("".join(spread(name, "100%") for name in NAMES)) == tuple(NAMES)


def test_justified_lines_in_a_narrow_column_are_text() -> None:
    text = "Kommunekontaktrådet forelægger beskæftigelsesindsatsen, uddannelsesaftalerne, trafikplanlægningen"
    found = lines(f"#set par(justify: true)\n#set text(hyphenate: false)\n#block(width: 100mm)[{text} {text} {text}]")
    assert len(found) >= 4
    assert not any("\t" in line for line in found)


def test_a_table_with_columns_of_one_width_keeps_its_cells() -> None:
    cells = ", ".join(f"[{cell}]" for row in TABLE for cell in row)
    assert lines(f"#table(columns: (2cm,) * 5, stroke: none, {cells})") == tuple("\t".join(row) for row in TABLE)


def test_a_list_of_names_with_party_and_municipality_in_columns_keeps_its_cells() -> None:
    rows = [
        ("Torben Ege", "A", "Viborg", "Formand"),
        ("Kaj Ågård", "F", "Samsø", "Medlem"),
        ("Lis Vang", "C", "Skive", "Medlem"),
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    assert lines(f"#table(columns: 4, column-gutter: 6mm, stroke: none, {cells})") == tuple(
        "\t".join(row) for row in rows
    )
