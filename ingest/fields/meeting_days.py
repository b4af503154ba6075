"""Which of the dates on a front page is the meeting's: not the day of a dispatch, a deadline or another meeting.

A meeting that was moved has two days, and a paper for a written procedure may have only its deadline.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto

from danish.tolerant_patterns import tolerant_pattern
from ingest.fields.dates import FoundDate, find_dates, find_times
from ingest.fields.front_lines import FrontLine


class Role(IntEnum):
    """What a date on the front page is; of those that may be the meeting's, the surest first."""

    NEW = auto()
    LABELLED = auto()
    MEETING = auto()
    PLAIN = auto()
    OLD = auto()
    DEADLINE = auto()
    OTHER = auto()


_MOVED = r"(?:flyt|rykk|fremrykk|udsat|udsæt|udskud|udskyd|ændre)\w*"
_NEAR = r"\s+(?:(?:mødet|mødedatoen|datoen|dagen|som\s+planlagt|planlagt|berammet|\w+dag|den)\s+|d\.\s*)*$"
# By the words before a date, in its sentence.
_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (
        tolerant_pattern(
            r"\bfrist|\bsvarfrist|\bsenest(?! møde)|\binden\b|tilmeld|\bafbud|\bsvar\b|bemærkninger|indsigelse"
        ),
        Role.DEADLINE,
    ),
    (
        tolerant_pattern(
            r"\budsend|\bsendt\b|afsend|offentliggj|udskrevet|udskrift|\bprint|oprettet|opdateret|ajourført|revideret"
            r"|\brettet\b|dateret|godkendt|underskr|version|journal|publiceret|\blagt (?:ud|op)\b|\bbrev|\bnotat"
            r"|\b(?:næste|kommende|følgende|nyt|øvrige|forrige|sidste|seneste|foregående|tidligere) møde(?!dato)"
            r"|mødeplan|mødekalender|mødedatoer|\bmøder\b|møderne|(?:gruppe|for|efter|top|inspirations)møde"
        ),
        Role.OTHER,
    ),
    (
        tolerant_pattern(
            rf"\b{_MOVED}\s+(?:[\w.]+\s+){{0,4}}?fra\b(?:(?!\btil\b).)*$|\boprindelig\w*|\bi stedet for{_NEAR}"
            r"|\b(?:gammel|gl\.?|tidligere)\s*(?:møde)?dato|\b(?:tidligere|før)\s*:?\s*(?:den\s+|d\.\s*)?$"
            r"|\b(?:erstatter|afløser) (?:det )?møde"
        ),
        Role.OLD,
    ),
    (
        tolerant_pattern(
            rf"\b{_MOVED}\s+(?:[\w.]+\s+){{0,4}}?til\b|\bnye?\s+(?:møde)?(?:dato|dag)\b|\bnyt\s+(?:møde)?tidspunkt"
        ),
        Role.NEW,
    ),
)
_TO = tolerant_pattern(r"^\W*til\b")
_MEETING = tolerant_pattern(r"\bmøde(?:t|dato)?\b|\bKKR\b|\bafholdt\b|\bholdes\b")
_LABEL = tolerant_pattern(r"^(?:møde)?dato\s*[:;]")
_SENTENCE_END = re.compile(r"(?<=[a-zæøå\d)])[.;!]\s+(?=[A-ZÆØÅ])")
_LEFT = tolerant_pattern(rf"^\W*(?:er|blev|var|bliver)\s+(?:blevet\s+)?{_MOVED}")
_FROM_DAY = re.compile(r"\bfra\s+(?:\w+dag\s+)?(?:den\s+|d\.\s*)?(\d{1,2})\.?\s+til\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date on the front page, what it is, its line, and the sentence from its date on."""

    found: FoundDate
    role: Role
    line: FrontLine
    after: str

    @property
    def date(self) -> datetime.date:
        return self.found.date


def find_mentions(front: Iterable[FrontLine], year: int | None) -> list[Mention]:
    """Return the dates of a front page; `year` completes those that have none, beside a label or a word for a move."""
    return [mention for line in front for mention in _of_line(line, year)]


def _of_line(line: FrontLine, year: int | None) -> Iterator[Mention]:
    for sentence in _SENTENCE_END.split(line.text):
        at, last, weak = 0, Role.PLAIN, not find_dates(sentence)
        for found in find_dates(sentence, year):
            role = _role(sentence, at, found, last)
            if not weak or role in (Role.NEW, Role.OLD, Role.LABELLED):
                yield Mention(found, role, line, sentence[found.end :])
            at, last = found.end, role


def _role(sentence: str, at: int, found: FoundDate, last: Role) -> Role:
    """Return the role of a date by the words before it, back to the date before, whose role was `last`."""
    before = sentence[at : found.start]
    if last == Role.OLD and _TO.match(before):
        return Role.NEW
    said = next((role for pattern, role in _ROLES if pattern.search(before)), None)
    if said:
        return said
    if last in (Role.OTHER, Role.DEADLINE) and at:
        return last
    if _LABEL.match(sentence) and not at:
        return Role.LABELLED
    is_timed = found.weekday is not None or find_times(sentence)[0] is not None
    return Role.MEETING if is_timed or _MEETING.search(before) else Role.PLAIN


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a front page states, None where it does not: the meeting's, the one it was moved from, and the
    deadline of a written procedure. `is_moved` says that the meeting was moved, also where its old day is not named."""

    meeting: Mention | None = None
    moved_from: datetime.date | None = None
    is_moved: bool = False
    deadline: Mention | None = None


def read_days(mentions: Sequence[Mention], others: Sequence[datetime.date], *, written: bool) -> Days:
    """Choose the meeting's day; `others` are those of the running headers and of the item that approves the agenda."""
    deadline = next((one for one in mentions if one.role == Role.DEADLINE), None)
    mentions = _without_other_moves(mentions)
    own = sorted((one for one in mentions if one.role <= Role.PLAIN), key=lambda one: one.role)
    day = next(iter(own), None)
    if day and day.role == Role.LABELLED and day.date not in others:
        # A label "Dato" may be of the letter: a sentence about the meeting that others confirm is surer.
        day = next((one for one in own if one.role == Role.MEETING and one.date in others), day)
    if written and not (day and day.role == Role.LABELLED):
        deadline = deadline or next((one for one in reversed(own) if day and one.line == day.line), None)
        day = deadline or day
    old = _old_day(mentions, day)
    is_moved = old is not None or (day is not None and day.role == Role.NEW)
    return Days(day, old, is_moved, deadline if written else None)


def _without_other_moves(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out the days of a line that tells of a move between two days of which neither is the labelled one."""
    labelled = {one.date for one in mentions if one.role == Role.LABELLED}
    moves = {one.line.line.place for one in mentions if one.role in (Role.NEW, Role.OLD)}
    days = {place: [one.date for one in mentions if one.line.line.place == place] for place in moves}
    others = {place for place, those in days.items() if labelled and len(those) > 1 and not labelled & set(those)}
    return [one for one in mentions if one.line.line.place not in others]


def _old_day(mentions: Sequence[Mention], day: Mention | None) -> datetime.date | None:
    """Return the day from which the meeting was moved to `day`."""
    if day is None:
        return None
    said = [
        one.date for one in mentions if one.role == Role.OLD or (one.role == Role.MEETING and _LEFT.match(one.after))
    ]
    if not said and day.role == Role.NEW:
        only_day = _FROM_DAY.search(day.line.text)
        if only_day and 0 < int(only_day[1]) <= 28:
            said = [day.date.replace(day=int(only_day[1]))]
        said += [one.date for one in mentions if one.role in (Role.LABELLED, Role.MEETING)]
    return next((one for one in said if one != day.date), None)
