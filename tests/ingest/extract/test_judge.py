"""A page is illegible where the file names other signs than a person sees letters."""

from __future__ import annotations

import pytest

from ingest.extract.pdf.judge import find_illegible
from meetings.shared.page_layout import PageLayout, Piece

DINGBATS = "✔✕✖✗✘✙✔✚✛ ✜✢✜✣ ✤✤✙ ✥✦✔✧★✩✪✪✕✛✔"
NUMBERED = "(cid:1)(cid:2)(cid:3)(cid:2) (cid:4)(cid:5)(cid:6)(cid:7)(cid:8) (cid:9)(cid:1)(cid:2)(cid:3) &’( ./0"


def page_of(text: str) -> PageLayout:
    return PageLayout(1, 595, 842, ((Piece(text, 99, 500, 700, 11),),))


@pytest.mark.parametrize("text", [DINGBATS, NUMBERED, "�- � ������� ��� ���� � 9"])
def test_a_page_of_signs_is_not_legible(text: str) -> None:
    assert find_illegible([page_of(text)]) == {1}


@pytest.mark.parametrize(
    "text", ["REFERAT 2025", "3.450 4.120 7,5 % 12.301 – 88 § 4", "✔ Ja ✗ Nej ✔ Ja ✔ Måske ✗ Ikke"]
)
def test_a_page_of_few_words_is(text: str) -> None:
    assert not find_illegible([page_of(text)])
