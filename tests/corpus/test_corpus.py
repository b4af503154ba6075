"""The papers of the corpus, set by many programs, are read as what is known to stand in them."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.pipeline import read_meeting, read_source
from tests.corpus.paper import read_papers, read_record
from tests.corpus.variants import DOCUMENTS, Variant, read_variants
from tests.corpus.words import share_right, words_of, words_of_source

VARIANTS = read_variants()
PAPERS = read_papers()
# Of the words of a scan, those that must be right: names of people and places are in no lexicon.
RIGHT_IN_SCANS = 0.97
CERTAIN_IN_SCANS = ("kind", "region", "date", "start_time")


def parameters(*, scans: bool) -> list[Any]:
    """Return the variants as parameters; those known to be misread are expected to fail."""
    chosen = [variant for variant in VARIANTS if variant.scan == scans]
    return [
        pytest.param(one, id=one.name, marks=[pytest.mark.xfail(reason=one.misread)] if one.misread else [])
        for one in chosen
    ]


@pytest.mark.parametrize("variant", parameters(scans=False))
def test_a_paper_gives_its_known_record_whatever_program_set_it(variant: Variant) -> None:
    _, record = variant.known(PAPERS[variant.paper])
    assert read_record(read_meeting(read_source(variant.path.read_bytes(), variant.path.name)).to_json()) == record


@pytest.mark.needs_tesseract
@pytest.mark.parametrize("variant", parameters(scans=True))
def test_a_scanned_paper_gives_its_words_and_items(variant: Variant) -> None:
    lines, known = variant.known(PAPERS[variant.paper])
    source = read_source(variant.path.read_bytes(), variant.path.name)
    record = read_meeting(source).to_json()
    assert share_right(words_of(lines), words_of_source(source)) >= RIGHT_IN_SCANS
    assert [record[name] for name in CERTAIN_IN_SCANS] == [known[name] for name in CERTAIN_IN_SCANS]
    for name in ("number", "case_number"):
        assert [item[name] for item in record["items"]] == [item[name] for item in known["items"]]


def test_every_document_of_the_corpus_is_listed() -> None:
    assert sorted(path.stem for path in DOCUMENTS.iterdir()) == sorted(variant.name for variant in VARIANTS)
