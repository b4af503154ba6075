"""What counts as a changed word, and what does not."""

from __future__ import annotations

import pytest

from meetings.site.comparing.words import changed_paragraphs


def shown(old: str, new: str, *, misread: bool = False) -> list[str]:
    """Return the changed paragraphs, with -removed words- and +added words+."""
    signs = {"del": "-", "ins": "+", "": ""}
    return [
        "".join(f"{signs[one.change]}{one.text}{signs[one.change]}{one.space}" for one in paragraph)
        for paragraph in changed_paragraphs(old, new, misread=misread)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Det er sam-\narbejdet om drift.", "Det er samarbejdet om drift."),  # a hyphen at a line's end
        ("en fælles it drift", "en fælles it-drift"),  # a hyphen left out
        ("en samarbejds aftale", "en samarbejdsaftale"),  # a space too many
        ("Perioden 2026-2030", "Perioden 2026–2030"),  # a dash instead of a hyphen
        ("Et afsnit.\nEt til.", "Et afsnit.\n\nEt til."),  # paragraphs split differently
        ("• Ét\n• To", "– Ét\n– To"),  # another bullet
        ("Godkendt", "godkendt."),  # a capital, a full stop
    ],
)
def test_how_words_are_set_is_no_change(old: str, new: str) -> None:
    assert shown(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Det koster 1,5 mio. kr.", "Det koster 15 mio. kr.", "Det koster -1,5- +15+ mio. kr."),
        ("KKR er enig.", "KKR er ikke enig.", "KKR er +ikke+ enig."),
        ("Mødet er i Køge og slut.", "Mødet er slut.", "Mødet er -i Køge og- slut."),
        ("– Ib\n– Bo\n– Ea", "– Ib\n– Ea\n– Åse", "– Ib\n-– Bo-\n– Ea\n+– Åse+"),
    ],
)
def test_changed_words_are_marked_among_the_others(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == [expected]


def test_only_the_paragraphs_that_changed_are_given() -> None:
    assert shown("Ens.\n\nDer var to.\n\nEns igen.", "Ens.\n\nDer var tre.\n\nEns igen.") == ["Der var -to.- +tre.+"]


def test_a_paragraph_that_came_stands_by_itself() -> None:
    assert shown("Tiltrådt.", "Tiltrådt.\n\nBo Lund tog forbehold.") == ["+Bo Lund tog forbehold.+"]


def test_letters_that_a_machine_takes_for_others_are_no_change_where_a_machine_has_read() -> None:
    old, new = "falles lgsning pa området", "fælles løsning på området"
    assert shown(old, new, misread=True) == []
    assert shown(old, new) == ["-falles lgsning pa- +fælles løsning på+ området"]


def test_figures_that_differ_are_a_change_whoever_has_read() -> None:
    assert shown("1l kommuner", "11 kommuner", misread=True) == ["-1l- +11+ kommuner"]


def test_words_far_from_a_change_are_left_out() -> None:
    same = " ".join(f"ord{n}" for n in range(100))
    (only,) = shown(f"{same} gammelt {same}", f"{same} nyt {same}")
    assert only.startswith("… ord80 ")
    assert only.endswith(" ord19 …")


def test_few_equal_words_between_long_changes_are_taken_along() -> None:
    old, new = "a1 a2 a3 a4 og b1 b2 b3 b4 slut", "c1 c2 c3 c4 og d1 d2 d3 d4 slut"
    assert shown(old, new) == ["-a1 a2 a3 a4 og b1 b2 b3 b4- +c1 c2 c3 c4 og d1 d2 d3 d4+ slut"]
