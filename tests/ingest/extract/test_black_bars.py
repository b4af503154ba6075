"""Black text under a black bar is covered, and not called text in the colour of the background."""

from __future__ import annotations

import pytest

from ingest.extract.pdf import read_pdf
from meetings.shared.vocabulary import HiddenReason
from tests.ingest.typeset import typeset

BAR = "#block[Hans Hansen har fået afslag #place(top + left, rect(width: 10cm, height: 5mm, fill: black))]"
WHITE = "#text(fill: white)[Hans Hansen har fået afslag]"


@pytest.mark.parametrize(("line", "reason"), [(BAR, HiddenReason.COVERED), (WHITE, HiddenReason.PALE)])
def test_what_hides_a_line_is_told(line: str, reason: HiddenReason) -> None:
    [page] = read_pdf(typeset(f"Kommunerne har drøftet sagen.\n\n{line}\n\nGodkendt."))
    assert [(one.text, one.reason) for one in page.hidden] == [("Hans Hansen har fået afslag", reason)]
