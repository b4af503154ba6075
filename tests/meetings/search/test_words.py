"""The keys of a word: in any form, in a compound, in any spelling; and the matches and hits that follow."""

from __future__ import annotations

import re

import pytest

from danish.inflection import find_noun_of, headwords
from meetings.search.language.clauses import Clause
from meetings.search.language.expansion import expand
from meetings.search.language.indexing import index_texts
from meetings.search.language.marking import MARK_END, MARK_START, find_hits
from meetings.search.language.query import read_query
from meetings.search.language.query_terms import QueryTerm, TermKind
from meetings.search.language.slips import slips
from meetings.search.language.words import as_danish, is_formula, keys, knows, read_tokens

FORMS = {
    "bøger": "bog", "bogen": "bog", "kriterier": "kriterium", "forældre": "forælder", "værfter": "værft",
    "mænd": "mand", "formændene": "formand", "byerne": "by", "reformerne": "reform", "kommunernes": "kommune",
    "sundhedsreformerne": "sundhedsreform", "børnene": "barn", "somatikken": "somatik", "ældre": "ældre",
}  # fmt: skip
CALLED_ONE = [
    ("LÆREPLADSER", "læreplads"), ("it-drift", "itdrift"), ("1.500", "1500"), ("KKR’s", "kkr"), ("KKRs", "kkr"),
]  # fmt: skip
WRITTEN_TOGETHER = [("akasse", "A-kasser"), ("itdrift", "it-driften"), ("sosuelever", "SOSU-elever")]


@pytest.mark.parametrize(("form", "headword"), FORMS.items())
def test_a_form_leads_to_its_headword(form: str, headword: str) -> None:
    assert headword in headwords(form)


@pytest.mark.parametrize(("one", "other"), CALLED_ONE)
def test_a_word_is_called_the_same_however_written(one: str, other: str) -> None:
    assert set(keys(one).wholes) & set(keys(other).wholes)


def test_letters_written_out_are_read_as_danish() -> None:
    assert [as_danish(word) for word in ("laereplads", "oestdanmark", "poet")] == ["læreplads", "østdanmark", "poet"]


def test_a_compound_is_filed_under_its_parts_and_those_that_stand_together() -> None:
    assert {"+sundhed", "+raad", "+sundhed+raad"} <= set(keys("sundhedsrådsambassadør").parts)


@pytest.mark.parametrize("word", ["statue", "skilsmisse", "kommunisme", "blåhvaler", "rumfærge"])
def test_a_word_that_danish_has_is_no_slip(word: str) -> None:
    assert knows(word)


@pytest.mark.parametrize("word", ["fysiotarapi", "kulturhovestad", "xqvzplork"])
def test_a_word_that_danish_does_not_have_may_be_one(word: str) -> None:
    assert not knows(word)


def test_letters_swapped_are_one_slip_and_many_slips_are_told_apart() -> None:
    assert [slips("sundehd", "sundhed"), slips("abc", "abcd"), slips("statue", "kommune")] == [1, 1, 3]


def test_a_verb_finds_its_noun_where_that_means_the_same() -> None:
    assert (find_noun_of("beslutte"), find_noun_of("stille")) == ("beslutning", None)


def test_sentences_stand_apart_and_abbreviations_end_none() -> None:
    places = [token.place for token in read_tokens("Koster 2,7 mia. kr. i alt. Nyt punkt")]
    assert places == [1, 2, 3, 4, 5, 6, 12, 13]


READ = {
    "botilbud -herberg": ([["botilbud"]], ["herberg"]),
    "motorvej OR jernbane": ([["motorvej", "jernbane"]], []),
    '"skarp visitation" nu': ([['"skarp visitation"']], []),
    "sundheds*": ([["sundheds*"]], []),
    "2,7 mia. kr. til lån": ([["2,7 mia kr"], ["lån"]], []),
    "Lasse Jensen takster": ([["Lasse Jensen"], ["takster"]], []),
    "Aalborg Vejle": ([["Aalborg"], ["Vejle"]], []),
    "it-drift": ([["it-drift"]], []),
}


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_what_is_typed_is_read(typed: str, meant: tuple[list[list[str]], list[str]]) -> None:
    query = read_query(typed)
    assert ([[str(term) for term in terms] for terms in query.clauses], list(map(str, query.excluded))) == meant


def clauses(typed: str) -> tuple[Clause, ...]:
    return tuple(expand(terms) for terms in read_query(typed).clauses)


MARKED = [
    ("reform", "Den nye sundhedsreform.", "Den nye [sundhedsreform]."),
    ("sundhedsreform", "En reform af sundhedsvæsenet.", "En [reform] af [sundhedsvæsenet]."),
    ("sundhedsreform", "En reform. Om sundhed.", "En reform. Om sundhed."),
    ('"fælles drift"', "Fælles it-drift og fælles drift", "Fælles it-drift og [fælles] [drift]"),
    ("bog", "Bøgerne er læst", "[Bøgerne] er læst"),
    ("lærer", "Folkeskolelærere om lærepladser", "[Folkeskolelærere] om lærepladser"),
    ("Lasse Jensen", "Lasse Frimand Jensen og Jensen", "[Lasse] Frimand [Jensen] og Jensen"),
]


@pytest.mark.parametrize(("typed", "text", "marked"), MARKED)
def test_hits_are_marked_where_they_answer(typed: str, text: str, marked: str) -> None:
    found = find_hits(text, clauses(typed)).marked
    assert found.replace(MARK_START, "[").replace(MARK_END, "]") == marked


def test_an_exact_phrase_has_no_other_forms() -> None:
    assert [len(step) for step in expand((QueryTerm(TermKind.PHRASE, ("fælles", "drift")),)).matches[0].steps] == [1, 1]


def test_a_misread_word_leads_to_its_item_whole_and_is_offered_to_nobody() -> None:
    written, misread = index_texts({"body": "Skovby"}), index_texts({"body": ""}, also="Skovby")
    assert "'+by'" in written.vector
    assert "'=skovby'" in misread.vector
    assert "'+by'" not in misread.vector
    assert misread.words == set()


NOTED = [
    ("Mødet er fra kl. 10.00 til kl. 12.", 13, True), ("Ifølge KL 10 af 98 kommuner", 7, False),
    ("KKR tog sagen til efterretning.", 4, True), ("KKR tager orienteringen om nye tog til efterretning.", 29, False),
    ("Der kom et tog i går. Sagen blev taget til efterretning.", 11, False),
    ("KKR drøfter og tager budget og takster for 2026 til efterretning.", 15, True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "is_empty"), NOTED)
def test_what_says_nothing_is_told_from_trains_and_the_association(text: str, start: int, is_empty: bool) -> None:
    end = start + len(re.split(r"\W", text[start:])[0])
    assert is_formula(text, start, end) is is_empty


def test_trains_are_marked_and_formulas_are_not() -> None:
    text = "KKR tog sagen om nye tog til efterretning."
    assert [hit.start for hit in find_hits(text, (expand((QueryTerm(TermKind.WORD, ("toget",)),)),)).words] == [21]


@pytest.mark.parametrize(("typed", "written"), WRITTEN_TOGETHER)
def test_a_hyphen_need_not_be_typed(typed: str, written: str) -> None:
    assert find_hits(written, (expand((QueryTerm(TermKind.WORD, (typed,)),)),)).words
