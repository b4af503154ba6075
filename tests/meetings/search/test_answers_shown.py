"""What a list shows of an item: the sentence that answers a question, the one that decided, or what matches best."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.models import Meeting, SearchEntry
from meetings.search.execution.tiers import find
from meetings.search.language import MARK_END, MARK_START, read_query
from meetings.shared.vocabulary import Outcome
from tests.make import make_item, make_meeting

FERRIES = (
    "Færgerne til øerne er gamle. Rederiet vil købe 14 nye færger og sælge tre. De afløses inden udgangen af 2031."
)
HARBOUR = (
    "Havnen i Sæby blev indviet den 3. maj 2024.\n\nFormand for havnerådet er Signe Mosegaard. Kommune | Skibe\n"
    "Læsø | 12 | 7\nMorsø | 31 | 5"
)


@pytest.fixture
def ferries(db: None) -> Meeting:
    """A meeting with an item on ferries, one on a harbour, and ten on other matters."""
    meeting = make_meeting("nordjylland", "2024-05-03")
    make_item(meeting, "2.1", "Nye færger", presentation=FERRIES, decision="KKR afviste købet af færger.",
              outcome=Outcome.REJECTED)  # fmt: skip
    make_item(meeting, "2.2", "Havne og deres skibe", presentation=HARBOUR)
    for number in range(10):
        make_item(meeting, f"3.{number}", f"Vand {number}", presentation="Kommunerne mødes næste år om nye rør.")
    return meeting


def shown(typed: str) -> list[tuple[str, str]]:
    """Return the numbers of the items that were found with their snippets."""
    items: list[Any] = find(read_query(typed), SearchEntry.objects.all()).items(0, 20)
    return [(one.number, one.snippet.replace(MARK_START, "[").replace(MARK_END, "]")) for one in items]


ANSWERS = {
    "hvor mange nye færger vil rederiet købe": ("2.1", "[Rederiet] vil [købe] [14] [nye] [færger] og sælge tre."),
    "hvornår afløses færgerne": ("2.1", "De [afløses] inden udgangen af [2031]."),
    "hvem er formand for havnerådet": ("2.2", "[Formand] for [havnerådet] er [Signe Mosegaard]."),
    "hvornår blev havnen i Sæby indviet": ("2.2", "[Havnen] i [Sæby] blev [indviet] den [3. maj 2024]."),
    "hvor mange skibe har Morsø": ("2.2", "[Morsø] | [31] | 5"),
    "hvad besluttede KKR om færgerne": ("2.1", "KKR afviste købet af [færger]."),
}


@pytest.mark.parametrize(("typed", "answer"), ANSWERS.items())
def test_a_question_shows_the_sentence_that_answers_it(ferries: Meeting, typed: str, answer: tuple[str, str]) -> None:
    assert shown(typed)[0] == answer


NOTHING = ["hvor mange rumfærger skal kommunerne købe næste år", "er der nyt om månen", "hvem ejer fjernsynet"]


@pytest.mark.parametrize("typed", NOTHING)
def test_a_question_about_what_stands_nowhere_finds_nothing(ferries: Meeting, typed: str) -> None:
    assert shown(typed) == []


def test_a_place_of_a_question_limits_its_answers_where_the_archive_has_some(ferries: Meeting) -> None:
    make_item(make_meeting("sjaelland", "2024-06-01"), "1", "Skibe", presentation="Køge har ni skibe.")
    assert [number for number, _snippet in shown("hvor mange skibe er der i Køge")] == ["1"]
    assert [number for number, _snippet in shown("hvor mange skibe er der i KKR Nordjylland")] == ["2.2"]


def test_the_sentence_that_decided_is_shown_where_it_has_what_the_title_lacks(ferries: Meeting) -> None:
    item = make_item(ferries, "4", "Digets højde", presentation="Diget er lavt. " * 3, decision="Tak for kaffe.")
    item.decision.basis = ["KKR godkendte et højere dige."]
    item.decision.save()
    assert shown("dige") == [("4", "KKR godkendte et højere [dige].")]
    assert shown("lavt dige") == [("4", "[Diget] er [lavt]. [Diget] er [lavt]. [Diget] er [lavt].")]
