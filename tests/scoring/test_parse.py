"""Scores of a document that was parsed well, and of one that was not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.scoring.gold import Item, Participant, Word
from tests.scoring.parse import score_items, score_meeting, score_participants, score_text
from tests.scoring.tally import Count, Field, Tally, total

SOURCE = ["1. Budget", "Baggrund", "Budgettet blev sendt ud.", "Beslutning", "KKR godkendte budgettet."]
WANTED = Item(
    number="1", title="Budget", case_number="SAG-2024-00001", caseworkers=["abc"], outcome="approved",
    outcomes=["approved", "noted"], asks_for=["approved"], attachments=["Udkast til budget"],
    sections={"background": [(3, 3)], "decision": [(5, 5)]}, decision="KKR godkendte budgettet.",
    topics=["oekonomi", "sundhed"],
)  # fmt: skip
PRINTED: dict[str, Any] = {**WANTED, "background": SOURCE[2], "recommendation": None, "presentation": None}
OTHERWISE: dict[Field, tuple[dict[str, Any], Count]] = {
    Field.TITLES: ({"title": "Budgetter"}, Count(0, 1, 1)),
    Field.NEAR_TITLES: ({"title": "Regnskab"}, Count(0, 1, 1)),
    Field.CASE_NUMBERS: ({"case_number": None}, Count(0, 1, 1)),
    Field.CASEWORKERS: ({"caseworkers": ["abc", "xyz"]}, Count(1, 2, 1)),
    Field.ASKS_FOR: ({"asks_for": []}, Count(0, 0, 1)),
    Field.ATTACHMENTS: ({"attachments": []}, Count(0, 0, 1)),
    Field.OUTCOME: ({"outcome": "noted"}, Count(0, 1, 1)),
    Field.OUTCOMES: ({"outcomes": ["noted", "other"]}, Count(1, 2, 2)),
    Field.DECISION_WORDS: ({"decision": "KKR godkendte."}, Count(1, 3, 3)),
    Field.SECTIONS: ({"presentation": "Mere tekst"}, Count(2, 3, 3)),
    Field.SECTION_WORDS: ({"background": None}, Count(1, 2, 2)),
    Field.TOPICS: ({"topics": ["oekonomi"]}, Count(1, 1, 2)),
    Field.FIRST_TOPIC: ({"topics": ["sundhed", "oekonomi"]}, Count(0, 1, 1)),
}
ANNA = Participant(name="Anna Dahl", party="A", municipality="Vejle", status="present")


def scored(judge: Callable[..., None], *arguments: object) -> Tally:
    tally = Tally()
    judge(*arguments, tally)
    return tally


def test_an_item_that_reads_as_the_gold_has_1_in_all_fields_and_no_miss() -> None:
    tally = scored(score_items, [PRINTED], [WANTED], SOURCE)
    assert {name: tally.f1(name) for name in tally.counts} == dict.fromkeys([Field.ITEMS, Field.ORDER, *OTHERWISE], 1)
    assert tally.misses == []


@pytest.mark.parametrize("name", OTHERWISE)
def test_an_item_that_reads_otherwise_loses_in_its_field(name: Field) -> None:
    changes, count = OTHERWISE[name]
    tally = scored(score_items, [{**PRINTED, **changes}], [WANTED], SOURCE)
    assert tally.counts[name] == count
    assert tally.misses != []


def test_an_item_that_is_missing_and_one_that_comes_twice_are_misses() -> None:
    second: Item = {**WANTED, "number": "2"}
    tally = scored(score_items, [PRINTED, PRINTED], [WANTED, second], SOURCE)
    assert (tally.counts[Field.ITEMS], tally.counts[Field.TITLES]) == (Count(1, 2, 2), Count(1, 2, 2))


def test_items_in_another_order_are_a_miss() -> None:
    second: Item = {**WANTED, "number": "2"}
    tally = scored(score_items, [{**PRINTED, "number": "2"}, PRINTED], [WANTED, second], SOURCE)
    assert (tally.f1(Field.ITEMS), tally.f1(Field.ORDER)) == (1, 0)


def test_what_the_gold_does_not_have_is_not_counted() -> None:
    bare = {name: value for name, value in WANTED.items() if name not in {"sections", "decision", "topics"}}
    tally = scored(score_items, [PRINTED], [bare], [])
    assert tally.counts.keys().isdisjoint({Field.SECTIONS, Field.DECISION_WORDS, Field.TOPICS})


def test_a_front_page_is_compared_field_by_field() -> None:
    tally = scored(
        score_meeting, {"region": "sjaelland", "date": "2024-01-02"}, {"region": "sjaelland", "date": "2024-01-01"}
    )
    assert tally.counts[Field.MEETING] == Count(1, 2, 2)
    assert tally.misses == ["meeting: date: found '2024-01-02', wanted '2024-01-01'"]


def test_a_participant_of_another_status_is_another_but_has_the_party() -> None:
    tally = scored(score_participants, [{**ANNA, "status": "absent"}], [ANNA])
    assert (tally.f1(Field.PARTICIPANTS), tally.f1(Field.PARTIES)) == (0, 1)


def test_words_are_right_damaged_or_left_misread_after_repair() -> None:
    words = [Word(1, "modet", "mødet"), Word(1, "i", "i"), Word(2, "aben", "åben")]
    tally = scored(score_text, ["mødet 1", "aben"], ["modet i", "aben"], words)
    figures = [tally.f1(name) for name in (Field.LETTERS, Field.LETTERS_BEFORE, Field.UNDAMAGED, Field.LINES)]
    assert figures == [1 / 3, 1 / 3, 0, 1]


def test_a_word_changed_in_a_source_with_danish_letters_is_damage() -> None:
    assert scored(score_text, ["på mødet"], ["på modet"], []).damaged_words == 1
    assert scored(score_text, ["pa mødet"], ["pa modet"], []).damaged_words is None


def test_a_line_too_many_is_a_miss() -> None:
    assert scored(score_text, ["a", "b"], ["a"], []).f1(Field.LINES) == 0


def test_documents_together_have_the_sum_of_their_counts() -> None:
    first, second = Tally(), Tally(damaged_words=2)
    first.sets(Field.TOPICS, "1", ["a"], ["a", "b"])
    second.sets(Field.TOPICS, "1", ["a"], [])
    together = total([first, second])
    count = together.counts[Field.TOPICS]
    assert (count.precision, count.recall, count.f1) == (1 / 2, 1 / 2, 1 / 2)
    assert together.misses == ["topics: 1: wanted b", "topics: 1: found a"]
    assert together.damaged_words == 2


def test_where_nothing_is_wanted_and_nothing_found_there_is_no_figure() -> None:
    assert (Count().precision, Count().recall, Count().f1) == (None, None, None)
