"""All answers to a query, the best first."""

from __future__ import annotations

from collections.abc import Iterator

from meetings.search.answers import meeting_answers, people_asked
from meetings.search.answers.answer import Answer
from meetings.search.answers.meetings_asked import find_meetings
from meetings.search.answers.named import Kind
from meetings.search.answers.next_meeting import announced_answers, next_meetings
from meetings.search.answers.pages import case_answers, list_answers, named_answers
from meetings.search.answers.people_asked import find_people
from meetings.search.answers.reading import Reading, read
from meetings.search.answers.wishes import Wish
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
    yield from list_answers(reading)
    meetings = _meetings(reading)
    people = find_people(reading)
    named = _named(reading, without_councils=bool(meetings and reading.dates))
    theirs = [*people_asked.answers_for(people), *people_asked.more_answer(people, " ".join(reading.words))]
    pages = (*theirs, *named) if people.match is NameMatch.EXACT else (*named, *theirs)
    yield from (*pages, *meetings) if _is_of_people(reading) else (*meetings, *pages)


def _is_of_people(reading: Reading) -> bool:
    """Whether it is who came from a municipality that is asked, and not who came to a meeting."""
    of_place = any(one.kind is Kind.MUNICIPALITY for one in reading.named)
    return of_place and reading.wants_attendance and not reading.dates and Wish.MEETING not in reading.wishes


def _meetings(reading: Reading) -> list[Answer]:
    """Return the next meetings if they are asked for; else those of a day, those announced for it, or the nearest."""
    upcoming = next_meetings(reading)
    if upcoming:
        return upcoming
    found = find_meetings(reading)
    announced = [] if found.meetings and not found.nearest_to else announced_answers(reading)
    return announced or meeting_answers.answers_for(found, reading)


def _named(reading: Reading, *, without_councils: bool) -> list[Answer]:
    """Return the pages that are named if nothing else is said; a council that only says whose meeting is none."""
    if reading.rest or reading.query.case_numbers:
        return []
    named = [one for one in reading.named if not (without_councils and one.kind is Kind.REGION)]
    return named_answers(named, is_brief=reading.unfinished)
