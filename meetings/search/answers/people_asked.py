"""The people whom a query names, by any part of the name, with party, municipality and attendance."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from danish.shipped import shipped_lexicon
from meetings.addresses import address_of
from meetings.date_format import long_date
from meetings.models import Meeting, Participant, Person, SearchEntry
from meetings.reference import municipality_codes
from meetings.search.answers.answer import Answer
from meetings.search.answers.name_lookup import MOST_UNFINISHED, with_initials, with_slips, with_words
from meetings.search.answers.named import Kind
from meetings.search.answers.reading import Reading
from meetings.search.language.person_names import NameMatch, name_words
from meetings.search.language.words import knows
from meetings.shared.vocabulary import Attendance

MOST = 3  # shown
MOST_COMPARED = 40  # by their last meeting
MOST_WORDS, SHORT = 5, 4  # of a query that is but a name; in a longer one a name is looked for
FEW = 3  # so many may bear a name that is also a common word, and still be meant by it
_LATEST = """
    SELECT person.id, person.name, person.slug FROM meetings_person AS person
    JOIN meetings_participant AS listed ON listed.person_id = person.id
    JOIN meetings_meeting AS meeting ON meeting.id = listed.meeting_id
    WHERE person.id = ANY(%s) GROUP BY person.id ORDER BY max(meeting.date) DESC, person.sort_key LIMIT %s
"""


@dataclass(frozen=True)
class FoundPeople:
    """The keys of the people whose name matches, how well, and how many there are."""

    people: list[int]
    match: NameMatch = NameMatch.NONE
    count: int = 0


@dataclass
class _Seats:
    """What is told of a person: the latest seat, and the meetings whose attendance is known."""

    party: str = ""
    municipality: str | None = None
    last: datetime.date | None = None
    present: int = 0
    absent: int = 0


def find_people(reading: Reading) -> FoundPeople:
    """Return the people whom a query names: by all of its words, by those that name no place, or by a name in it."""
    for words in _possible_names(reading):
        found = find_by_name(words, unfinished=reading.unfinished)
        if found.count:
            return found
    if len(reading.words) == 1 and (reading.query.text.isupper() or not knows(reading.words[0])):
        return _find_by_initials(reading.words[0])
    for name in reading.names if reading.rest else ():
        found = find_by_name(name)
        if found.match is NameMatch.EXACT:
            return found
    return FoundPeople([])


def _possible_names(reading: Reading) -> list[tuple[str, ...]]:
    """Return the words that may be a name and nothing else: not those of a sentence, or of a place alone."""
    is_place = not reading.rest and len(reading.named) == 1 and reading.named[0].is_exact
    most = SHORT if reading.names else MOST_WORDS
    if is_place or len(reading.words) > most:
        return []
    apart = () if all(map(_is_common, reading.rest)) else reading.rest
    return [one for one in dict.fromkeys([reading.words, apart]) if one]


def find_by_name(words: Sequence[str], *, unfinished: bool = False) -> FoundPeople:
    """Return the people whose name has the folded words, each in any spelling; the last word may be `unfinished`.

    Common words of the language count only as they sound, and not for many: "skov" is a wood before it is a name.
    """
    common = all(map(_is_common, words)) and not unfinished
    most = MOST_UNFINISHED if unfinished else None
    found = with_words(words, unfinished=unfinished, most=most) or ([] if common else with_slips(words))
    if not found:
        return FoundPeople([])
    best = found[0].match
    people = [one.key for one in found if one.match == best]
    if common and (len(people) > FEW or (len(words) == 1 and best < NameMatch.EXACT)):
        return FoundPeople([], best, len(people) if best is NameMatch.EXACT else 0)
    return FoundPeople(people, best, len(people))


def _find_by_initials(initials: str) -> FoundPeople:
    """Return the people of three or more initials, if no item has them as a word: KPI is no person."""
    if not 3 <= len(initials) <= 5 or SearchEntry.objects.answering(f"'={initials}'").exists():
        return FoundPeople([])
    people = [one.key for one in with_initials(initials)]
    return FoundPeople(people, NameMatch.INITIAL, len(people))


def everybody_named(typed: str) -> list[int]:
    """Return the keys of all whose name has the typed words or words that begin so; else of those with a slip."""
    words = name_words(typed)
    return [one.key for one in with_words(words, unfinished=True) or with_words(words) or with_slips(words)]


def _is_common(word: str) -> bool:
    return knows(word) and not shipped_lexicon().is_name(word)


def answers_for(found: FoundPeople) -> list[Answer]:
    """Return the answers for the people who were at a meeting last. Two queries, none for nobody."""
    people = _latest(found.people)
    seats = _read_seats(people) if people else {}
    sure = found.match >= NameMatch.SOUND
    return [Answer(Kind.PERSON, one.get_absolute_url(), one.name, _line(seats[one.pk]), sure) for one in people]


def _latest(keys: Sequence[int]) -> list[Person]:
    """Return the people who were on a list of participants last; of very many only the last to come are looked at."""
    if not keys:
        return []
    newest = sorted(keys, reverse=True)[:MOST_COMPARED]
    return list(Person.objects.raw(_LATEST, [newest, MOST]))


def more_answer(found: FoundPeople, typed: str) -> list[Answer]:
    """Return the answer that leads to everybody of a name, if not all are shown."""
    if found.count <= min(len(found.people), MOST):
        return []
    title = ngettext("%(n)d deltager med »%(q)s« i navnet", "%(n)d deltagere med »%(q)s« i navnet", found.count)
    told = {"n": found.count, "q": typed}
    return [Answer(Kind.PERSON, f"{address_of('people')}?q={typed}", title % told, _("Se alle"), is_sure=False)]


def _read_seats(people: Sequence[Person]) -> dict[int, _Seats]:
    known = Exists(Meeting.objects.with_known_attendance().filter(pk=OuterRef("meeting")))
    rows = Participant.objects.filter(person__in=people).annotate(known=known).order_by("meeting__date")
    seats: dict[int, _Seats] = {}
    for row in rows.values("person", "party", "municipality", "status", "known", "meeting__date"):
        _add(seats.setdefault(row["person"], _Seats()), row)
    return seats


def _add(seats: _Seats, row: Mapping[str, Any]) -> None:
    seats.party, seats.municipality, seats.last = row["party"], row["municipality"], row["meeting__date"]
    if row["known"]:
        seats.present += row["status"] == Attendance.PRESENT
        seats.absent += row["status"] == Attendance.ABSENT


def _line(seats: _Seats) -> str:
    """Return a person's line: "(A), Aalborg · til stede ved 3 møder, afbud ved 1 · senest 24. oktober 2025"."""
    place = municipality_codes()[seats.municipality].name if seats.municipality else ""
    seat = ", ".join(filter(None, [f"({seats.party})" if seats.party else "", place]))
    last = _("senest %s") % long_date(seats.last) if seats.last else ""
    return " · ".join(filter(None, [seat, _attendance(seats), last]))


def _attendance(seats: _Seats) -> str:
    if not seats.present:
        return ngettext("afbud ved %d møde", "afbud ved %d møder", seats.absent) % seats.absent if seats.absent else ""
    present = ngettext("til stede ved %d møde", "til stede ved %d møder", seats.present) % seats.present
    return present + (_(", afbud ved %d") % seats.absent if seats.absent else "")
