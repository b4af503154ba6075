"""Columns of running text are read one after the other, the rows of a table across."""

from __future__ import annotations

from ingest.pipeline import read_meeting, read_source
from tests.ingest.typeset import typeset

PAGE = "#set page(width: 210mm, height: 297mm, margin: 20mm)\n#set text(size: 10pt)\n"
FRONT = "DAGSORDEN 2019 \\\nKKR SYDDANMARK \\\nDato: 12-05-2019 09:30 \\\n"
ITEM = """{title} \\
SAG-2019-{serial} lmb \\
\\
Baggrund \\
{text} \\
\\
Indstilling \\
Det indstilles, at sagen drøftes. \\
"""
HAVNE = ITEM.format(title="1. Havne på Fyn", serial="00417", text="Havnene er dybe.")
BROER = ITEM.format(title="2. Broer på Als", serial="00418", text="Broerne er lange.")
PROSE = "Kommunerne på øen vil gerne have en færge, der sejler hele året, og som kan tage cykler med om sommeren. " * 9


def lines(source: str) -> list[str]:
    return [line for line in read_source(typeset(PAGE + source), "x.pdf").pages[0].lines if line]


def test_items_in_two_columns_come_one_after_the_other() -> None:
    page = f"{FRONT}#columns(2)[{HAVNE}#colbreak()\n{BROER}]"
    items = read_meeting(read_source(typeset(PAGE + page), "x.pdf")).items
    assert [(one.number, one.title, one.background) for one in items] == [
        ("1", "Havne på Fyn", "Havnene er dybe."),
        ("2", "Broer på Als", "Broerne er lange."),
    ]


def test_two_pages_on_one_sheet_are_read_one_after_the_other() -> None:
    sheet = "#set page(width: 297mm, height: 210mm, margin: 15mm)\n#set text(size: 8pt)\n"
    found = lines(f"{sheet}#grid(columns: (1fr, 1fr), gutter: 20mm, [{FRONT}{HAVNE}], [{BROER}{HAVNE}])")
    assert found.index("2. Broer på Als") > found.index("Havnene er dybe.")
    assert not any("\t" in line for line in found)


def test_prose_in_two_columns_is_read_down() -> None:
    found = lines(f"#columns(2)[{PROSE}]")
    assert " ".join(found).split() == PROSE.split()


def test_a_heading_across_two_columns_stays_above_them() -> None:
    assert lines(
        f"#align(center)[Referat fra et møde, som var langt og godt]\n#columns(2)[{HAVNE}#colbreak()\n{BROER}]"
    )[0].startswith("Referat")


def test_a_table_with_sentences_is_read_row_by_row() -> None:
    rows = [
        (f"Forslag {n}: Færgen til øen skal sejle om vinteren.", f"Svar {n}: Kommunerne støtter det forslag.")
        for n in range(9)
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    assert lines(f"#table(columns: (9cm, 8cm), stroke: none, {cells})") == ["\t".join(row) for row in rows]


def test_columns_of_people_stay_under_their_headings() -> None:
    names = "Torben Møllegaard ({}) Vejle Kommune \\\n" * 4
    block = "#columns(2)[{}#colbreak()\n{}]\n"
    people = block.format(names.format(*"ABCF"), names.format(*"VOBC"))
    found = lines(f"Deltagere\n{people}\nAfbud\n{people}")
    assert (found[0], found[9], len(found)) == ("Deltagere", "Afbud", 18)


def test_a_table_of_items_with_their_decisions_is_read_row_by_row() -> None:
    rows = [("Sag", "Beslutning"), ("1. Havne", "Godkendt"), ("2. Broer", "Udsat"), ("3. Veje", "Drøftet")]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    assert lines(f"#table(columns: 2, column-gutter: 20mm, stroke: none, {cells})") == ["\t".join(row) for row in rows]


def test_names_of_sections_may_stand_left_of_their_text() -> None:
    rows = [
        ("Baggrund", "Havnene er dybe."),
        ("Indstilling", "Det indstilles, at sagen drøftes."),
        ("Beslutning", "Ja."),
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    grid = f"#grid(columns: (3cm, 12cm), row-gutter: 5mm, {cells})"
    page = f"{FRONT}\n1. Havne på Fyn \\\nSAG-2019-00417 lmb\n\n{grid}"
    [item] = read_meeting(read_source(typeset(PAGE + page), "x.pdf")).items
    assert item.decision
    assert (item.background, item.recommendation, item.decision.text) == tuple(text for _name, text in rows)
