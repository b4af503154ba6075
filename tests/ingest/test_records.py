"""Records to JSON and back."""

import datetime
import json

from ingest.records import MeetingRecord
from meetings.shared.vocabulary import Outcome
from tests.ingest.make import MINUTES, make_item, make_person, make_record


def test_a_record_comes_back_from_json_as_it_was() -> None:
    item = make_item("3.10", "Budget", decided="Godkendt.", asks_for=(Outcome.APPROVED,), caseworkers=("abcd",))
    record = make_record(
        MINUTES,
        item,
        participants=(make_person("Bo Friis", None),),
        start_time=datetime.time(9, 30),
        warnings=("To datoer",),
    )
    assert MeetingRecord.from_json(json.loads(json.dumps(record.to_json()))) == record
