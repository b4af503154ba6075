"""JSON Schemas of what `manage.py parse` and `manage.py search` print: all keys are required, no others allowed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from meetings.search.answers import Kind
from meetings.shared.vocabulary import (
    Attendance,
    DocumentKind,
    FactKind,
    Following,
    MeetingStatus,
    Outcome,
    RegionSlug,
    TopicSlug,
)

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
SOME_TEXT: Schema = {"type": "string", "minLength": 1}
NUMBER: Schema = {"type": "string", "pattern": r"^\d+(\.\d+)*$"}
LOWER_CASE: Schema = {"type": "string", "pattern": "^[^A-ZÆØÅ]+$"}
PAGE: Schema = {"type": ["integer", "null"], "minimum": 1}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
HOUR: Schema = {"type": "string", "pattern": r"^\d\d:\d\d$"}
FLAG: Schema = {"type": "boolean"}
SECTIONS = ("background", "recommendation", "presentation", "decision")


def one_of(words: Iterable[str]) -> Schema:
    """Return the schema of a word from a closed vocabulary."""
    return {"enum": [str(word) for word in words]}


def or_null(schema: Schema) -> Schema:
    """Return a schema that also allows null."""
    return {"anyOf": [schema, {"type": "null"}]}


def many(schema: Schema, **limits: int) -> Schema:
    """Return the schema of a list whose elements have a schema; `limits` are such as `maxItems`."""
    return {"type": "array", "items": schema, **limits}


def record(**keys: Schema) -> Schema:
    """Return the schema of an object with exactly these keys."""
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


PARTICIPANT = record(
    name=SOME_TEXT, party=or_null(SOME_TEXT), municipality=or_null(SOME_TEXT), status=one_of(Attendance),
    substitute_for=or_null(SOME_TEXT),
)  # fmt: skip
TABLE = record(
    section=one_of(SECTIONS),
    paragraph={"type": "integer", "minimum": 0},
    rows=many(many(TEXT, minItems=1), minItems=1),
    header=FLAG,
    caption=TEXT,
)
ITEM = record(
    number=NUMBER, title=TEXT, case_number=or_null(SOME_TEXT), caseworkers=many(LOWER_CASE),
    **{name: or_null(SOME_TEXT) for name in SECTIONS},
    outcome=or_null(one_of(Outcome)), outcomes=many(one_of(Outcome)), followed=or_null(one_of(Following)),
    basis=many(SOME_TEXT), asks_for=many(one_of(Outcome)),
    attachments=many(SOME_TEXT), topics=many(one_of(TopicSlug), maxItems=3), tables=many(TABLE), first_page=PAGE,
    last_page=PAGE, repairs=many(many(TEXT, minItems=3, maxItems=3)),
    subheadings=many(many(SOME_TEXT, minItems=2, maxItems=2)),
)  # fmt: skip
FACT = record(
    item=NUMBER, kind=one_of(FactKind), sentence=SOME_TEXT, section=one_of(SECTIONS),
    date=or_null(DAY), time=or_null(HOUR), end_time=or_null(HOUR),
    **{name: or_null(SOME_TEXT) for name in ("place", "person", "body", "period", "proposed_by", "what")},
    amount={"type": ["number", "null"], "minimum": 0},
)  # fmt: skip
DOCUMENT = record(
    kind=one_of([DocumentKind.AGENDA, DocumentKind.MINUTES]), supplementary=FLAG, corrected=FLAG, draft=FLAG,
    region=one_of(RegionSlug), date=DAY, start_time=or_null(HOUR), end_time=or_null(HOUR),
    place=or_null(SOME_TEXT), place_note=or_null(SOME_TEXT), status=one_of(MeetingStatus), extraordinary=FLAG,
    moved_from=or_null(DAY), deadline=or_null(DAY), deadline_time=or_null(HOUR), dispatched=or_null(DAY),
    participants=many(PARTICIPANT), items=many(ITEM), facts=many(FACT),
    warnings=many(SOME_TEXT), pages={"type": "integer", "minimum": 1},
    coverage={"type": ["number", "null"], "minimum": 0, "maximum": 1},
)  # fmt: skip
RESULT = record(
    meeting={"type": "string", "pattern": r"^[a-z]+/\d{4}-\d\d-\d\d"},
    number=NUMBER,
    title=TEXT,
    snippet=TEXT,
    also=many(SOME_TEXT),
)
PAGE_NAMED = record(kind=one_of(Kind), address={"type": "string", "pattern": r"^/[^\s]+$"}, title=SOME_TEXT)
ANSWER = record(
    query=TEXT, count={"type": "integer", "minimum": 0}, count_is_exact=FLAG, suggestion=or_null(SOME_TEXT),
    answers=many(PAGE_NAMED),
    results=many(RESULT, maxItems=20),
)  # fmt: skip
