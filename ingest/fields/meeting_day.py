"""When a meeting is and what became of it: its day and hours, whether it was moved, cancelled or held in writing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from danish.tolerant_patterns import tolerant_pattern
from ingest.fields.dates import WEEKDAYS, find_dates, find_times
from ingest.fields.front_lines import FrontLine
from ingest.fields.meeting_days import Days, Mention, Role, find_mentions, read_days
from ingest.fields.meeting_state import SaidState, is_replaced, is_written, read_state
from meetings.shared.vocabulary import MeetingStatus

_HEADING_YEAR = tolerant_pattern(r"^(?:\w+\s)?\w*(?:dagsorden|referat)\s+(20\d\d)$")
_OTHER_HOUR = tolerant_pattern(
    r"(?:gruppe|for|efter)møde|morgenmad|morgenbrød|kaffe|frokost|indskrivning|ankomst|registrering|middag"
)
_CLAUSE = re.compile(r"(?<!kl)[.;]\s+|,\s+(?=kl|\d|[\w-]+møde)|\s+\((?=[^)]*kl)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """The day of a meeting and its state; None where the document does not say. `dates` are all candidates for the day.

    `deadline` is that of a written procedure; `doubts` are warnings about what is said of the day.
    """

    date: datetime.date | None = None
    start_time: datetime.time | None = None
    end_time: datetime.time | None = None
    status: MeetingStatus = MeetingStatus.HELD
    extraordinary: bool = False
    moved_from: datetime.date | None = None
    deadline: datetime.date | None = None
    deadline_time: datetime.time | None = None
    dates: tuple[datetime.date, ...] = ()
    doubts: tuple[str, ...] = ()


NO_DAY = MeetingDay()


def read_day(
    front: Sequence[FrontLine],
    labels: dict[str, str],
    running: datetime.date | None,
    approved: datetime.date | None,
    marks: Sequence[str],
) -> MeetingDay:
    """Read the day and state of a meeting from the lines and labels of its front page and its watermarks.

    `running` is the date of the running headers, `approved` that of the item which approves the agenda.
    """
    written = is_written([line.text for line in front])
    days = read_days(_mentions(front, labels), [one for one in (running, approved) if one], written=written)
    known = _candidates(days, running, approved)
    state = read_state(front, marks, known[0] if known else None)
    day = MeetingDay(
        date=known[0] if known else None,
        status=_status(state, days),
        extraordinary=state.extraordinary,
        moved_from=days.moved_from,
        dates=known,
        doubts=tuple(_doubts(state, days)),
    )
    return _with_deadline(day, days, labels, front) if written else _with_hours(day, days, labels)


def _mentions(front: Sequence[FrontLine], labels: dict[str, str]) -> list[Mention]:
    """Return the dates of the front page; one that stands below its label, not beside it, is labelled all the same."""
    year = next((int(match[1]) for line in front for match in [_HEADING_YEAR.match(line.text)] if match), None)
    labelled = {one.date for one in find_dates(labels.get("dato", ""), year)[:1]}
    return [
        replace(one, role=Role.LABELLED) if one.date in labelled and one.role in (Role.MEETING, Role.PLAIN) else one
        for one in find_mentions(front, year)
    ]


def _candidates(days: Days, running: datetime.date | None, approved: datetime.date | None) -> tuple[datetime.date, ...]:
    """Return what may be the meeting's day, the surest first: the running header's before a bare date of the front."""
    front = days.meeting.date if days.meeting else None
    is_bare = days.meeting is not None and days.meeting.role == Role.PLAIN
    dates = [running, front, approved] if is_bare else [front, running, approved]
    return tuple(dict.fromkeys(date for date in dates if date and date != days.moved_from))


def _status(state: SaidState, days: Days) -> MeetingStatus:
    if days.is_moved or (state.moved and not state.cancelled):
        return MeetingStatus.MOVED
    if state.written:
        return MeetingStatus.WRITTEN
    return MeetingStatus.CANCELLED if state.cancelled or state.put_off else MeetingStatus.HELD


def _with_deadline(day: MeetingDay, days: Days, labels: dict[str, str], front: Sequence[FrontLine]) -> MeetingDay:
    """Add the deadline of a written procedure: an hour beside its date is that of the deadline, no meeting begins."""
    if days.deadline:
        said = find_times(days.deadline.after)[0] or find_times(days.deadline.line.text)[0]
        return replace(day, deadline=days.deadline.date, deadline_time=said)
    times = [find_times(labels.get(name, ""))[0] for name in ("tidspunkt", "dato")]
    time = next(filter(None, times), None)
    is_planned_meeting = is_replaced([line.text for line in front])
    return day if is_planned_meeting or not time else replace(day, deadline=day.date, deadline_time=time)


def _with_hours(day: MeetingDay, days: Days, labels: dict[str, str]) -> MeetingDay:
    """Add when the meeting begins and ends: as labelled, else beside its date."""
    sources = [labels.get("tidspunkt", ""), labels.get("dato", "")]
    if days.meeting:
        own = [days.meeting.after, days.meeting.line.text]
        sources = [*own, *sources] if days.meeting.role == Role.NEW else [*sources, *own]
    start, end = next((found for found in map(find_hours, sources) if found[0]), (None, None))
    last = find_times(labels.get("slut", ""))[0]
    end = end or (last if start and last and last > start else None)
    return replace(day, start_time=start, end_time=end)


def find_hours(text: str) -> tuple[datetime.time | None, datetime.time | None]:
    """Return when a meeting begins and ends, not when its group meetings or its coffee do."""
    clauses = _CLAUSE.split(text)
    own = [find_times(one) for one in clauses if not _OTHER_HOUR.search(one)]
    return next((found for found in own if found[0]), (None, None))


def _doubts(state: SaidState, days: Days) -> Iterator[str]:
    day = days.meeting
    if day and day.found.is_contradicted and day.found.weekday is not None:
        said, own = WEEKDAYS[day.found.weekday], WEEKDAYS[day.date.weekday()]
        yield f"Mødets dato står som {said} den {write_day(day.date)}, men den dag er en {own} ({day.line.place})."
    if state.moved and not days.is_moved:
        yield "Mødet er flyttet, men det fremgår ikke, hvilken dag det er flyttet fra."
    if state.put_off and not days.is_moved:
        yield "Mødet er udsat, uden at en ny dag er nævnt; det står som aflyst."


def write_day(date: datetime.date) -> str:
    """Return a day as warnings write it: "24-10-2025"."""
    return f"{date.day:02}-{date.month:02}-{date.year}"
