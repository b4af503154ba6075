"""Items of the same matter: pairs judged by hand, then all pairs of the samples."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.matters.same_matter import JudgedItem, MatchReason, find_match
from ingest.matters.similarity import Rarity, read_words, weigh
from ingest.records import ItemRecord
from meetings.shared.vocabulary import Sameness, TopicSlug
from tests.reading import read_file

SAMPLES = Path(__file__).parents[3] / "samples" / "documents"
DANISH = Rarity()


def side(title: str, text: str = "", *, year: int = 2024, case: str = "", rarity: Rarity = DANISH) -> JudgedItem:
    words = read_words(title, [text])
    return JudgedItem(title, datetime.date(year, 6, 1), case, words, weigh(words, rarity))


FERRY = "Færgeoverfarten over sundet koster for meget. Kommunerne ved sundet vil have lavere færgetakster."
RENT = "Hallerne lejes ud til foreninger. Lejen er ikke ens, og foreningerne vil have ens leje."
ICE = "Færgen sejler ikke i is. Isbrydere koster kommunerne mere, og havnen fryser til."
SAME = [
    ("Takster på færgen over sundet", FERRY, "Færgetakster – status", FERRY),
    (
        "Etablering af fælles vagtcentral",
        "Vagtcentralen døgnbemandes.",
        "Vagtcentralen – kommissorium",
        "En vagtcentral.",
    ),
    ("Kommunekvoter for flygtninge 2021", "", "Kommunekvoter for flygtninge 2022", ""),
]
DIFFERENT = [
    ("Takster på færgen over sundet", FERRY, "Takster for leje af haller", RENT),
    (
        "Fælles svar på høring om kystsikring",
        "Høringen slutter.",
        "Fælles svar på høring om godstog",
        "Svar er vedlagt.",
    ),
    ("Udpegning til bestyrelsen for museet", "Én udpeges.", "Udpegning til bestyrelsen for havnen", "Én udpeges."),
    ("Klimatilpasning langs Limfjorden", "Vandet stiger.", "Cykelsti langs Limfjorden", "Stien skal asfalteres."),
    ("Psykiatri", "Sengene er for få.", "Psykiatri", "Ungdomsklinikken åbner på havnen."),
    ("Orientering", FERRY, "Orientering", FERRY),
]


@pytest.mark.parametrize(("title", "text", "other", "more"), SAME)
def test_these_are_one_matter(title: str, text: str, other: str, more: str) -> None:
    assert find_match(side(title, text), side(other, more), DANISH)


@pytest.mark.parametrize(("title", "text", "other", "more"), DIFFERENT)
def test_these_are_two_matters(title: str, text: str, other: str, more: str) -> None:
    assert find_match(side(title, text), side(other, more), DANISH) is None


def found(one: JudgedItem, other: JudgedItem) -> MatchReason:
    told = find_match(one, other, DANISH)
    assert told
    return told


def test_the_same_case_number_is_told_before_all_else() -> None:
    one, other = side("Letbanen", year=2009, case="SAG-2024-00001"), side("Skolebuffet", case="SAG-2024-00001")
    assert found(one, other).reason is Sameness.CASE_NUMBER


@pytest.mark.parametrize(
    ("title", "other", "reason"),
    [
        ("Fordeling af flygtninge", "Fordeling af flygtninge", Sameness.TITLE),
        ("Fordeling af flygtninge i 2021", "Fordeling af flygtninge i 2022", Sameness.LIKE_TITLE),
        ("Status på færgedriften", "Færgedriften – en vej frem", Sameness.WORDS),
    ],
)
def test_the_reason_is_the_strongest_there_is(title: str, other: str, reason: Sameness) -> None:
    text = "Færgedriften og flygtningene."
    assert found(side(title, text), side(other, text)).reason is reason


def test_the_words_shared_are_told() -> None:
    one, other = side("Status på færgedriften", "Færgedriften koster."), side("Færgedrift", "Færgedriften koster.")
    assert found(one, other).words == ("færgedrift",) or found(one, other).words == ("færgedriften",)


def test_what_returns_after_a_generation_is_another_matter() -> None:
    one, other = side("Letbanens linjeføring", FERRY, year=2008), side("Letbanens linjeføring", FERRY, year=2024)
    assert find_match(one, other, DANISH) is None


def test_the_later_the_more_alike_two_items_must_be() -> None:
    one, other = ("Færgen over sundet", FERRY), ("Færgen og isen om vinteren", ICE)
    assert find_match(side(*one), side(*other), DANISH)
    assert not find_match(side(*one, year=2017), side(*other), DANISH)


class Sample(NamedTuple):
    """A sample's item, as "nordjylland 2025-12-05 3.2", its meeting, and the item as compared."""

    name: str
    meeting: str
    side: JudgedItem


@cache
def samples() -> tuple[list[Sample], Rarity]:
    """Read the items of the samples that may be linked to others, each once, and count their words."""
    read = [read_file(path)[1] for path in sorted(SAMPLES.iterdir())]
    texts = {
        (f"{record.region} {record.date}", item.title): (record.date, item)
        for record in read
        for item in record.items
        if item.topics[:1] != (TopicSlug.MOEDEFORMALIA,) and any(texts_of(item))
    }
    counts = Counter(term for _, item in texts.values() for term in read_words(item.title, texts_of(item)).counts)
    rarity = Rarity(len(texts), counts)
    return [sample(meeting, date, item, rarity) for (meeting, _), (date, item) in texts.items()], rarity


def texts_of(item: ItemRecord) -> list[str]:
    decided = item.decision.text if item.decision else ""
    return [text for text in (item.background, item.recommendation, item.presentation, decided) if text]


def sample(meeting: str, date: datetime.date, item: ItemRecord, rarity: Rarity) -> Sample:
    words = read_words(item.title, texts_of(item))
    return Sample(f"{meeting} {item.number}", meeting, JudgedItem(item.title, date, "", words, weigh(words, rarity)))


JUDGED = """
hovedstaden 2017-11-24 2.1 = hovedstaden 2020-09-18 3.1
hovedstaden 2017-11-24 2.2 = nordjylland 2018-03-02 3.1
hovedstaden 2017-11-24 2.3 = nordjylland 2022-09-16 3.2
hovedstaden 2017-11-24 2.3 = syddanmark 2019-05-10 5.1
hovedstaden 2020-09-18 3.2 = nordjylland 2025-12-05 3.3
hovedstaden 2023-02-03 2.1 = nordjylland 2022-09-16 3.1
midtjylland 2008-11-07 4 = sjaelland 2008-06-13 2.2
midtjylland 2024-06-12 2.1 = nordjylland 2025-12-05 3.3
nordjylland 2022-09-16 3.2 = nordjylland 2025-12-05 3.3
nordjylland 2022-09-16 3.2 = syddanmark 2019-05-10 5.1
nordjylland 2025-12-05 3.2 = sjaelland 2026-03-20 3.2
nordjylland 2025-12-05 3.3 = syddanmark 2019-05-10 5.1
sjaelland 2008-06-13 2.2 = syddanmark 2011-09-14 3.1
"""


def test_of_all_pairs_of_samples_these_are_found_and_no_false_one() -> None:
    items, rarity = samples()
    pairs = {
        tuple(sorted((one.name, other.name)))
        for one, other in combinations(items, 2)
        if one.meeting != other.meeting and find_match(one.side, other.side, rarity)
    }
    assert sorted(" = ".join(pair) for pair in pairs) == sorted(JUDGED.split("\n")[1:-1])
