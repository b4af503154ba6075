"""All answers to a query, the best first."""

from __future__ import annotations

from collections.abc import Iterator

from meetings.search.answers import meeting_answers, people_asked
from meetings.search.answers.answer import Answer
from meetings.search.answers.meetings_asked import find_meetings
from meetings.search.answers.named import Kind
from meetings.search.answers.next_meeting import next_meetings
from meetings.search.answers.pages import all_councils, case_answers, named_answers
from meetings.search.answers.people_asked import find_people
from meetings.search.answers.reading import Reading, read
from meetings.search.language.person_names import NameMatch

MOST = 6


def answers(typed: str) -> list[Answer]:
    """Return the pages that a query names, the best first, at most six; none where it names none for certain."""
    return find_answers(read(typed))


def find_answers(reading: Reading) -> list[Answer]:
    """Return the answers to a query that has been read."""
    found: dict[str, Answer] = {}
    for one in _all(reading):
        found.setdefault(one.address, one)
    return list(found.values())[:MOST]


def _all(reading: Reading) -> Iterator[Answer]:
    yield from case_answers(reading)
    meetings = find_meetings(reading)
    yield from next_meetings(reading)
    yield from meeting_answers.answers_for(meetings, reading)
    people = find_people(reading)
    named = _named(reading, has_meetings=bool(meetings.meetings and reading.dates))
    theirs = [*people_asked.answers_for(people), *people_asked.more_answer(people, " ".join(reading.words))]
    yield from (*theirs, *named) if people.match is NameMatch.EXACT else (*named, *theirs)


def _named(reading: Reading, *, has_meetings: bool) -> list[Answer]:
    """Return the pages that are named if nothing else is said; a council that only says whose meeting is none."""
    if reading.rest:
        return []
    named = [one for one in reading.named if not (has_meetings and one.kind is Kind.REGION)]
    return [*all_councils(reading), *named_answers(named, is_brief=reading.unfinished)]
