"""Links between the same matters: in both directions, the same in any order of import, and also for old documents."""

from __future__ import annotations

import datetime
from io import StringIO
from itertools import permutations

import pytest
from django.core.management import call_command

from ingest.load import load_document, remove, settle_matters, word_rarity
from ingest.records import ItemRecord, MeetingRecord, Stated
from meetings.models import AgendaItem, ItemWords, SameMatter, WordRarity
from meetings.shared.vocabulary import RegionSlug, Sameness
from tests.ingest.make import AGENDA, MINUTES, load, make_item, make_record
from tests.reading import read_file
from tests.seeds import seeds

pytestmark = pytest.mark.django_db

FERRY = "Færgeoverfarten over sundet koster for meget. Kommunerne ved sundet vil have lavere færgetakster."


def ferry(number: str = "3.1", title: str = "Takster på færgen over sundet", **fields: str) -> ItemRecord:
    return make_item(number, title, presentation=FERRY, **fields)


def record(*items: ItemRecord, region: RegionSlug = RegionSlug.SJAELLAND, date: str = "2024-03-14") -> MeetingRecord:
    return make_record(AGENDA, *items, region=region, date=datetime.date.fromisoformat(date))


FIRST = record(ferry(), make_item("4", "Havnens uddybning", presentation="Havnen sander til."))
LATER = record(ferry("2.1", "Færgetaksterne – status"), date="2024-06-14")
ELSEWHERE = record(ferry("5", "Færgetakster"), region=RegionSlug.SYDDANMARK, date="2024-05-02")


def links() -> set[tuple[str, str]]:
    return {
        (f"{link.item.meeting.region_id} {link.item.number}", f"{link.other.meeting.region_id} {link.other.number}")
        for link in SameMatter.objects.select_related("item__meeting", "other__meeting")
    }


def test_a_matter_leads_both_ways_and_to_other_councils() -> None:
    load(FIRST), load(ELSEWHERE)
    assert links() == {("sjaelland 3.1", "syddanmark 5"), ("syddanmark 5", "sjaelland 3.1")}


def test_the_order_of_import_makes_no_difference() -> None:
    seen = set()
    for order in permutations([FIRST, LATER, ELSEWHERE]):
        documents = [load(one) for one in order]
        seen.add(frozenset(links()))
        for document in documents:
            remove(document)
    assert [len(one) for one in seen] == [6]


def test_loading_again_changes_nothing() -> None:
    load(FIRST), load(LATER)
    before = links()
    load(FIRST)
    assert links() == before


def test_what_was_removed_is_led_to_no_more() -> None:
    load(FIRST)
    remove(load(LATER))
    assert (links(), ItemWords.objects.filter(date="2024-06-14").count()) == (set(), 0)


def test_an_item_that_minutes_leave_out_leads_nowhere() -> None:
    load(FIRST), load(LATER)
    load(make_record(MINUTES, make_item("4", "Havnens uddybning", decided="Godkendt.")))
    assert links() == set()


@pytest.mark.parametrize("title", ["Siden sidst", "Eventuelt", "Godkendelse af dagsorden", "Orientering", "Sager"])
def test_formalities_lead_nowhere(title: str) -> None:
    load(record(ferry(title=title))), load(record(ferry(title=title), date="2024-06-14"))
    assert links() == set()


def test_bare_headings_lead_nowhere() -> None:
    heading = make_item("3", "Færgetakster på sundet")
    load(record(heading)), load(record(heading, date="2024-06-14"))
    assert links() == set()


def test_a_case_number_that_one_item_has_leads_to_the_other_that_has_it() -> None:
    other = make_item("2.1", "Skolebuffeten", case_number="SAG-2024-00001", presentation="Maden.")
    load(record(ferry(case_number="SAG-2024-00001"))), load(record(other, date="2019-06-14"))
    assert {link.reason for link in SameMatter.objects.all()} == {Sameness.CASE_NUMBER}


def test_a_case_number_of_a_whole_meeting_leads_nowhere() -> None:
    others = [make_item(f"2.{n}", title, case_number="SAG-1", presentation=title) for n, title in enumerate(TITLES, 1)]
    load(record(ferry(case_number="SAG-1"))), load(record(*others, date="2024-06-14"))
    assert links() == set()


TITLES = ("Skolebuffeten", "Havnens uddybning")


def test_words_are_counted_anew_as_the_archive_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_rarity, "FEWEST", 2)
    load(FIRST), load(LATER)
    settle_matters()
    assert WordRarity.objects.get().counts["færge+takst"] == 2
    assert not ItemWords.objects.exclude(weighed_by=WordRarity.objects.get().pk).exists()


def test_an_archive_from_before_is_put_right_by_preparing() -> None:
    load(FIRST), load(LATER)
    before = links()
    SameMatter.objects.all().delete(), ItemWords.objects.all().delete()
    call_command("prepare", stdout=(said := StringIO()))
    assert len(before) == 2
    assert links() == before
    assert "Leder efter samme sag: 2 af 2 møder\n" in said.getvalue()


# All links between the three real documents, by the first three letters of their file names.
REAL = """
000 3.1 = 002 3.9
000 3.4 = 001 3.3
000 3.4 = 002 3.7
000 3.5 = 002 3.6
000 3.6 = 001 3.8
000 3.6 = 002 3.5
001 3.3 = 002 3.7
001 3.8 = 002 3.5
"""


@pytest.mark.needs_seeds
def test_real_documents_lead_to_each_other_and_no_formality_anywhere() -> None:
    for seed in seeds():
        source, read = read_file(seed.path)
        load_document(seed.path.read_bytes(), seed.path.name, source, read, Stated())
    found = SameMatter.objects.select_related("item__document", "other__document")
    pairs = {tuple(sorted((named(link.item), named(link.other)))) for link in found}
    assert sorted(" = ".join(pair) for pair in pairs) == REAL.split("\n")[1:-1]


def named(item: AgendaItem) -> str:
    assert item.document
    return f"{item.document.name[:3]} {item.number}"
