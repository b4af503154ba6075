"""Repaired words of an item, each with its form before repair."""

from __future__ import annotations

from ingest.merge import Version, merge
from ingest.pipeline import read_meeting, read_source
from ingest.records import ItemRecord, MeetingRecord, RepairRecord
from tests.ingest.letters.test_repair import MISREAD


def read(text: str) -> MeetingRecord:
    return read_meeting(read_source(text.encode(), "referat.txt"))


def repairs_of(item: ItemRecord, section: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in item.repairs if one.section == section]


def test_a_title_has_its_repaired_words_in_order() -> None:
    [item] = read(MISREAD).items
    assert repairs_of(item, "title") == [
        ("Drgftelse", "Drøftelse"), ("feelles", "fælles"), ("mal", "mål"), ("sundhedsomradet", "sundhedsområdet"),
    ]  # fmt: skip


def test_the_same_word_in_two_sections_is_found_in_each() -> None:
    [item] = read(MISREAD).items
    assert repairs_of(item, "recommendation") == [("drgfter", "drøfter"), ("feelles", "fælles"), ("mal", "mål")]


def test_a_word_read_in_two_ways_has_each_in_its_place() -> None:
    [item] = read(MISREAD).items
    assert [before for before, after in repairs_of(item, "background") if after == "fælles"] == ["feelles"]
    assert ("zldre", "ældre") in repairs_of(item, "background")


def test_a_word_broken_over_two_lines_is_one() -> None:
    text = MISREAD.replace("akutte sundhedstilbud", "akutte sundheds-\nomrader")
    [item] = read(text).items
    assert ("sundhedsomrader", "sundhedsområder") in repairs_of(item, "background")


def test_a_clean_document_has_none() -> None:
    clean = MISREAD.encode().replace(b"Kommunerne", "På mødet så kommunerne på æøå".encode() * 40).decode()
    assert read(clean).items[0].repairs == ()


def test_an_item_keeps_the_repairs_of_the_sections_it_takes_from_another_document() -> None:
    agenda = read(MISREAD.replace("Referat", "Dagsorden"))
    minutes = read(
        MISREAD[: MISREAD.index("Baggrund")] + "Beslutning\nKKR tog sagen pa mgdet til efterretning og er ogsa enig."
    )
    [merged] = merge([Version(1, agenda), Version(2, minutes)]).items
    assert {one.section for one in merged.record.repairs} >= {"background", "title", "decision"}


def test_repairs_survive_as_json() -> None:
    record = read(MISREAD)
    again = MeetingRecord.from_json(record.to_json())
    assert again.items[0].repairs == record.items[0].repairs != ()
    assert isinstance(again.items[0].repairs[0], RepairRecord)
