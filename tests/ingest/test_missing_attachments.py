"""What a text says is attached and no list has."""

from __future__ import annotations

import pytest

from ingest.missing_attachments import find_missing_attachments
from ingest.records import ItemRecord

MISSING = [
    ("Notatet ”Tang i fjorden” er vedlagt.", ("Kort over fjorden",), ["Tang i fjorden"]),
    ("Fordelingen fremgår af vedlagte notat om lærepladser.", (), ["Notat om lærepladser"]),
    ("Priserne er vedlagt som bilag 3.", ("Kort", "Budget"), ["Bilag 3"]),
    ("Rådet var enigt. Svar ventes 21. maj; det er vedlagt.", (), ["Svar ventes 21. maj; det er vedlagt."]),
]
NOT_MISSING = [
    ("Notatet ”Tang i fjorden” er vedlagt.", ("Tang i fjorden (notat)",)),
    ("Fordelingen fremgår af vedlagte notat.", ("Lærepladser 2021",)),
    ("Priserne er vedlagt som bilag 2.", ("Kort", "Budget")),
    ("Notatet ”Tang i fjorden” blev omtalt på sidste møde.", ()),
    ("Ordningen vedrører vedligehold af broer, se bilag.", ()),
]


@pytest.mark.parametrize(("text", "listed", "missing"), MISSING)
def test_a_document_said_to_be_attached_is_missed(text: str, listed: tuple[str, ...], missing: list[str]) -> None:
    found = list(find_missing_attachments(ItemRecord("1", "Tang", background=text, attachments=listed)))
    assert found == missing


@pytest.mark.parametrize(("text", "listed"), NOT_MISSING)
def test_a_document_on_the_list_or_merely_spoken_of_is_not_missed(text: str, listed: tuple[str, ...]) -> None:
    assert list(find_missing_attachments(ItemRecord("1", "Tang", background=text, attachments=listed))) == []
