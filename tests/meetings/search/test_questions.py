"""Questions: which queries are questions, what they ask for, and how much of them an item must match."""

from __future__ import annotations

import pytest

from danish.inflection import is_adjective, is_verb
from meetings.search.language import read_query
from meetings.search.language.clauses import Clause, single
from meetings.search.language.question_reading import AnswerKind, answer_kind, asked_thing, council_named, is_question
from meetings.search.language.questions import WeighedClause, weigh
from meetings.search.language.weights import OF_A_VERB

QUESTIONS = [
    "hvor mange færger sejler til Læsø",
    "færger til Læsø hvor mange",
    "Er der nyt om letbanen",
    "skal vi have flere elbusser?",
    "fælles indkøb: hvad sparer vi?",
    "hvornaar er fristen",
]
NO_QUESTIONS = ["hvor mange", "fælles it-drift", 'hvad er "skarp visitation" for noget', "letbane?", "det er vedtaget"]


@pytest.mark.parametrize("typed", QUESTIONS)
def test_a_question_is_told_with_or_without_its_mark_and_wherever_its_word_stands(typed: str) -> None:
    assert is_question(typed)


@pytest.mark.parametrize("typed", NO_QUESTIONS)
def test_other_words_are_no_question(typed: str) -> None:
    assert not is_question(typed)


def test_a_question_keeps_what_it_asks_about() -> None:
    query = read_query("hvor mange flygtninge skal Nordjylland modtage?")
    assert query.is_question
    assert [str(terms[0]) for terms in query.clauses] == ["flygtninge", "Nordjylland", "modtage"]


KINDS = {
    "hvor mange færger er der": AnswerKind.NUMBER,
    "hvad koster den nye færge": AnswerKind.NUMBER,
    "hvem ejer havnen": AnswerKind.NAME,
    "hvornår åbner havnen": AnswerKind.TIME,
    "hvor ligger den nye havn": AnswerKind.PLACE,
    "hvad besluttede KKR om budgettet": AnswerKind.DECISION,
    "hvorfor lukker havnen": None,
}


@pytest.mark.parametrize(("typed", "kind"), KINDS.items())
def test_a_question_says_what_it_asks_for(typed: str, kind: AnswerKind | None) -> None:
    assert answer_kind(typed) == kind


def test_the_thing_and_the_council_of_a_question_are_read() -> None:
    assert asked_thing("hvor mange færger har KKR Sjællands kommuner") == "færger"
    assert council_named("hvor mange færger har KKR Sjællands kommuner") == "sjaelland"
    assert council_named("er KKR Sjælland enig med KKR Hovedstaden") == ""


def test_verbs_and_adjectives_are_told_from_nouns() -> None:
    assert [is_verb(word) for word in ("betaler", "spares", "læger", "skole", "havn")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert [is_adjective(word) for word in ("nye", "direktør", "kommuner")] == [True, False, False]


def word(key: str, count: int, *, names: bool = True) -> WeighedClause:
    return WeighedClause(Clause((single(key),), key), count, names=names)


def test_a_rare_word_decides_alone_and_common_ones_only_together() -> None:
    found = weigh([word("faerge", 2), word("havn", 400), word("by", 500)], 1000)
    assert found.required().strip("()") == "'faerge'"
    assert [clause.typed for clause in found.clauses] == ["faerge", "havn", "by"]


def test_a_word_that_stands_nowhere_keeps_common_words_from_deciding() -> None:
    assert weigh([word("rumfaerge", 0), word("kommune", 700), word("aar", 400)], 1000).required() == ""


def test_a_word_that_stands_nowhere_is_not_required_beside_a_rare_one() -> None:
    assert "'havn'" in weigh([word("rumfaerge", 0), word("havn", 3)], 1000).required()


def test_words_that_name_nothing_decide_together_and_not_alone() -> None:
    frame = [word("ny", 2, names=False), word("stor", 2, names=False), word("havn", 5)]
    assert "<1>" in weigh(frame, 1000).required()


def test_where_an_item_matches_nearly_all_one_that_matches_half_does_not_answer() -> None:
    half = weigh([word("faerge", 20), word("havn", 20)], 1000)
    assert (half.enough, half.with_share(0.9).enough) == (sum(half.tells) / 2, sum(half.tells) * 0.9)


def test_a_verb_tells_no_more_than_what_it_is_said_of() -> None:
    said = WeighedClause(Clause((single("sejle"),), "sejle"), 1, factor=OF_A_VERB, names=False)
    assert max(weigh([said, word("faerge", 50)], 1000).tells) == weigh([word("faerge", 50)], 1000).tells[0]


def test_places_and_years_limit_and_do_not_decide() -> None:
    found = weigh([word("faerge", 0), WeighedClause(Clause((single("laesoe"),), "Læsø"), 2, frame=True)], 1000)
    assert (found.required(), [clause.word for clause in found.clauses]) == ("", ["Læsø"])
