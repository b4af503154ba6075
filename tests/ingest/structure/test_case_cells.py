"""A case number beside its title is as good as one below it."""

from __future__ import annotations

import pytest

from ingest.extract.text import read_text
from ingest.structure.case_cells import set_case_numbers_below
from ingest.structure.lines import clean


def lines(text: str) -> list[str]:
    return [line.text for line in set_case_numbers_below(clean(read_text(text.encode()))).lines]


@pytest.mark.parametrize(
    "text",
    [
        "3.2. Havne på Fyn\tSAG-2019-00417 lmb\n\nBaggrund\n",
        "3.2. Havne på Fyn     SAG-2019-00417 lmb\n\nHavnene er dybe.\n",
        "SAG-2019-00417 lmb\t3.2. Havne på Fyn\nHavnene er dybe.\n",
        "3.2.\tHavne på Fyn\tSAG-2019-00417 lmb\n",
    ],
)
def test_a_case_number_beside_a_title_comes_below_it(text: str) -> None:
    assert lines(text)[:2] == ["3.2. Havne på Fyn", "SAG-2019-00417 lmb"]


def test_a_title_without_a_number_has_a_section_below_it() -> None:
    assert lines("Havne på Fyn\tSAG-2019-00417 lmb\nBaggrund\n")[0] == "Havne på Fyn"
    assert lines("Havne på Fyn\tSAG-2019-00417 lmb\nHavnene er dybe.\n")[0] == "Havne på Fyn\tSAG-2019-00417 lmb"


def test_a_title_that_goes_on_below_comes_whole_before_its_case_number() -> None:
    text = "3.2. Havne på Fyn og\tSAG-2019-00417 lmb\nLangeland i fremtiden\nBaggrund\n"
    assert lines(text) == ["3.2. Havne på Fyn og", "Langeland i fremtiden", "SAG-2019-00417 lmb", "Baggrund"]


def test_rows_of_a_table_of_cases_stay_rows() -> None:
    rows = ["1. Havne\tSAG-2019-00417 lmb", "2. Broer\tSAG-2019-00418 lmb", "3. Veje\tSAG-2019-00419 lmb"]
    assert lines("\n".join(rows)) == rows


def test_initials_far_from_their_case_number_stay_with_it() -> None:
    assert lines("3.2. Havne på Fyn\nSAG-2019-00417\tlmb\nBaggrund\n")[1] == "SAG-2019-00417\tlmb"
