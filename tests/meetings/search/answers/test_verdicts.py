"""A verdict that is typed is offered as the choice of its facet."""

from __future__ import annotations

import pytest

from meetings.models import Meeting
from meetings.search.answers.verdicts import verdict_choices
from tests.make import make_item


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("ikke godkendt", "Ikke godkendt"),
        ("godkendt", "Godkendt"),
        ("Hvilke punkter blev afvist?", "Ikke godkendt"),
        ("udsatte punkter udskudt", "Udsat"),
        ("postponed", "Udsat"),
    ],
)
def test_a_verdict_is_the_choice_of_its_facet(archive: Meeting, typed: str, label: str) -> None:
    make_item(archive, "8", "Kaj", decision="Ikke godkendt.", outcome="rejected")
    make_item(archive, "9", "Udsatte punkter", decision="Udsat.", outcome="postponed")
    assert [one.label for one in verdict_choices(typed)] == [label]


def test_a_choice_that_no_item_has_is_counted_as_none(archive: Meeting) -> None:
    (choice,) = verdict_choices("ikke godkendt")
    assert choice.count == 0


def test_the_other_words_narrow_the_choice(archive: Meeting) -> None:
    make_item(archive, "8", "Kaj", decision="Ikke godkendt.", outcome="rejected", topics=["sundhed"])
    assert verdict_choices("ikke godkendt kaj")[0].address == "/soeg/?udfald=rejected&q=kaj"
    assert (
        verdict_choices("afvist sundhed nordjylland")[0].address
        == "/soeg/?udfald=rejected&emne=sundhed&region=nordjylland"
    )


@pytest.mark.parametrize("typed", ["udsatte børn", "it-drift", "afvist kajak"])
def test_no_other_words_offer_a_choice(archive: Meeting, typed: str) -> None:
    assert verdict_choices(typed) == []
