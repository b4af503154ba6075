"""The people whom a query names, by any part of the name, with party, municipality and attendance."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import itemgetter, or_
from typing import Any, NamedTuple

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from danish.shipped import shipped_lexicon
from meetings.addresses import address_of
from meetings.date_format import long_date
from meetings.models import Meeting, Participant, Person, SearchEntry
from meetings.person_identity import merge_target
from meetings.reference import municipality_codes
from meetings.search.answers.answer import Answer
from meetings.search.answers.named import Kind
from meetings.search.answers.reading import Reading
from meetings.search.language.person_names import INITIALS, NameMatch, fragments, fragments_left, match_all, name_words
from meetings.search.language.words import knows
from meetings.shared.vocabulary import Attendance

MOST = 3
MOST_WORDS = 5  # of a query that is but a name
MOST_CANDIDATES = 100  # that may be meant with a slip, the likest
FEW = 3  # so many may bear a name that is also a common word, and still be meant by it
_CLOSE = NameMatch.SOUND


class FoundPeople(NamedTuple):
    """People whose name matches, the best and latest first, how well, and how many there are."""

    people: list[Person]
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
        return _by_initials(reading.words[0])
    for name in reading.names if reading.rest else ():
        found = find_by_name(name)
        if found.match is NameMatch.EXACT:
            return found
    return FoundPeople([])


def _possible_names(reading: Reading) -> list[tuple[str, ...]]:
    apart = () if all(map(_is_common, reading.rest)) else reading.rest
    words = [one for one in dict.fromkeys([reading.words, apart]) if 0 < len(one) <= MOST_WORDS]
    is_place = not reading.rest and len(reading.named) == 1 and reading.named[0].is_exact
    return [] if is_place else words


def find_by_name(words: Sequence[str], *, unfinished: bool = False) -> FoundPeople:
    """Return the people whose name has the folded words, each in any spelling; the last word may be `unfinished`.

    Common words of the language count only as they sound, and not for many: "skov" is a wood before it is a name.
    """
    common = all(map(_is_common, words)) and not unfinished
    ranked = _ranked(words, unfinished=unfinished) or ([] if common else _with_slips(words))
    if not ranked:
        return FoundPeople([])
    best = ranked[0][0]
    people = _standing(one for match, one in ranked if match == best)
    if common and (len(people) > FEW or (len(words) == 1 and best < NameMatch.EXACT)):
        return FoundPeople([], best, len(people) if best is NameMatch.EXACT else 0)
    return FoundPeople(_latest_first(people)[:MOST], best, len(people))


def everybody_named(typed: str) -> list[Person]:
    """Return all people whose name has the typed words or words that begin so; else those with a slip."""
    words = name_words(typed)
    return _standing(one for _match, one in _ranked(words, unfinished=True) or _ranked(words) or _with_slips(words))


def _is_common(word: str) -> bool:
    return knows(word) and not shipped_lexicon().is_name(word)


def _ranked(words: Sequence[str], *, unfinished: bool = False) -> list[tuple[NameMatch, Person]]:
    """Return the people with every word in their names, as written or by sound, the best match first. One query."""
    keys = Q()
    for at, word in enumerate(words, 1):
        keys &= _any_of(fragments(word, unfinished=unfinished and at == len(words)))
    people = Person.objects.filter(keys) if _has_letters(words) else Person.objects.none()
    return _matching(people, words, unfinished=unfinished)


def _with_slips(words: Sequence[str]) -> list[tuple[NameMatch, Person]]:
    """Return the people with every word in their names, some perhaps with a slip, the best match first. One query."""
    keys = Q()
    for word in words:
        keys &= _any_of([*fragments(word), *fragments_left(word)])
    people = Person.objects.filter(keys) if _has_letters(words) else Person.objects.none()
    likeness = TrigramWordSimilarity(" ".join(words), "name_keys")
    return _matching(people.order_by(likeness.desc(), "-pk")[:MOST_CANDIDATES], words)


def _any_of(ways: Iterable[tuple[str, ...]]) -> Q:
    return reduce(or_, (Q(*(("name_keys__contains", part) for part in way)) for way in ways))


def _has_letters(words: Iterable[str]) -> bool:
    return any(word.isalpha() for word in words)


def _matching(
    people: QuerySet[Person], words: Sequence[str], *, unfinished: bool = False
) -> list[tuple[NameMatch, Person]]:
    named = people.select_related("merged_into")
    ranked = [(match_all(words, name_words(one.name), unfinished=unfinished), one) for one in named]
    return sorted((one for one in ranked if one[0]), key=itemgetter(0), reverse=True)


def _by_initials(initials: str) -> FoundPeople:
    """Return the people of three or more initials, if no item has them as a word: KPI is no person."""
    if not 3 <= len(initials) <= 5 or SearchEntry.objects.answering(f"'={initials}'").exists():
        return FoundPeople([])
    people = _standing(Person.objects.filter(name_keys__contains=f" {INITIALS}{initials} ")[:MOST_CANDIDATES])
    return FoundPeople(_latest_first(people)[:MOST], NameMatch.INITIAL, len(people))


def _standing(people: Iterable[Person]) -> list[Person]:
    """Return the persons that they have been merged into, each once."""
    return list(dict.fromkeys(merge_target(one) for one in people))


def _latest_first(people: Sequence[Person]) -> list[Person]:
    """Return those who have been on a list of participants, the latest first. One query, none for a single person."""
    if len(people) == 1:
        return list(people)
    dated = Participant.objects.filter(person__in=people).values("person").annotate(last=Max("meeting__date"))
    last = dict(dated.order_by().values_list("person", "last"))
    return sorted((one for one in people if one.pk in last), key=lambda one: last[one.pk], reverse=True)


def answers_for(found: FoundPeople) -> list[Answer]:
    """Return the answers for people. Two queries."""
    seats = _read_seats(found.people)
    sure = found.match >= _CLOSE
    return [
        Answer(Kind.PERSON, one.get_absolute_url(), one.name, _line(seats[one.pk]), sure)
        for one in found.people
        if one.pk in seats
    ]


def more_answer(found: FoundPeople, typed: str) -> list[Answer]:
    """Return the answer that leads to everybody of a name, if not all are shown."""
    if found.count <= len(found.people):
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


def _add(seats: _Seats, row: dict[str, Any]) -> None:
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
