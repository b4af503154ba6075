"""Whether the recommendation was followed."""

import pytest

from ingest.fields.followed import read_following
from meetings.shared.vocabulary import Following, Outcome


def outcomes(words: str) -> list[Outcome]:
    return [Outcome(word) for word in words.split()]


@pytest.mark.parametrize(
    ("asked", "done", "text", "expected"),
    [
        ("approved", "approved", "KKR godkendte budgettet.", "followed"),
        ("noted", "discussed noted", "KKR drøftede sagen og tog den til efterretning.", "followed"),
        ("noted discussed", "noted", "KKR tog sagen til efterretning.", "partly"),
        ("approved", "approved", "KKR godkendte planen med den ændring, at fristen flyttes.", "partly"),
        ("approved", "approved", "KKR godkendte planen med tilføjelse af to kriterier.", "partly"),
        ("approved recommended", "approved rejected", "KKR godkendte a og afviste b.", "partly"),
        ("approved", "postponed", "Sagen blev udsat.", "otherwise"),
        ("approved", "noted", "KKR tog sagen til efterretning.", "otherwise"),
        ("withdrawn", "withdrawn", "Punktet udgik.", "followed"),
        ("approved", "other", "KKR takkede for oplægget.", "not_said"),
        ("", "approved", "KKR godkendte budgettet.", "not_said"),
    ],
)
def test_a_decision_is_held_against_what_was_asked(asked: str, done: str, text: str, expected: str) -> None:
    assert read_following(outcomes(asked), outcomes(done), text) == Following(expected)
