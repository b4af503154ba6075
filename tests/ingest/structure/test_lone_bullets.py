"""Bullets that stand above their entries are put back."""

from __future__ import annotations

import pytest

from ingest.structure.lines import CleanedLines, Line
from ingest.structure.lone_bullets import set_bullets


def read(*texts: str) -> list[str]:
    """Return the lines after bullets are put back; a text after "/" stands apart from the one above."""
    lines = [Line(text.lstrip("/"), 1, (0, n), gap=int(text.startswith("/"))) for n, text in enumerate(texts)]
    return [line.text for line in set_bullets(CleanedLines(tuple(lines), (), 1)).lines]


BACK = [
    (
        ("–", "–", "/godkender", "siden", "/anbefaler", "/Beslutning"),
        ["– godkender", "siden", "– anbefaler", "Beslutning"],
    ),
    (("•", "•", "godkender", "anbefaler", "Beslutning"), ["• godkender", "• anbefaler", "Beslutning"]),
    (("–", "–", "/godkender", "/anbefaler", "/Tekst"), ["– godkender", "– anbefaler", "Tekst"]),
]


@pytest.mark.parametrize(("texts", "wanted"), BACK)
def test_bullets_go_back_to_their_entries(texts: tuple[str, ...], wanted: list[str]) -> None:
    assert read(*texts) == wanted


AS_THEY_ARE = [
    ("–", "godkender"),
    ("–", "–", "godkender", "siden", "anbefaler"),
    ("–", "–", "godkender", "Beslutning"),
    ("– godkender", "– anbefaler"),
]


@pytest.mark.parametrize("texts", AS_THEY_ARE)
def test_other_bullets_stay(texts: tuple[str, ...]) -> None:
    assert read(*texts) == list(texts)
