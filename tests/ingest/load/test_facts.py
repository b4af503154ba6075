"""Facts become rows, those of the agenda too where the minutes are silent."""

from __future__ import annotations

import datetime

import pytest

from ingest.load.facts import council_of
from ingest.records import FactRecord
from meetings.models import Fact
from meetings.shared.vocabulary import FactKind
from tests.ingest.make import AGENDA, MINUTES, load, make_item, make_record

AMOUNT = FactRecord(FactKind.AMOUNT, "Broen koster 2,50 kr.", "presentation", amount=2.5, what="Broen")
DEADLINE = FactRecord(FactKind.DEADLINE, "Svar senest 1/9 2025.", "decision", date=datetime.date(2025, 9, 1))


@pytest.mark.django_db
def test_facts_of_the_agenda_stand_where_the_minutes_are_silent() -> None:
    load(make_record(AGENDA, make_item("1", "Bro", presentation="Broen koster 2,50 kr.", facts=(AMOUNT,))))
    load(make_record(MINUTES, make_item("1", "Bro", decided="Godkendt.", facts=(DEADLINE,))))
    assert [(fact.kind, fact.date) for fact in Fact.objects.all()] == [
        ("deadline", datetime.date(2025, 9, 1)),
        ("amount", None),
    ]
    assert float(Fact.objects.get(kind="amount").amount or 0) == 2.5


@pytest.mark.django_db
def test_loading_again_leaves_each_fact_once() -> None:
    record = make_record(AGENDA, make_item("1", "Bro", presentation="x", facts=(AMOUNT,)))
    load(record), load(record)
    assert Fact.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "council"),
    [(None, "nordjylland"), ("KKR Sjælland", "sjaelland"), ("KKR", "nordjylland"), ("Kontaktudvalget", "")],
)
def test_the_council_referred_to_is_the_one_named_or_the_papers_own(body: str | None, council: str) -> None:
    fact = FactRecord(FactKind.EARLIER_MEETING, "Se mødet den 3. marts 2025.", "background", body=body)
    assert council_of(fact, "nordjylland") == council
