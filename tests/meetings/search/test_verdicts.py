"""Verdicts in a query: which words are one, and which items they find."""

from __future__ import annotations

import pytest

from meetings.models import Meeting, SearchEntry
from meetings.search.execution.tiers import find
from meetings.search.language import read_query
from meetings.search.language.verdicts import read_verdict
from meetings.shared.vocabulary import Following, Outcome
from tests.make import make_item, make_meeting

READ = {
    "ikke godkendt": (["udfald:rejected"], ""),
    "havnetakster blev ikke godkendt": (["udfald:rejected"], "havnetakster"),
    "kunne ikke tiltraede": (["udfald:rejected"], ""),
    "udsat til næste møde": (["udfald:postponed"], ""),
    "drøftet og taget til efterretning": (["udfald:discussed", "udfald:noted"], ""),
    "delvist fulgt": (["fulgt:partly"], ""),
    "KKR Sjælland afviste forslaget": (["udfald:rejected"], "Sjælland"),
    "anbefalet kommunerne": (["udfald:recommended"], ""),
}
NO_VERDICTS = [
    "de udsatte borgere",
    "forudsat",
    "udsat for vold",
    "socialt udsat",
    "godkendte plejefamilier",
    "planen er godkendt af ministeren",
    '"ikke godkendt"',
    "tage til efterretning",
]


@pytest.mark.parametrize(("typed", "read"), READ.items())
def test_a_verdict_is_read_as_an_outcome_and_taken_from_the_words(typed: str, read: tuple[list[str], str]) -> None:
    verdict, rest = read_verdict(typed)
    assert ([form.tag for group in verdict.forms for form in group] if verdict else [], rest) == read


@pytest.mark.parametrize("typed", NO_VERDICTS)
def test_the_same_words_of_other_things_stay_words(typed: str) -> None:
    assert read_verdict(typed) == (None, typed)


def test_a_question_asks_for_a_verdict_or_whether_there_was_one() -> None:
    asked = ["hvilke sager blev udsat", "er letbanen godkendt", "hvem blev udpeget", "hvad er der vedtaget om havnen"]
    assert [bool(read_query(typed).verdict) for typed in asked] == [True, False, False, False]


@pytest.fixture
def decided(db: None) -> Meeting:
    """A meeting whose items were approved, refused, postponed and only recommended, and one for exposed people."""
    meeting = make_meeting("sjaelland", "2024-05-03")
    texts = [
        ("1", "Dagsorden", "KKR godkendte dagsordenen.", Outcome.APPROVED),
        ("2", "Havnetakster", "KKR kunne ikke godkende taksterne.", Outcome.REJECTED),
        ("3", "Broafgift", "KKR udsatte sagen.", Outcome.POSTPONED),
        ("4", "Færgeplan", "KKR godkendte planen med den tilføjelse, at Hesselø er med.", Outcome.APPROVED),
        ("5", "Digeplan", "Planen blev godkendt uden tilføjelser.", Outcome.APPROVED),
    ]
    for number, title, decision, outcome in texts:
        make_item(meeting, number, title, decision=decision, outcome=outcome)
    make_item(meeting, "6", "Indsats for socialt udsatte", presentation="Om de udsatte borgere, som er godkendt.")
    make_item(meeting, "7", "Fyrtårne", recommendation="Det indstilles, at KKR anbefaler kommunerne at male fyrene.")
    return meeting


FOUND = {
    "ikke godkendt": ["2"],
    "udsat": ["3"],
    "udsatte": ["3", "6"],
    "afvist": ["2"],
    "godkendt": ["1", "4", "5"],
    "godkendt eller udsat": ["1", "3", "4", "5"],
    "godkendt med tilføjelse": ["4"],
    "godkendt uden tilføjelser": ["5"],
    "færgeplan godkendt": ["4"],
    "færgeplan afvist": [],
    "godkendt 2024": ["1", "4", "5"],
    "godkendt 2023": [],
    "anbefalet kommunerne": ["7"],
    "enstemmigt godkendt": [],
    "hvilke sager blev udsat i KKR Sjælland": ["3"],
    "hvilke sager blev udsat i KKR Nordjylland": [],
    "udgået": [],
}


@pytest.mark.parametrize(("typed", "numbers"), FOUND.items())
def test_a_verdict_finds_what_was_decided_so(decided: Meeting, typed: str, numbers: list[str]) -> None:
    found = find(read_query(typed), SearchEntry.objects.all())
    assert sorted(item.number for item in found.items(0, 20)) == numbers
    assert found.count == len(numbers)


def test_what_was_followed_in_part_is_found_and_shown_by_its_sentence(decided: Meeting) -> None:
    item = make_item(
        decided, "8", "Bro", recommendation="At KKR godkender broen.", decision="Tak. Kun den ene halvdel."
    )
    item.decision.followed, item.decision.followed_basis = Following.PARTLY, ["Kun den ene halvdel."]
    item.decision.save()
    SearchEntry.objects.retag(type(item).objects.filter(pk=item.pk).with_texts())
    shown = find(read_query("delvist fulgt"), SearchEntry.objects.all()).items(0, 20)
    assert [(one.number, one.snippet) for one in shown] == [("8", "Kun den ene halvdel.")]  # type: ignore[attr-defined]
