"""Each document in this folder is read as its golden record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.records import MeetingRecord
from tests.documents.golden import DOCUMENTS, read_as_json
from tests.reading import read_file


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_gives_its_golden_record(document: Path) -> None:
    assert json.loads(read_as_json(document)) == json.loads(document.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_record_comes_back_from_its_json(document: Path) -> None:
    record = read_file(document)[1]
    assert MeetingRecord.from_json(json.loads(json.dumps(record.to_json()))) == record
