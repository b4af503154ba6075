"""Sections, tables and attachments of an item."""

from __future__ import annotations

import pytest

from ingest.fields.attachments import find_attached, find_named
from ingest.records import ItemRecord
from tests.ingest.test_items import read_items


def read_item(text: str) -> ItemRecord:
    return read_items(f"1. Trafik\nSAG-2020-00001 ab\n\n{text}\n")[0]


def test_headings_need_no_room_around_them() -> None:
    item = read_item("Baggrund\nEn tekst.\nIndstilling\nDet indstilles, at den godkendes.\nBeslutning\nGodkendt.")
    assert (item.background, item.decision and item.decision.text) == ("En tekst.", "Godkendt.")


def test_a_heading_repeated_in_a_decision_is_part_of_it() -> None:
    item = read_item(
        "Indstilling\nAt den godkendes.\n\nBeslutning\nGodkendt.\n\nBaggrund\nDet haster.\n\nIndstilling\nNej."
    )
    assert item.decision
    assert item.decision.text == "Godkendt.\n\nBaggrund\n\nDet haster.\n\nIndstilling\n\nNej."


def test_text_before_the_first_heading_is_background() -> None:
    assert read_item("Sagen haster.\n\nIndstilling\nAt den godkendes.").background == "Sagen haster."


def test_text_without_any_heading_is_what_the_item_presents() -> None:
    assert read_item("Sagen haster.").presentation == "Sagen haster."


def test_a_recommendation_without_a_heading_is_known_by_its_words() -> None:
    assert (
        read_item("Sagen haster.\n\nDet indstilles, at KKR drøfter den.").recommendation
        == "Det indstilles, at KKR drøfter den."
    )


@pytest.mark.parametrize(
    "sentence", ["Beslutning på området ventes i maj.", "Beslutning på området ventes, når\nministeren har svaret."]
)
def test_a_sentence_that_begins_with_the_word_of_a_heading_is_text(sentence: str) -> None:
    item = read_item(f"Sagsfremstilling\nSagen haster.\n{sentence}\n\nBeslutning\nGodkendt.")
    assert item.presentation
    assert item.presentation.endswith(sentence.replace("\n", " "))
    assert item.decision
    assert item.decision.text == "Godkendt."


TABLE = "KKR Hovedstaden 851 850 1.779 1.780\nKKR Sjælland 476 477 955 955\nKKR Nordjylland 313 313 634 634"


def test_rows_of_figures_are_a_table_and_no_text() -> None:
    item = read_item(f"Sagsfremstilling\nPladserne fordeles sådan:\n\n{TABLE}\n\nFordelingen er ny.")
    assert item.presentation == "Pladserne fordeles sådan:\n\nFordelingen er ny."
    assert item.tables[0].text.splitlines()[0] == "KKR Hovedstaden | 851 | 850 | 1.779 | 1.780"


def test_codes_and_missing_figures_keep_their_cells() -> None:
    item = read_item(
        "Sagsfremstilling\nKvoterne er:\n\n101 København 63\n153 Brøndby -\n161 Glostrup 1\n210 Fredensborg 2"
    )
    assert item.tables[0].text.splitlines()[:2] == ["101 | København | 63", "153 | Brøndby | -"]


def test_cells_apart_on_their_lines_are_a_table() -> None:
    item = read_item("Sagsfremstilling\nFrister:\n\nFase\tFrist\nHøring\t1. maj\nBeslutning\t1. juni")
    assert [table.text for table in item.tables] == ["Fase | Frist\nHøring | 1. maj\nBeslutning | 1. juni"]


def test_a_list_of_names_is_no_table() -> None:
    names = "\n".join(f"Navn Nummer{n} (A)" for n in "ABCDEFGHIJKLMN")
    assert not read_item(f"Beslutning\nKKR udpegede:\n\n{names}").tables


def test_a_list_of_enclosures_has_one_name_an_entry() -> None:
    item = read_item(
        "Sagsfremstilling\nEn tekst.\n\nBilag\nBrev af 30. april 2020 fra Sydtrafik\n\n"
        "Strategi for mobilitet – Styrket mobilitet for et\nområde i udvikling (udkast)\nKøreplan 2021"
    )
    assert item.attachments == (
        "Brev af 30. april 2020 fra Sydtrafik",
        "Strategi for mobilitet – Styrket mobilitet for et område i udvikling (udkast)",
        "Køreplan 2021",
    )


LISTS = [
    "Bilag\n1) Udkast til svar\n2) Tidsplan",
    "Bilag:\nBilag 1 – Udkast til svar\nBilag 2 – Tidsplan",
    "Vedlagt:\nUdkast til svar\nTidsplan",
    "Bilag (vedlagt):\n- Udkast til svar\n- Tidsplan",
]


@pytest.mark.parametrize("listed", LISTS)
def test_enclosures_are_listed_in_many_ways(listed: str) -> None:
    assert read_item(f"Sagsfremstilling\nEn tekst.\n\n{listed}").attachments == ("Udkast til svar", "Tidsplan")


NAMED = [
    ("Revideret forretningsorden for KKR 2026-2030 er vedlagt.", "Revideret forretningsorden for KKR 2026-2030"),
    ("I vedlagte bilag ses en liste over fora, som KKR udpeger til.", "Liste over fora"),
    ("Der er udarbejdet et faktaark, jf. bilag.", "Faktaark"),
    ("Der er udarbejdet en tids- og procesoversigt for valget (vedlagt).", "Tids- og procesoversigt for valget"),
    ("Gate 21 har udarbejdet et notat, der beskriver planerne, jf. bilag.", "Notat, der beskriver planerne"),
    ("Fordelingen fremgår af vedlagte notat om lærepladser.", "Notat om lærepladser"),
    ("KKR har den 31. juli sendt en støttetilkendegivelse til UCN på vegne af KKR.", "Støttetilkendegivelse til UCN"),
    ("Regnskabet for 2021 viser et overskud på ca. 0,3 mio. kr. Regnskabet er vedlagt.", "Regnskabet for 2021"),
    ("Formanden har udarbejdet en tidsplan for broerne, som er vedlagt.", "Tidsplan for broerne"),
    ("Kommunerne arbejder videre med sagen.", None),
]


@pytest.mark.parametrize(("paragraph", "name"), NAMED)
def test_a_marked_paragraph_names_its_enclosure(paragraph: str, name: str | None) -> None:
    assert find_named(paragraph) == name


QUOTED = [
    ("Notatet ”Havne, kajer og moler, 2. udgave” er vedlagt.", ["Havne, kajer og moler, 2. udgave"]),
    ("”Fisk i fjorden” og »Tang: hvad nu?« er vedlagt.", ["Fisk i fjorden", "Tang: hvad nu?"]),
    ("Begrebet ”ren havn” er svært. Et notat om havnen er vedlagt.", []),
]


@pytest.mark.parametrize(("paragraph", "names"), QUOTED)
def test_a_title_in_quotation_marks_is_kept_whole(paragraph: str, names: list[str]) -> None:
    assert find_attached(paragraph) == names


@pytest.mark.parametrize("mark", ["./.", "A", "J.", "📎"])
def test_the_mark_is_known_also_where_it_was_misread(mark: str) -> None:
    item = read_item(f"Sagsfremstilling\nEn tekst.\n\n{mark} Der er udarbejdet et faktaark, jf. bilag.")
    assert item.attachments == ("Faktaark",)
    assert item.presentation == "En tekst.\n\nDer er udarbejdet et faktaark, jf. bilag."


def test_a_document_that_the_text_merely_speaks_of_is_no_enclosure() -> None:
    assert read_item("Sagsfremstilling\nFordelingen fremgår af vedlagte notat (se bilag).").attachments == ()


def test_a_table_keeps_its_place_among_the_paragraphs() -> None:
    text = "Sagsfremstilling\nFørste stykke.\n\nViborg 61 122\nSkive 29 55\nStruer 12 24\n\nAndet stykke."
    (table,) = read_item(text).tables
    assert (table.section, table.paragraph, table.rows[0]) == ("presentation", 1, ("Viborg", "61", "122"))


def test_what_follows_a_table_is_a_paragraph_of_its_own() -> None:
    above, below = "Arbejdsgruppen har i foråret kortlagt fordelingen af dem:", "Udgiften bliver 3,2 mio. kr. om året."
    item = read_item(f"Sagsfremstilling\n{above}\nFaxe\t3\nGreve\t5\nStevns\t4\n{below}")
    assert item.presentation == f"{above}\n\n{below}"


def test_a_number_that_ends_a_sentence_on_a_line_of_its_own_stays() -> None:
    item = read_item(
        "Sagsfremstilling\nDagsordenen er udsendt i henhold til forretningsordenens § 4, stk.\n2.\n\nSlut."
    )
    assert item.presentation == "Dagsordenen er udsendt i henhold til forretningsordenens § 4, stk. 2.\n\nSlut."
